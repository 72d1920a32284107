#!/usr/bin/env bash
# check.sh HUOZI FOLDER: `huozi check` says what a build would, and why, and writes nothing.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
source "$here/texts.sh"
require_command unzip
require_command jq
require_command patch
require_command script
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

# Several books: one JSON text, one log. A book that is none has a report too.
"$huozi" check book book --format json >reports.json 2>said || true
silent said
same "$(jq 'type + " " + (length | tostring) + " " + (.[0] == .[1] | tostring)' reports.json)" '"array 2 true"'
status=0
"$huozi" check nowhere --format json >report.json 2>said || status=$?
same $status 1
same "$(jq -r '.diagnostics[0].rule' report.json)" file.no-book

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

# Corrections: shown as a patch, made when told so; all other bytes stay, with CR LF, byte order marks and HTML.
rm -rf book dist plain
mkdir -p book/articles
printf -- '---\r\ntitle: 渡口\r\n---\r\n船来了,人上船。\r\n\r\n一。\r\n\r\n二。\r\n\r\n三。\r\n\r\n四...五。\r\n' >book/articles/a.md
printf '\xEF\xBB\xBF<p>春茶,夏茶。</p>\r\n<p lang="zh">好&nbsp;,坏,中。。</p>\n<!-- ,, --><p>石桥(旧称木桥)很长。</p>' >'book/articles/b c.html'
printf '干净的一篇。\n' >book/articles/c.md
printf 'title: 茶\ndate: 2022-06-01\nproofread: {off: [p10, P22, n9]}\nchapters:\n  - select: {from: [articles/], sort: path}\n' >book/book.yaml
"$huozi" build book --epub -o first >/dev/null 2>&1
cp -r book before
"$huozi" check book >out 2>said
holds "$(cat said)" "book/book.yaml:3:24: warning: there is no rule of proofreading 'P22'"
holds "$(cat said)" 'hint: perhaps meant: P02'
holds "$(cat said)" "there is no rule of proofreading 'n9'"
# From the top to the bottom of each file, the files in the book's order.
diff <(grep -o '^book/[^:]*:[0-9]*:[0-9]*' said) <(grep -o '^book/[^:]*:[0-9]*:[0-9]*' said | awk -F: '
  { rank = /book.yaml/ ? 0 : /lock/ ? 1 : /a[.]md/ ? 2 : 3; printf "%d\t%06d\t%06d\t%s\n", rank, $2, $3, $0 }' | sort -s | cut -f 4)

"$huozi" check book --fix </dev/null >fixes.patch 2>said
holds "$(cat said)" '5 corrections in 2 files'
holds "$(cat said)" 'nothing is written'
diff -r before book
(mkdir patched && cp -r before patched/book && cd patched && patch -p0 --silent <../fixes.patch)
cp -r book written
"$huozi" check book --fix --yes >fixes2.patch 2>said </dev/null
cmp fixes.patch fixes2.patch
holds "$(cat said)" '2 files corrected'
holds "$(cat said)" 'warning: 2 corrected articles stand in book.lock.yaml as they were [fix.locked]'
diff -r patched/book book
sed 's/来了,/来了，/; s/四\.\.\./四……/' written/articles/a.md | cmp - book/articles/a.md
sed 's/春茶,/春茶，/; s/坏,中/坏，中/; s/(旧称木桥)/（旧称木桥）/' 'written/articles/b c.html' | cmp - 'book/articles/b c.html'
# Nothing is left to correct, and no text is lost.
"$huozi" check book --fix --yes >fixes.patch 2>said </dev/null
silent fixes.patch
holds "$(cat said)" '0 corrections in 0 files'
lacks "$(cat said)" '[article.text'
diff -r patched/book book
status=0
"$huozi" check book --yes >out 2>said || status=$?
same $status 2

# Of two corrections that overlap the first is made, the second in the next run.
mkdir -p twice
printf '石桥(旧称木桥,今改)很长。\n' >twice/a.md
printf 'title: 桥\ndate: 2022-06-01\nchapters: [a.md]\n' >twice/book.yaml
"$huozi" check twice --fix --yes >fixes.patch 2>said </dev/null
holds "$(cat said)" 'twice/a.md:1:8: note: this correction overlaps another and is left for the next run [fix.overlap]'
same "$(cat twice/a.md)" 石桥（旧称木桥,今改）很长。
"$huozi" check twice --fix --yes >fixes.patch 2>said </dev/null
same "$(cat twice/a.md)" 石桥（旧称木桥，今改）很长。
# What reading finds and what proofreading finds stand together, from the top down; of no file comes last.
printf '%s\n\n未经授权，不得转载。\n' '茶叶,茶具。' >twice/a.md
"$huozi" check twice >out 2>said
same "$(grep -o '^[^ ]*: [a-z]*: ' said | tr -d '\n')" 'twice/a.md:1:3: note: twice/a.md:3:1: warning: '
# A terminal is asked, and takes silence for no.
printf '茶叶,茶具。\n' >twice/a.md
script -qec "'$huozi' check twice --fix >fixes.patch" /dev/null >said <<<y
lacks "$(cat said)" 'apply?'
for answer in '' n y; do
  same "$(cat twice/a.md)" 茶叶,茶具。
  echo "$answer" | script -qec "'$huozi' check twice --fix" /dev/null >said
  holds "$(cat said)" 'apply? [y/N]'
done
same "$(cat twice/a.md)" 茶叶，茶具。

# Proofreading in the report and in a log: its rules are an index, its corrections those of the patch.
cp -r before/. book
"$huozi" check book --format json >report.json 2>said
same "$(jq -r '[.diagnostics[] | select(.fix) | .fix.replaces + .fix.text] | join(" ")' report.json)" ',， ...…… ,， ,， (旧称木桥)（旧称木桥）'
same "$(jq -r '[.diagnostics[] | select(.rule == "proof.p03")][0] | .excerpt' report.json)" 四...五。
"$huozi" check book book --format sarif >log.sarif 2>said
silent said
"$huozi" check book book --format sarif | cmp - log.sarif
jq -e '.version == "2.1.0" and (.runs | length == 1) and (.runs[0] |
  (.tool.driver.rules as $rules | .tool.driver.name == "huozi" and (.results | length > 9 and all(
    $rules[.ruleIndex].id == .ruleId and $rules[.ruleIndex].defaultConfiguration.level == .level and
    (.message.text | length > 0) and
    all(.locations[].physicalLocation; (.artifactLocation.uri | test("^[A-Za-z0-9._~/%-]+$")) and
      (.region | .startLine >= 1 and .startColumn >= 1 and .endLine >= .startLine))))))' log.sarif >/dev/null
same "$(jq '[.runs[0].results[].fixes // [] | .[].artifactChanges[].replacements[]] | length' log.sarif)" 10
holds "$(cat log.sarif)" '"uri": "book/articles/b%20c.html"'
# What stops a build is a result, and the status tells it.
echo 'title: 茶' >book/book.yaml
status=0
"$huozi" check book --format sarif >log.sarif 2>said || status=$?
same $status 1
same "$(jq -r '.runs[0].results[] | .ruleId + " " + .level' log.sarif)" 'manifest.missing-key error'
