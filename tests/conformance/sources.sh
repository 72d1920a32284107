#!/usr/bin/env bash
# sources.sh HUOZI FOLDER: a book with a list of its sources (back: [sources]) and references to pages. When a chapter
# is added, counts, pages and the contents of both outputs change as they should.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
source "$here/texts.sh"
for command in pdftotext unzip; do require_command "$command"; done
huozi=$1 folder=$2
rm -rf "$folder"
mkdir -p "$folder/book"

build() {
  "$huozi" build "$folder/book" -o "$folder/out" 2>"$folder/said"
  pdf=$(pdf_text "$folder/out/book.pdf")
  sources=$(unzip -p "$folder/out/book.epub" EPUB/text/sources.xhtml 2>/dev/null | tr -d '\n' || true)
  chapters=$(unzip -p "$folder/out/book.epub" 'EPUB/text/chapter-*' | tr -d '\n')
  nav=$(unzip -p "$folder/out/book.epub" EPUB/nav.xhtml)
}
quotation() { printf '要坚持问题导向，把%s做好。\n\n——%s\n\n' "$1" "$2"; }
manifest() {
  printf 'title: 出处\ndate: 2022-06-01\nchapters: [%s]\nback: [%s]\n' "$1" "$2" >"$folder/book/book.yaml"
}

first='2022年3月1日，在某会议上的讲话'
second='2021年4月23日，在读书节开幕式上的讲话'
{
  printf -- '---\ntitle: 甲篇\n---\n'
  quotation 一 "$first"; page_break
  quotation 二 "$first"; page_break
  quotation 三 "$first"
  printf '见第[](b.md#jing){.page}页和第[](#wei){.page}页。\n\n'
  printf '末段里有[一处]{#wei}。\n'
} >"$folder/book/a.md"
{
  printf -- '---\ntitle: 乙篇\n---\n\n## 经验 {#jing}\n\n'
  quotation 四 "$second"
  quotation 五 "$first"
} >"$folder/book/b.md"
{
  printf -- '---\ntitle: 丙篇\n---\n'
  quotation 六 "$second"
} >"$folder/book/c.md"

# Chapters begin on rectos: the second one on page 5.
manifest 'a.md, b.md' sources
build
silent "$folder/said"
holds "$pdf" "$second（引用1次，第5页）"
holds "$pdf" "$first（引用4次，第1–3,5页）"
holds "$pdf" '见第5页和第3页。'
holds "$chapters" '见<a class="page-reference" href="chapter-002.xhtml#jing">“经验”</a>和<a class="page-reference" href="#wei">链接处</a>。'
holds "$sources" '<h1 id="title">引文出处</h1>'
holds "$sources" '（引用4次：<a href="chapter-001.xhtml#'
holds "$sources" '<a href="chapter-002.xhtml#'
holds "$nav" '>引文出处</a>'
# The oldest source is the first one.
after=${pdf##*"$second"}
holds "$after" "$first"
grep -q '引文出处\.*6' <<<"$pdf" || { echo 'the contents do not list the section on its page' >&2; exit 1; }

# A chapter before the last moves that, and cites a source once more.
manifest 'a.md, c.md, b.md' sources
build
holds "$pdf" "$second（引用2次，第5,7页）"
holds "$pdf" "$first（引用4次，第1–3,7页）"
holds "$pdf" '见第7页和第3页。'
holds "$nav" '>丙篇</a>'
holds "$sources" '（引用2次：<a href="chapter-002.xhtml#'
grep -q '引文出处\.*8' <<<"$pdf" || { echo 'the contents do not follow' >&2; exit 1; }

# Without citations there is no such section.
printf -- '---\ntitle: 丁篇\n---\n\n正文。见第[](#no){.page}页。\n' >"$folder/book/d.md"
manifest d.md sources
build
lacks "$nav" 引文出处
holds "$(cat "$folder/said")" 'book.yaml:4:8: warning: a list of sources is wanted here'
holds "$(cat "$folder/said")" "d.md:5:"
holds "$(cat "$folder/said")" "the page of '#no' is asked for"
holds "$pdf" '见第??页。'
