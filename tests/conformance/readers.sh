#!/usr/bin/env bash
# readers.sh BOOK.epub PRINT.pdf SCREENS [PAGE]: epub.js and foliate-js open the book in Chromium and are used as a
# person would (readers/read.mjs says how); the screens stay as pictures in SCREENS.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
for command in node chromium pdftotext pdfinfo qpdf; do require_command "$command"; done
for library in playwright-core epubjs jszip foliate-js; do
  [ -d "$HUOZI_VALIDATORS/$library" ] || missing "$library"
done
require_file "$1"
require_file "$2"
rm -rf "$3"
node "$here/readers/read.mjs" "$1" "$2" "$HUOZI_VALIDATORS" "$(command -v chromium)" "$3" "${@:4}"
