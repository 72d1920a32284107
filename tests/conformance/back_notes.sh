#!/usr/bin/env bash
# back_notes.sh HUOZI TEXT_EQUALITY BOOK FOLDER: with -huozi-note-place: book the PDF has a section of notes, which its
# contents and bookmarks list; the e-book has none; both have the same words.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
source "$here/texts.sh"
for command in pdftotext unzip qpdf; do require_command "$command"; done
huozi=$1 text_equality=$2 book=$3 folder=$4
rm -rf "$folder"
mkdir -p "$folder"

cp -r "$book" "$folder/back"
printf 'aside.footnote { -huozi-note-place: book }\n' >"$folder/back/back.css"
printf 'stylesheet: [booklet, back.css]\n' >>"$folder/back/book.yaml"
"$huozi" build "$folder/back" --profile screen -o "$folder/out" 2>"$folder/said"
silent "$folder/said"
"$text_equality" --back-notes "$folder/out/back.epub" "$folder/out/back.pdf"

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}
text=$(pdftotext -raw "$folder/out/back.pdf" - | tr -d '\n\f' | sed 's/[ 　]//g')
grep -q '注释\.*[0-9]' <<<"$text" || fail 'the contents do not list the notes'
bookmarks=$(qpdf --json --json-key=outlines "$folder/out/back.pdf")
grep -q '"title": "注释"' <<<"$bookmarks" || fail 'no bookmark leads to the notes'
grep -q '"text": "注释"' "$folder/out/back.report.json" || fail 'the report does not list the title as generated'
files=$(unzip -l "$folder/out/back.epub")
if grep -q endnotes <<<"$files"; then fail 'the e-book has a section of notes'; fi
navigation=$(unzip -p "$folder/out/back.epub" EPUB/nav.xhtml)
if grep -q '>注释<' <<<"$navigation"; then fail 'the e-book lists a section of notes'; fi
