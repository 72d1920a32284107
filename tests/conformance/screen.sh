#!/usr/bin/env bash
# screen.sh FILE.pdf: the file keeps PDF/A-2u and PDF/UA-1, as far as a book can break them; what it breaks is listed.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
require_command /usr/bin/python3
/usr/bin/python3 -c 'import pikepdf' 2>/dev/null || missing pikepdf
require_file "$1"
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$here/screen_file.py" "$1"
