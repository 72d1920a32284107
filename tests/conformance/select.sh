#!/usr/bin/env bash
# select.sh HUOZI FOLDER: chapters by query, and what an edition's lock lets in.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
source "$here/texts.sh"
require_command unzip
huozi=$(realpath "$1") folder=$2
rm -rf "$folder"
mkdir -p "$folder/book/articles/more"
cd "$folder"
export XDG_CACHE_HOME=$PWD/cache

# article FILE TITLE DATE CATEGORY AUTHOR TEXT
article() {
  printf -- '---\ntitle: %s\ndate: %s\ncategories: [报刊, %s]\nauthor: %s\n---\n%s\n' "$2" "$3" "$4" "$5" "$6" >"book/articles/$1"
}
article a.md 渡口 2022-03-01 散文 周渡 石阶一级一级下到水边，船还没有来。
article b.md 茶山 2022-01-05 散文 林小满 春茶只采二十天，天不亮就要上山。
article more/c.md 老桥 2022-02-01 散文 周渡 桥头的石狮子磨得认不出脸来了。
article d.md 菜价 2022-02-11 消息 周渡 今日青菜每斤一元二角，与昨日相同。
manifest() { printf 'title: 乡里\ndate: 2022-06-01\nchapters:\n%s' "$1" >book/book.yaml; }
build() { "$huozi" build book --epub -o out "$@" >wrote 2>said; }
titles() { "$huozi" list book 2>/dev/null | sed 's/.*  //' | paste -s -d ' '; }

manifest '  - select: {from: [articles/], category: 散文}
'
same "$(titles)" '茶山 老桥 渡口'
[ ! -e book/book.lock.yaml ] || { echo "list wrote a lock" >&2; exit 1; }
build
silent said
holds "$(cat wrote)" book.lock.yaml
nav=$(unzip -p out/book.epub EPUB/nav.xhtml | tr -d '\n' | sed 's/<[^>]*>/ /g; s/  */ /g')
holds "$nav" '茶山 老桥 渡口'

# A new match stays out until the lock is updated.
article e.md 水车 2022-01-01 散文 周渡 水车转了一百年，木叶子换了三茬。
build
holds "$(cat said)" 'warning: 1 more articles are what this query asks for: articles/e.md [lock.new]'
same "$(titles)" '茶山 老桥 渡口'
holds "$("$huozi" list book --explain 2>/dev/null)" '- 2022-01-01  articles/e.md  水车  [not locked]'
holds "$("$huozi" list book --explain 2>/dev/null)" '- 2022-02-11  articles/d.md  菜价  [category]'
cp book/book.lock.yaml before
"$huozi" check book >/dev/null 2>&1
cmp before book/book.lock.yaml
build --update-lock
silent said
same "$(titles)" '水车 茶山 老桥 渡口'

# A changed article is told of, a missing one stops the build and leaves the old files.
article a.md 渡口 2022-03-01 散文 周渡 石阶一级一级下到水边，船来了。
build
holds "$(cat said)" "warning: the article 'articles/a.md' has changed since the edition was locked [lock.changed]"
rm book/articles/b.md
cp out/book.epub before
if build; then echo "a missing article was passed over" >&2; exit 1; fi
holds "$(cat said)" "book/book.lock.yaml:6:16: error: the locked article 'articles/b.md' is no longer there"
cmp before out/book.epub
build --update-lock
same "$(titles)" '水车 老桥 渡口'

# Another query is not the one that was locked.
manifest '  - select: {from: [articles/], author: 周渡, text: 石, sort: -date}
'
if build; then echo "the lock of another query was taken" >&2; exit 1; fi
holds "$(cat said)" 'the query differs from the one that was locked [lock.query]'
build --update-lock
same "$(titles)" '渡口 老桥'

# What stands in the book already is not taken again; several queries; sections.
manifest '  - articles/e.md
  - title: 其余
    select: {from: ["articles/**/*.md"], exclude: ["articles/more/*"], since: 2022-01-01, until: 2022-12-31, as: sections}
  - select: {from: [articles/more]}
'
build --update-lock
silent said
nav=$(unzip -p out/book.epub EPUB/nav.xhtml | tr -d '\n' | sed 's/<[^>]*>/ /g; s/  */ /g')
holds "$nav" '水车 其余 菜价 渡口 老桥'

