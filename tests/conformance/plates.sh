#!/usr/bin/env bash
# plates.sh BOOK.print.pdf: a book in black, as a printer's plates. The marks around each page are on all four plates; the
# page itself is on the black one alone.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/require.sh"
require_command gs
require_file "$1"
# What share of each page each ink covers, a line a page.
cover() { gs -q -dSAFER -o - -sDEVICE=inkcov "$@"; }
cover "$1" | awk '
  !($1 > 0 && $2 > 0 && $3 > 0 && $4 > 0) { print "no marks on some plate of page " NR ": " $0; bad = 1 }
  END { exit bad || !NR }'
cover -dUseTrimBox "$1" | awk '
  $1 + $2 + $3 > 0 { print "more than black on page " NR ": " $0; bad = 1 }
  $4 > 0 { seen = 1 }
  END { exit bad || !seen }'
