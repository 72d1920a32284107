#!/usr/bin/env bash
# impose.sh HUOZI PRINT.pdf X1A.pdf FOLDER: imposed files, folded as a print shop folds them, read from page to page; a print
# file's pages stand on the sheets as they are; files that cannot be imposed are refused and leave nothing behind.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
for command in qpdf gs mutool pdftoppm; do require_command "$command"; done
/usr/bin/python3 -c 'import pikepdf' 2>/dev/null || missing pikepdf
/usr/bin/python3 -c 'import PIL' 2>/dev/null || missing python3-pil
huozi=$1 print=$2 x1a=$3 folder=$4
require_file "$print"
require_file "$x1a"
rm -rf "$folder"
mkdir -p "$folder"

/usr/bin/python3 "$here/imposed_file.py" fold "$huozi" "$folder"
/usr/bin/python3 "$here/imposed_file.py" refuse "$huozi" "$folder"
/usr/bin/python3 "$here/imposed_file.py" pixels "$huozi" "$folder" "$print"

# A page alone is most likely a cover, which nobody folds into a booklet.
qpdf "$print" --pages . 1 -- "$folder/one.pdf"
"$huozi" impose "$folder/one.pdf" -o "$folder/one.imposed.pdf" 2>"$folder/said" >/dev/null
grep -qF '[impose.one-page]' "$folder/said" || { echo "a cover is imposed in silence" >&2; exit 1; }
"$huozi" impose "$print" -o "$folder/all.imposed.pdf" 2>"$folder/said" >/dev/null
if grep -F '[impose.one-page]' "$folder/said" >&2; then exit 1; fi

# Sound, PDF/X where the source is, and the same bytes each time.
for kind in 16 saddle 2up; do
  out=$folder/sound.$kind.pdf
  "$huozi" impose "$print" --signature "$kind" -o "$out" 2>/dev/null >/dev/null
  TZ=Asia/Shanghai "$huozi" impose "$print" --signature "$kind" -o "$folder/again.pdf" 2>/dev/null >/dev/null
  cmp "$out" "$folder/again.pdf"
  bash "$here/qpdf.sh" "$out" >/dev/null
  bash "$here/press.sh" x4 "$out"
  said=$(gs -q -dNOPAUSE -dBATCH -sDEVICE=nullpage "$out" 2>&1)
  [ -z "$said" ] || { echo "gs: $said" >&2; exit 1; }
  said=$(mutool draw -q -F ppm -o /dev/null -r 20 "$out" 2>&1 | grep -v 'ICC support' || true)
  [ -z "$said" ] || { echo "mutool: $said" >&2; exit 1; }
done
"$huozi" impose "$x1a" -o "$folder/sound.x1a.pdf" 2>/dev/null >/dev/null
bash "$here/qpdf.sh" "$folder/sound.x1a.pdf" >/dev/null
bash "$here/press.sh" x1a "$folder/sound.x1a.pdf"
