#!/usr/bin/env bash
# renderers.sh FOLDER FILE.pdf: the file opens in Ghostscript, MuPDF and Poppler without a complaint, and its pages look
# alike in all three.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
for command in gs mutool pdftoppm pdftocairo pdfinfo /usr/bin/python3; do require_command "$command"; done
/usr/bin/python3 -c 'import PIL' 2>/dev/null || missing python3-pil
require_file "$2"
/usr/bin/python3 "$here/renderers.py" "$2" "$1"
