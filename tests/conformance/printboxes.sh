#!/usr/bin/env bash
# printboxes.sh BOOK.print.pdf: a file for the print shop. Every page has a TrimBox inside a BleedBox inside the MediaBox
# with marks of the cut around it; no annotations; no colour but the one ink, black: all plates have the marks alone.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/require.sh"
require_command qpdf
require_command pdfinfo
require_file "$1"
pdfinfo -box -f 1 -l 100000 "$1" | awk '
  / MediaBox:/ { n++; for (i = 1; i <= 4; i++) media[i] = $(NF - 4 + i) }
  / BleedBox:/ { for (i = 1; i <= 4; i++) bleed[i] = $(NF - 4 + i) }
  / TrimBox:/ {
    for (i = 1; i <= 4; i++) trim[i] = $(NF - 4 + i)
    room = media[1] + 5 < bleed[1] && media[2] + 5 < bleed[2] && bleed[3] + 5 < media[3] && bleed[4] + 5 < media[4]
    cut = bleed[1] + 5 < trim[1] && bleed[2] + 5 < trim[2] && trim[3] + 5 < bleed[3] && trim[4] + 5 < bleed[4]
    if (!room || !cut) { print "boxes of page " n; bad = 1 }
  }
  END { if (!n) { print "no pages"; bad = 1 } exit bad }'
objects=$(mktemp)
trap 'rm -f "$objects"' EXIT
qpdf --qdf --object-streams=disable "$1" "$objects"
if grep -a -n '/Annots' "$objects" | head -3 | grep .; then echo "annotations in a print file" >&2; exit 1; fi
# Colour operators stand at the end of a line after their numbers.
if grep -a -nE '^[0-9. -]+ (rg|RG|k|K)$' "$objects" | grep -vE ':0 0 0 [0-9.]+ [kK]$' | head -3 | grep .; then echo "more than one ink" >&2; exit 1; fi
# Other colour spaces are those of the marks, which stand in artifacts of the sheet.
awk '/Type\/Page>>BDC/ { marks = 1; seen = 1 } (/ (cs|CS) /) && !marks { print; bad = 1 } /EMC$/ { marks = 0 }
  END { exit bad || !seen }' "$objects" || { echo "no printer's marks, or colour spaces outside of them" >&2; exit 1; }
