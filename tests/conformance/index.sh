#!/usr/bin/env bash
# index.sh HUOZI FOLDER: a book with an index (back: [index]) from marks and from terms of book.yaml. Its pages follow
# when a chapter is added; the e-book's links lead to the places; EPUBCheck has nothing to say.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
source "$here/texts.sh"
for command in pdftotext unzip java; do require_command "$command"; done
huozi=$1 folder=$2
rm -rf "$folder"
mkdir -p "$folder/book"

build() {
  "$huozi" build "$folder/book" -o "$folder/out" "$@" 2>"$folder/said" >/dev/null
  pdf=$(pdf_text "$folder/out/book.pdf")
  index=$(unzip -p "$folder/out/book.epub" EPUB/text/index.xhtml 2>/dev/null | tr -d '\n' || true)
  chapters=$(unzip -p "$folder/out/book.epub" 'EPUB/text/chapter-*' | tr -d '\n')
  nav=$(unzip -p "$folder/out/book.epub" EPUB/nav.xhtml)
}
manifest() {
  cat >"$folder/book/book.yaml" <<YAML
title: 示例
date: 2022-06-01
chapters: [$1]
back: [index]
index:
  sort: $2
  terms:
    - 信访
    - 信访条例
    - {term: 长征, reading: chang zheng}
    - {term: 上访, see: 信访}
    - {term: 基层, entry: 治理!基层, match: first}
YAML
}

{
  printf -- '---\ntitle: 甲篇\n---\n'
  printf '信访工作。`信访`是代码。\n'; page_break
  printf '信访与信访条例，长征。\n'; page_break
  printf '信访。基层与[治理]{.index}。\n'; page_break
  printf '别的。[]{.index entry="治理!城市"}\n\n[]{.index entry="空处"}\n'
} >"$folder/book/a.md"
printf -- '---\ntitle: 乙篇\n---\n\n信访，基层，[重庆]{.index reading="chong qing"}。[重量]{.index}\n' >"$folder/book/b.md"
cat >"$folder/book/c.html" <<'HTML'
<html><head><title>丙篇</title></head><body><h1>丙篇</h1>
<p>丙篇有<span class="index" data-reading="hang ye">行业</span>与信访。</p></body></html>
HTML

# Chapters begin on rectos: the second one on page 5.
manifest 'a.md, b.md' pinyin
build
silent "$folder/said"
holds "$pdf" C长征2重庆5K空处4S上访见信访X信访1–3,5信访条例2Z治理3城市4基层3重量5
holds "$nav" '>索引</a>'
holds "$index" 'epub:type="index" role="doc-index"'
holds "$index" '<li class="index-entry" epub:type="index-entry">'
holds "$index" '<span class="index-term" epub:type="index-term">重庆</span>　<a class="index-locator" epub:type="index-locator" href="chapter-002.xhtml#'
holds "$index" '>1</a>, <a'
holds "$index" 'epub:type="index-xref-preferred"><a href="#'
# Every link leads to an id that is there.
for href in $(grep -o 'href="[^"]*"' <<<"$index" | sed 's/href="//; s/"$//' | grep '#'); do
  file=${href%%#*}
  text=$index
  [ -z "$file" ] || text=$(unzip -p "$folder/out/book.epub" "EPUB/text/$file")
  holds "$text" "id=\"${href#*#}\""
done

# A chapter between them moves the second one.
manifest 'a.md, c.html, b.md' pinyin
build
holds "$pdf" C长征2重庆7H行业5K空处4S上访见信访X信访1–3,5,7信访条例2

# By strokes.
manifest 'a.md, b.md' stroke
build
holds "$pdf" 三画上访见信访
holds "$pdf" 九画
bash "$here/epubcheck.sh" "$folder/out/book.epub"

# Without pages the places are numbered.
build --epub
holds "$index" '>1</a>, <a'
holds "$index" '>4</a>'
bash "$here/epubcheck.sh" "$folder/out/book.epub"

# What is wrong with an index is said where it is written.
cat >"$folder/book/book.yaml" <<'YAML'
title: 示例
date: 2022-06-01
chapters: [b.md]
back: [index]
index:
  sorted: pinyin
  terms:
    - 无处
    - {term: 信访, reading: zheng}
    - {term: 上访, see: 没有, macth: first}
YAML
build --epub
said=$(cat "$folder/said")
holds "$said" 'book.yaml:6:3: warning: unknown key'
holds "$said" "book.yaml:8:7: warning: the term '无处' stands nowhere"
holds "$said" "book.yaml:10:14: warning: the index has no entry '没有'"
holds "$said" 'book.yaml:10:27: warning: unknown key'
printf 'title: 示例\ndate: 2022-06-01\nchapters: [d.md]\nback: [index]\n' >"$folder/book/book.yaml"
printf -- '---\ntitle: 丁篇\n---\n\n正文。\n' >"$folder/book/d.md"
build
lacks "$nav" '>索引</a>'
holds "$(cat "$folder/said")" 'book.yaml:4:8: warning: an index is wanted here'
