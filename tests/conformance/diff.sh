#!/usr/bin/env bash
# diff.sh HUOZI MANUAL FOLDER: two editions of the manual that differ in one change of each kind. `huozi diff` tells
# these and no others, with the pages on which pdftotext finds them; equal editions differ in nothing; a report stands
# for its book; the change bars stand beside the lines that changed.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
for command in pdftotext qpdf /usr/bin/python3; do require_command "$command"; done
/usr/bin/python3 -c 'import pikepdf' 2>/dev/null || missing pikepdf
huozi=$1 manual=$2 folder=$3
rm -rf "$folder"
mkdir -p "$folder/old" "$folder/new"

for edition in old new; do
  cp -r "$manual" "$folder/$edition/book"
  /usr/bin/python3 "$here/diff_editions.py" plant "$edition" "$folder/$edition/book"
  "$huozi" build "$folder/$edition/book" --pdf --profile print -o "$folder/$edition/out" >"$folder/said" 2>&1
done

# Equal editions.
"$huozi" diff "$folder/old/book" "$folder/old/book" >"$folder/same.txt" 2>"$folder/said"
grep -q ': 0 added, 0 removed, 0 changed, 0 moved$' "$folder/same.txt"
grep -qx 'pages that differ: none' "$folder/same.txt"
[ "$(wc -l <"$folder/same.txt")" = 2 ]

# Each change once, on its pages; by the books and by the old one's report alike.
"$huozi" diff "$folder/old/book" "$folder/new/book" --format json --pdf -o "$folder/bars" >"$folder/diff.json" \
  2>"$folder/said"
/usr/bin/python3 "$here/diff_editions.py" changes "$folder"
"$huozi" diff "$folder/old/out/book.report.json" "$folder/new/book" --format json >"$folder/record.json" \
  2>"$folder/said"
cmp <(tail -n +3 "$folder/diff.json") <(tail -n +3 "$folder/record.json")
"$huozi" diff "$folder/old/out/book.report.json" "$folder/new/out/book.report.json" --jobs 1 >"$folder/diff.txt"
grep -q '^+ .*{+得+}' "$folder/diff.txt"
grep -q '^- .*\[-的-\]' "$folder/diff.txt"

# The bars.
qpdf --check "$folder/bars/book.diff.pdf" >"$folder/said"
/usr/bin/python3 "$here/diff_editions.py" bars "$folder"

# Lines and paragraphs are those that the margins of the proof editions number; of columns each has its own bars.
/usr/bin/python3 "$here/diff_books.py" "$folder/kinds"
for kind in plain columns endnotes turned; do
  of=$folder/kinds/$kind
  for edition in old new; do
    "$huozi" build "$of/$edition/book" --pdf --profile print --proof -o "$of/$edition" >"$folder/said" 2>&1
    pdftotext -bbox "$of/$edition/book.proof.pdf" "$of/$edition.html"
  done
  "$huozi" diff "$of/old/book.report.json" "$of/new/book" --format json --pdf -o "$of" >"$of/diff.json" 2>"$folder/said"
  /usr/bin/python3 "$here/diff_margins.py" "$of/diff.json" "$of/old.html" "$of/new.html"
done
/usr/bin/python3 "$here/diff_editions.py" column_bars "$folder/kinds/columns"

# A picture replaced under its name, and a style alone.
mkdir -p "$folder/picture/articles"
printf -- '---\ntitle: 桥\n---\n桥在河上。\n\n![桥](a.svg)\n' >"$folder/picture/articles/a.md"
printf 'title: 桥\nchapters: [articles/a.md]\n' >"$folder/picture/book.yaml"
svg='<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="90" height="60" fill="%s"/></svg>'
printf "$svg" red >"$folder/picture/articles/a.svg"
cp -r "$folder/picture" "$folder/repainted"
printf "$svg" blue >"$folder/repainted/articles/a.svg"
"$huozi" diff "$folder/picture" "$folder/repainted" >"$folder/diff.txt" 2>"$folder/said"
grep -qx 'changed picture  page 1, picture 1, another picture in the file' "$folder/diff.txt"
grep -qx 'pages that differ: 1' "$folder/diff.txt"
"$huozi" diff "$folder/picture" "$folder/repainted" --pdf -o "$folder/bars" >"$folder/diff.txt" 2>"$folder/said"
/usr/bin/python3 "$here/diff_editions.py" picture_bar "$folder"
cp -r "$folder/picture" "$folder/restyled"
printf 'p { text-indent: 0 }\n' >"$folder/restyled/x.css"
printf 'stylesheet: [booklet, x.css]\n' >>"$folder/restyled/book.yaml"
"$huozi" diff "$folder/picture" "$folder/restyled" >"$folder/diff.txt" 2>"$folder/said"
[ "$(wc -l <"$folder/diff.txt")" = 3 ]
grep -qx 'no words differ, but how they are set' "$folder/diff.txt"

# What is no edition.
refuse() {
  local message=$1
  shift
  if "$huozi" diff "$@" >/dev/null 2>"$folder/said"; then echo "took $*" >&2; exit 1; fi
  grep -q "$message" "$folder/said"
}
refuse 'is a PDF' "$folder/old/out/book.print.pdf" "$folder/new/book"
refuse 'no book at' "$folder/nothing" "$folder/new/book"
echo '{"edition": {"pages": [], "paragraphs": [{"text": "一", "lines": "7:1:0"}]}}' >"$folder/damaged.json"
refuse 'holds no edition' "$folder/new/book" "$folder/damaged.json"
refuse 'change bars need' "$folder/old/out/book.report.json" "$folder/new/out/book.report.json" --pdf
