#!/usr/bin/env bash
# styles.sh HUOZI BOOKS FOLDER: each shipped style sets the example books without a word of complaint, its e-books are
# EPUBs, and a chapter never begins on the back of its part's page where a style says so.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
for command in pdftotext java unzip; do require_command "$command"; done
huozi=$1 books=$2 folder=$3
rm -rf "$folder"
mkdir -p "$folder"

# build BOOK NAME STYLES
build() {
  cp -r "$books/$1" "$folder/$2"
  sed -i '/^stylesheet:/d' "$folder/$2/book.yaml"
  printf 'stylesheet: %s\n' "$3" >>"$folder/$2/book.yaml"
  "$huozi" build "$folder/$2" --profile screen -o "$folder/out" 2>"$folder/said"
  # Long names in code leave some lines short in narrow columns, one book lacks a picture, and the plate's picture is for
  # small pages, whatever the style.
  if grep -E '(warning|error): ' "$folder/said" | grep -vE 'layout.short-line|image.remote-missing|layout.plate-coarse'; then
    echo "$2: a style causes what is said above" >&2
    exit 1
  fi
}

for style in reader novel report large-print; do
  build manual "manual-$style" "$style"
  build xinfang "xinfang-$style" "$style"
  bash "$here/epubcheck.sh" "$folder/out/manual-$style.epub"
  # The first part's page is 1, its verso 2 is blank.
  if [ "$(pdftotext -raw "$folder/out/manual-$style.pdf" - | tr -d ' \n' | awk -v RS='\f' '/第一编入门$/ { getline; print length($0); exit }')" != 0 ]; then
    echo "manual-$style: the verso of a part's page is not blank" >&2
    exit 1
  fi
done
build xinfang xinfang-numbered '[booklet, numbered]'
build xinfang xinfang-decimal '[large-print, decimal]'
# Vertical lines, and pages that turn from right to left.
build xinfang xinfang-vertical '[booklet, vertical]'
bash "$here/epubcheck.sh" "$folder/out/xinfang-vertical.epub"
unzip -p "$folder/out/xinfang-vertical.epub" EPUB/package.opf | grep -F 'page-progression-direction="rtl"' >/dev/null
