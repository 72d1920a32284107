#!/usr/bin/env bash
# x1a_book.sh HUOZI BOOK FOLDER: a shipped book's third kind of PDF, FOLDER/NAME.x1a.pdf.
set -euo pipefail
huozi=$1 book=$2 folder=$3
rm -rf "$folder"
mkdir -p "$folder"
cp -r "$book" "$folder/"
sed -i 's/^  pdf: .*/  pdf: [x1a]/' "$folder/${book##*/}/book.yaml"
"$huozi" build "$folder/${book##*/}" --pdf -o "$folder"
