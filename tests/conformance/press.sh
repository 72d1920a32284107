#!/usr/bin/env bash
# press.sh x4|x1a FILE.pdf: the file keeps PDF/X-4 or PDF/X-1a; what it breaks is listed.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
require_command /usr/bin/python3
/usr/bin/python3 -c 'import pikepdf' 2>/dev/null || missing pikepdf
require_file "$2"
/usr/bin/python3 "$here/press_file.py" "$1" "$2"
