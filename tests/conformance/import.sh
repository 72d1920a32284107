#!/usr/bin/env bash
# import.sh HUOZI FOLDER: files in old encodings, pages, feeds and folders become articles; twice gives the same bytes;
# what cannot be read is told and does not stop the others; nothing is overwritten unasked.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
for command in iconv cmp; do require_command "$command"; done
huozi=$1 folder=$2
rm -rf "$folder"
mkdir -p "$folder/web/pages" "$folder/web/img" "$folder/text"
cd "$folder"

fail() { echo "$1" >&2; exit 1; }
# exits STATUS COMMAND...: stdout in `wrote`, stderr in `said`.
exits() {
  local wanted=$1 status=0
  shift
  "$@" >wrote 2>said || status=$?
  [ "$status" = "$wanted" ] || { cat said >&2; fail "exit status $status of: $*"; }
}
has() { grep -qF -- "$2" "$1" || { cat "$1" >&2; fail "not in $1: $2"; }; }

plain='桥头茶亭\n\n　　桥头的茶亭建于清代。\n　　往来的挑夫在这里歇脚。\n'
printf "$plain" | iconv -f UTF-8 -t GB18030 >text/gb.txt
printf "$plain" | iconv -f UTF-8 -t UTF-16 >text/wide.txt
printf "$plain" >text/utf8.txt
head -c 3000 /dev/urandom >text/noise.txt
printf 'x' >web/img/ting.png
cat >web/pages/page.html <<'PAGE'
<!doctype html><html><head><meta charset="utf-8"></head><body><h1>茶亭</h1>
<p><strong>一、来历</strong></p><p>茶亭建于<em>清代</em>，见 * 与 [1]。</p>
<p align="center"><img src="../img/ting.png"></p><p align="center">桥头茶亭。图源：林舟</p>
<p>再看<a href="other.htm#a">另一篇</a>。</p></body></html>
PAGE
printf '<h1>另一篇</h1><table><tr><td rowspan="2">甲<td>乙<tr><td>丙</table>' >web/pages/other.htm
printf '<p>重名</p>' >web/page.html
printf '不读' >web/pages/.hidden.md
printf '不读' >web/pages/data.csv

# A noisy file is refused, the others are read.
exits 1 "$huozi" import text web --into out
has said 'text/noise.txt'
has said '[import.binary]'
has wrote 'out/gb.md'
[ "$(wc -l <wrote)" = 6 ] || fail "six articles were expected"
for name in wide utf8; do cmp out/gb.md out/$name.md; done
has out/gb.md 'title: 桥头茶亭'
has out/gb.md '往来的挑夫在这里歇脚。'
has out/page.md '重名'
has out/page-2.md '## 一、来历'
has out/page-2.md '<img src="images/ting.png">'
has out/page-2.md '<span class="credit">图源：林舟</span>'
has out/page-2.md '[另一篇](other.md#a)'
has out/other.md '<td rowspan="2">甲</td>'
cmp web/img/ting.png out/images/ting.png
has out/import.report.json '"encoding": "GB18030"'
has out/import.report.json '"encoding": "UTF-16'
has out/import.report.json '"removed": "　　"'
printf -- '---\ntitle: 题\ndate: Wed, 01 Jun 2022 08:00:00 GMT\nshelf: 三\n---\n\n甲\n' >text/keys.md
exits 0 "$huozi" import text/keys.md --into keys
has keys/keys.md 'date: 2022-06-01'
has keys/import.report.json '08:00:00 GMT\nshelf: 三\n---\n"'
rm text/keys.md

# Again: the same bytes, also of the report; and the articles, imported themselves, are what they were.
cp -r out first
exits 1 "$huozi" import text web --into out
has wrote 'out/gb.md (unchanged)'
diff -r first out >&2 || fail "a second import differs"
exits 0 "$huozi" import out --into again
diff -r out again -x import.report.json >&2 || fail "an import of the articles differs"

# A folder that holds the outputs: these are no sources.
mkdir whole && cp -r web whole/ && exits 0 "$huozi" import whole --into whole/articles
exits 0 "$huozi" import whole --into whole/articles
[ "$(ls whole/articles/*.md | wc -l)" = 3 ] || fail "outputs were taken for sources"

# An article that was changed by hand is left alone, unless it is to be replaced.
printf '改过' >out/gb.md
exits 1 "$huozi" import text/gb.txt --into out
has said '[import.exists]'
[ "$(cat out/gb.md)" = 改过 ] || fail "an article was overwritten"
exits 0 "$huozi" import text/gb.txt --into out --force
has out/gb.md '桥头茶亭'

# Bytes that mean nothing in an encoding are replaced and told with their place.
{ printf "$plain$plain" | iconv -f UTF-8 -t GB18030; printf '\xff\n'; } >text/broken.txt
exits 0 "$huozi" import text/broken.txt --into broken
has said 'text/broken.txt:9:1: warning:'
has said '[import.replaced]'

# A feed: an article for each entry, named by its title.
cat >news.xml <<'FEED'
<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>茶讯</title>
<item><title>开采: 头一天/春</title><description>&lt;p&gt;采茶。&lt;/p&gt;</description></item>
<item><title>开采: 头一天/春</title><description>&lt;p&gt;晒茶。&lt;/p&gt;</description></item></channel></rss>
FEED
exits 0 "$huozi" import news.xml --into feed
has feed/开采-头一天-春.md '采茶。'
has feed/开采-头一天-春-2.md '晒茶。'

# Nothing leaves the folders.
mkdir -p inner elsewhere && printf '<img src="../web/img/ting.png"><p>甲</p>' >inner/a.html
exits 0 "$huozi" import inner/a.html --into contained
has said '[import.image]'
[ ! -e contained/images ] || fail "an image from outside was copied"
mkdir linked && ln -s ../elsewhere linked/images
exits 1 "$huozi" import web --into linked
has said '[import.outside]'
[ -z "$(ls elsewhere)" ] || fail "a file was written outside of the folder"

exits 1 "$huozi" import missing.md --into none
has said '[file.unreadable]'
exits 1 "$huozi" import web/pages/data.csv --into none
has said '[import.format]'
[ ! -e none ] || fail "a folder was made for nothing"
exits 2 "$huozi" import
