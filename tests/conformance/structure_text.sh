#!/usr/bin/env bash
# structure_text.sh BOOK.epub BOOK.pdf: the text of the screen file's structure is the e-book's, character for character.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
for command in pdfinfo python3; do require_command "$command"; done
require_file "$1"
require_file "$2"
python3 "$here/structure_text.py" "$1" "$2"
