#!/usr/bin/env bash
# numbers.sh HUOZI TEXT_EQUALITY BOOK FOLDER: the numbers of parts, chapters and headings are the same text in the pages,
# the contents, the bookmarks, the e-book and its navigation; through the book where no part counts anew.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
for command in pdftotext unzip qpdf; do require_command "$command"; done
huozi=$1 text_equality=$2 book=$3 folder=$4
rm -rf "$folder"
mkdir -p "$folder"

same() {
  if [ "$1" != "$2" ]; then
    printf 'expected: %s\n   found: %s\n' "$1" "$2" >&2
    exit 1
  fi
}
expected='前言|缘起|第一编　理论|第一章　甲|一、子|（一）鼠|（二）猫|二、丑|第二章　乙|引子|三、寅|四、卯|第二编　实践|第一章　丙|附记|丁|辰|第二章　合集|一、戊|（一）巳|后记|致谢|'
build() {
  "$huozi" build "$folder/$1" --profile screen --strict -o "$folder/out"
  grep -q "'三、寅' begins with a number of its own" "$folder/out/$1.report.json"
  "$text_equality" "$folder/out/$1.epub" "$folder/out/$1.pdf"
}
# An outline's JSON has children before parents: the titles alone, in an order of their own.
bookmarks() { qpdf --json --json-key=outlines "$1" | grep -o '"title": "[^"]*' | sed 's/.*"//' | sort | tr '\n' '|'; }
sorted() { tr '|' '\n' <<<"${1%|}" | sort | tr '\n' '|'; }

cp -r "$book" "$folder/parts"
build parts
same "$(sorted "$expected")" "$(bookmarks "$folder/out/parts.pdf")"
same "$expected" "$(unzip -p "$folder/out/parts.epub" EPUB/toc.ncx | tr -d '\n' | sed 's/.*<navMap>//; s/<pageList.*//' |
  grep -o '<text>[^<]*' | sed 's/<text>//' | tr '\n' '|')"
navigation=$(unzip -p "$folder/out/parts.epub" EPUB/nav.xhtml)
grep -q '>第一章　甲</a>' <<<"$navigation"
# The page begins before the number.
grep -q 'aria-label="3"></span><h1 id="title"><span class="number">第一章</span><br/>甲</h1>' <<<"$(unzip -p "$folder/out/parts.epub" EPUB/text/chapter-001.xhtml)"
sheet=$(unzip -p "$folder/out/parts.epub" EPUB/style.css)
if grep -q 'h[1-6]::before' <<<"$sheet"; then
  echo 'the e-book would print numbers twice' >&2
  exit 1
fi
text=$(pdftotext -raw "$folder/out/parts.pdf" - | tr -d '\f' | sed 's/[ 　]*$//')
grep -q '^第一章$' <<<"$text"       # above its title
grep -q '^第一编　 *理论' <<<"$text"  # in the contents
same 13 "$(grep -c '"what": "heading-number"' "$folder/out/parts.report.json")"

cp -r "$book" "$folder/through"
sed -i 's/; counter-reset: chapter//' "$folder/through/numbers.css"
build through
expected=$(sed 's/第一章　丙/第三章　丙/; s/第二章　合集/第四章　合集/' <<<"$expected")
same "$(sorted "$expected")" "$(bookmarks "$folder/out/through.pdf")"
