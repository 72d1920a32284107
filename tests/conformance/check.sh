#!/usr/bin/env bash
# check.sh HUOZI FOLDER: `huozi check` says what a build would, and why, and writes nothing.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
source "$here/texts.sh"
require_command unzip
huozi=$(realpath "$1") folder=$2
rm -rf "$folder"
mkdir -p "$folder/book/articles"
cd "$folder"

prose='茶山的路从渡口开始，先是石阶，后来是土路，雨天要穿草鞋才走得稳。春茶只采二十天，采茶人天不亮上山，太阳一高就要收工，露水干了的叶子做不出香气。炒茶的锅要养三年，新锅有铁腥味，师傅用老茶油一遍遍地擦，擦到锅底能照见人影，才肯让它碰头春的叶子。'
printf -- '---\ntitle: 茶山\n---\n%s\n\n责任编辑：林小满\n\n未经授权，不得转载。\n' "$prose" >book/articles/a.md
printf -- '---\ntitle: 茶山（转载）\n---\n%s\n\n完。\n' "$prose" >book/articles/b.md
printf 'title: 茶\ndate: 2022-06-01\nchapters: [articles/a.md, articles/b.md]\n' >book/book.yaml

status=0
"$huozi" check book --explain >out 2>said || status=$?
[ $status = 1 ] || { echo "two articles that are one were passed over" >&2; exit 1; }
[ ! -e dist ] || { echo "check wrote dist/" >&2; exit 1; }
holds "$(cat out)" 'book/articles/a.md:6:1: noise.editor (100 %): removed: 责任编辑：林小满'
holds "$(cat out)" 'book/articles/a.md:6:1: noise.editor: removed “责任编辑：林小满”'
holds "$(cat out)" 'book: 1 errors, 1 warnings, 1 notes'
holds "$(cat said)" "book/articles/a.md:8:1: warning: the article says: '未经授权，不得转载。' [article.rights]"
holds "$(cat said)" 'this article and articles/a.md are alike by'

"$huozi" check book --format json >report.json 2>said || true
silent said
holds "$(cat report.json)" '"rule": "article.near-duplicate"'
holds "$(cat report.json)" '"decisions": ['
holds "$(cat report.json)" '"lost": 0'

# Both are wanted.
printf 'duplicates: [[articles/b.md, articles/a.md]]\n' >>book/book.yaml
"$huozi" check book >out 2>said
holds "$(cat out)" 'book: 0 errors, 1 warnings, 1 notes'
"$huozi" check book --format json >report.json 2>said
holds "$(cat report.json)" '"text": "目录 茶山 茶山（转载）"'

# Leave was given, and one of the two goes.
printf 'title: 茶\ndate: 2022-06-01\nchapters: [articles/a.md]\noverrides: {articles/a.md: {rights: 作者授权}}\n' >book/book.yaml
"$huozi" check book --strict >out 2>said
holds "$(cat out)" 'book: 0 errors, 0 warnings, 1 notes'

# Rules of the book's own; none at all.
printf 'noise: [{rule: end, whole: [完。]}]\n' >book/noise.yaml
printf 'title: 茶\ndate: 2022-06-01\nchapters: [articles/b.md]\nclean: {noise_rules: noise.yaml}\n' >book/book.yaml
"$huozi" check book --explain >out 2>said
holds "$(cat out)" 'noise.end: removed “完。”'
printf 'title: 茶\ndate: 2022-06-01\nchapters: [articles/a.md]\nclean: {noise_rules: off}\n' >book/book.yaml
"$huozi" check book --explain >out 2>said
lacks "$(cat out)" noise.editor
printf 'noise: 完\n' >book/noise.yaml
printf 'title: 茶\ndate: 2022-06-01\nchapters: [articles/b.md]\nclean: {noise_rules: noise.yaml}\n' >book/book.yaml
if "$huozi" check book >out 2>said; then echo "a bad file of rules was taken" >&2; exit 1; fi
holds "$(cat said)" 'book/noise.yaml:1:8: error: a list of rules is expected here [noise-rules.bad]'

# Words that are slips: the shipped ones, and the book's own.
printf -- '---\ntitle: 桥\n---\n截止目前，桥己经修好，部份花开了，茶管开门。\n' >book/articles/c.md
printf 'title: 茶\ndate: 2022-06-01\nchapters: [articles/c.md]\nproofread: {words: words.yaml}\n' >book/book.yaml
printf 'off: [部份]\nwords: [{wrong: 茶管, right: 茶馆}]\n' >book/words.yaml
"$huozi" check book >out 2>said
for word in 截止目前 己经 茶管; do holds "$(cat said)" "$word"; done
lacks "$(cat said)" "'部份'"
printf 'words: [茶管]\n' >book/words.yaml
if "$huozi" check book >out 2>said; then echo "a bad file of words was taken" >&2; exit 1; fi
holds "$(cat said)" 'book/words.yaml:1:9: error: an entry with `wrong` and `right` is expected here [proof-words.bad]'
rm book/words.yaml
if "$huozi" check book >out 2>said; then echo "a file of words that is not there was passed over" >&2; exit 1; fi
holds "$(cat said)" '[file.unreadable]'

# What one is sure of comes back whole.
printf 'title: 茶\ndate: 2022-06-01\nchapters: [articles/a.md]\n' >book/book.yaml
"$huozi" build book --no-clean --epub -o plain >/dev/null 2>&1
holds "$(unzip -p plain/book.epub EPUB/text/chapter-001.xhtml)" '责任编辑：林小满'
