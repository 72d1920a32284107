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
