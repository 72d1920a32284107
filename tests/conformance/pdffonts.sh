#!/usr/bin/env bash
# pdffonts.sh BOOK.pdf: every font is embedded, a subset, maps to Unicode, and none is Type 3.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/require.sh"
require_command pdffonts
require_file "$1"
# Names and types may hold blanks, so the columns are counted from the right: ... emb sub uni object. What is no font is
# a complaint of pdffonts about the file.
pdffonts "$1" 2>&1 | awk '
  /^name +type +encoding/ || /^-+ -+ -+/ { next }
  { row = $0; sub(/ +([0-9]+ +[0-9]+|\[none\]) *$/, "") }
  NF < 5 || $(NF - 2) !~ /^(yes|no)$/ { print "complaint: " row; bad = 1; next }
  { fonts++ }
  / Type 3 / { print "Type 3: " row; bad = 1 }
  $(NF - 2) != "yes" { print "not embedded: " row; bad = 1 }
  $(NF - 1) != "yes" { print "not a subset: " row; bad = 1 }
  $NF != "yes" { print "no ToUnicode: " row; bad = 1 }
  END {
    if (!fonts) { print "no fonts at all"; bad = 1 }
    exit bad
  }'