# Articles that are nearly one are told of by `list`, and stop the book.
words=''
for i in $(seq 1 40); do words+="第$i块石板下面压着一枚铜钱，是修路的人家留的。"; done
article f.md 石板路 2022-04-01 散文 周渡 "$words"
article g.md 石板路（转载） 2022-04-02 散文 林小满 "$words又一句。"
manifest '  - select: {from: [articles/], text: 铜钱}
'
"$huozi" list book >listed 2>said || true
holds "$(cat said)" 'warning: articles/f.md and articles/g.md are alike by'
if build --update-lock; then echo "two articles that are one were passed over" >&2; exit 1; fi
holds "$(cat said)" '[article.near-duplicate]'

# Nothing there, nothing asked for, a lock that is none.
manifest '  - select: {from: [nowhere/]}
'
if build --update-lock; then echo "an empty selection was passed over" >&2; exit 1; fi
holds "$(cat said)" "no article lies at 'nowhere/' [select.nothing-there]"
holds "$(cat said)" 'error: no article is one this query asks for [select.nothing]'
echo 'selections: no' >book/book.lock.yaml
if build; then echo "a lock of another form was taken" >&2; exit 1; fi
holds "$(cat said)" 'book/book.lock.yaml:1:1: error: this is not the form of a lock file [lock.bad]'

# Of many articles an index is kept. It changes nothing but the time, whatever becomes of it or of them.
[ ! -e cache ] || { echo "an index was made for a few articles" >&2; exit 1; }
rm -rf book
mkdir -p book/articles
for i in $(seq 1 600); do
  printf -- '---\ntitle: 第%d篇\ndate: 2022-01-01\ncategories: [散文]\n---\n第%d篇说的是%d号渡口。\n' $i $i $((i * 7)) >book/articles/$i.md
done
article 601.md 石板路 2022-04-01 散文 周渡 "$words"
article 602.md 石板路（转载） 2022-04-02 散文 林小满 "$words又一句。"
article 603.md 石板路 2022-04-02 消息 林小满 "$words"
cp book/articles/603.md book/articles/604.md
manifest '  - select: {from: [articles/], category: 散文, text: [渡口, 铜钱], sort: title}
  - select: {from: [articles/], category: 消息}
'
# listing NAME: what `list` says, and on stderr, with the index and without one.
listing() {
  "$huozi" list book --explain >"$1" 2>"$1.said" || true
  XDG_CACHE_HOME=nowhere HOME='' "$huozi" list book --explain >plain 2>plain.said || true
  cmp "$1" plain
  cmp "$1.said" plain.said
}
index() { cat cache/huozi/articles-*; }
listing first
same "$(grep -c '^+' first)" 604
holds "$(cat first.said)" 'warning: articles/601.md and articles/602.md are alike by'
holds "$(cat first.said)" 'warning: articles/603.md and articles/604.md are alike by 100 %'
index >index1
listing second
cmp first second
cmp first.said second.said
index | cmp - index1
# Nothing was found out anew, so it was not written again.
same "$(ls cache/huozi | wc -l)" 1
written=$(stat -c %y cache/huozi/articles-*)
listing third
same "$(stat -c %y cache/huozi/articles-*)" "$written"

# Another text of the same size and time is another article.
sed 's/第7篇/茶7篇/; s/散文/消息/' book/articles/7.md >changed
same "$(stat -c %s changed)" "$(stat -c %s book/articles/7.md)"
touch -r book/articles/7.md changed
cp -p changed book/articles/7.md
listing fourth
holds "$(cat fourth)" '+ 2022-01-01  articles/7.md  茶7篇'
index >index2
if cmp -s index1 index2; then echo "the index did not follow" >&2; exit 1; fi

# Damaged, cut off, empty, of another program, not to be written: as if there were none.
for damage in 'head -c 5000' 'tr a b' 'head -c 0' 'cat - index1'; do
  $damage <index2 >damaged
  cp damaged cache/huozi/articles-*
  listing again
  cmp fourth again
  cmp fourth.said again.said
  index | cmp - index2
done
rm -r cache
touch cache
listing again
cmp fourth again
rm cache

# Articles that are gone leave it.
listing again
size=$(index | wc -c)
rm book/articles/1.md
listing again
[ "$(index | wc -c)" -lt "$size" ] || { echo "the index keeps what is gone" >&2; exit 1; }
