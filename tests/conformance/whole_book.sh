#!/usr/bin/env bash
# whole_book.sh HUOZI FOLDER: a book with every part that depends on its pages. A chapter is put in between, and the
# contents, 印张 and 字数, the index, the list of sources, references and the e-book's navigation follow.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
source "$here/texts.sh"
for command in pdftotext pdfinfo unzip; do require_command "$command"; done
huozi=$1 folder=$2
rm -rf "$folder"
mkdir -p "$folder/book"

build() {
  "$huozi" build "$folder/book" -o "$folder/out" 2>"$folder/said" >/dev/null
  silent "$folder/said"
  pdf=$(pdf_text "$folder/out/book.pdf" | sed "s/\.\.*/./g")  # leaders as one dot
  pages=$(pdfinfo "$folder/out/book.pdf" | sed -n 's/^Pages: *//p')
  nav=$(unzip -p "$folder/out/book.epub" EPUB/nav.xhtml | tr -d '\n')
  imprint=$(unzip -p "$folder/out/book.epub" EPUB/text/imprint.xhtml | tr -d '\n')
}
# The figures by hand. A face of 大32开: 28 characters by 28 lines, running head and folio; every page counts as one but
# the title page, a half, and those of the index in its own type, $1 characters each, of which there is one.
figures() {
  local full=$((28 * 30)) sheets thousands
  thousands=$(((full * (pages - 2) + full / 2 + $1 + 500) / 1000))
  sheets=$(((pages + 3) / 4 * 125))
  sheets=$((sheets / 1000)).$(printf '%03d' $((sheets % 1000)))
  holds "$pdf" "字数${thousands}千字"
  holds "$pdf" "印张$(sed 's/0*$//; s/\.$//' <<<"$sheets")"
  holds "$imprint" "　${thousands}千字"
}
manifest() {
  cat >"$folder/book/book.yaml" <<YAML
title: 全书
date: 2022-06-01
stylesheet: [booklet, numbered, numbered-captions]
imprint: {kind: internal, edition: 2022年6月第1版}
front: [title-page, imprint, contents]
chapters: [$1]
back: [sources, index]
index: {terms: [信访, 基层]}
YAML
}

speech=2022年3月1日，在某会议上的讲话
{
  printf -- '---\ntitle: 甲篇\n---\n信访工作，见[](c.md)，第[](c.md){.page}页，[](c.md#biao)。\n\n要做好。\n\n——%s\n\n' "$speech"; page_break
  printf '信访。\n\n'; page_break
  printf '基层的信访。\n'
} >"$folder/book/a.md"
{
  printf -- '---\ntitle: 乙篇\n---\n# 乙篇 {#yi}\n\n见[](#yi)。\n\n## 上\n\n信访。\n\n要办好。\n\n——%s\n\n' "$speech"; page_break
  printf '信访。\n'
} >"$folder/book/b.md"
cat >"$folder/book/c.md" <<'MD'
---
title: 丙篇
---
信访。

<table id="biao"><caption>数目</caption><tr><th>甲</th></tr><tr><td>一</td></tr></table>

要管好。

——2021年4月23日，在读书节开幕式上的讲话
MD

# Two columns of 15 characters of 小五, which stand on the grid.
index_face=$((2 * 15 * 30))
# Chapters begin on rectos: one of three pages and a blank, one of a page; sources on page 6, the index on 7. Four pages
# of front matter.
manifest 'a.md, c.md'
build
[ "$pages" -eq 11 ]
holds "$pdf" '第一章甲篇.1第二章丙篇.5引文出处.6索引.7'
holds "$pdf" '见第二章丙篇（第5页），第5页，表2-1（第5页）。'
holds "$pdf" '讲话（引用1次，第1页）'
holds "$pdf" '信访1–3,5'
holds "$pdf" '基层3'
figures "$index_face"
holds "$nav" '>第二章　丙篇<'
lacks "$nav" 乙篇

# Put in between, on pages 5 and 6: the last chapter is the third now, on page 7.
manifest 'a.md, b.md, c.md'
build
[ "$pages" -eq 13 ]
holds "$pdf" '第一章甲篇.1第二章乙篇.5一、上.5第三章丙篇.7引文出处.8索引.9'
holds "$pdf" '见第三章丙篇（第7页），第7页，表3-1（第7页）。'
holds "$pdf" '见第二章乙篇。'
holds "$pdf" '讲话（引用2次，第1,5页）'
holds "$pdf" '信访1–3,5–7'
figures "$index_face"
holds "$nav" '>第二章　乙篇<'
holds "$nav" '>一、上<'
holds "$nav" '>第三章　丙篇<'
