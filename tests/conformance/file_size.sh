#!/usr/bin/env bash
# file_size.sh HUOZI BENCH_BOOK FOLDER: what a page of a book of about 300 pages and 1,000 notes takes in each PDF, in
# bytes of the file, fonts and all; and that qpdf and pikepdf read the packed files as they read others.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
for command in qpdf pdfinfo mutool gs pdftotext; do require_command "$command"; done
/usr/bin/python3 -c 'import pikepdf' 2>/dev/null || missing pikepdf
huozi=$1 bench_book=$2 folder=$3
rm -rf "$folder"
mkdir -p "$folder"
"$bench_book" "$folder/book"
echo 'outputs: {pdf: [screen, plain, print, x1a]}' >>"$folder/book/book.yaml"
"$huozi" build "$folder/book" --pdf -o "$folder" >/dev/null 2>"$folder/said"

fail() {
  echo "$*" >&2
  exit 1
}

# at_most FILE BYTES: a page takes no more.
at_most() {
  local file=$folder/$1 most=$2 pages size
  pages=$(pdfinfo "$file" | sed -n 's/^Pages: *//p')
  size=$(stat -c %s "$file")
  echo "$1: $pages pages, $((size / pages)) bytes a page; at most $most"
  [ "$pages" -ge 250 ] || fail "$1 has only $pages pages"
  [ "$size" -le $((pages * most)) ] || fail "$1 is too large"
}
at_most book.pdf 3000
at_most book.plain.pdf 2250
at_most book.print.pdf 2900

# Files for presses keep the frame that every device reads.
for file in book.print.pdf book.x1a.pdf; do
  ! grep -qa '/ObjStm' "$folder/$file" || fail "$file has object streams"
done

for file in book.pdf book.plain.pdf; do
  grep -qa '/ObjStm' "$folder/$file" || fail "$file has no object streams"
  qpdf --check "$folder/$file" >"$folder/checked" 2>&1 || fail "$file: $(cat "$folder/checked")"
  for reader in "mutool info" "gs -q -dNOPAUSE -dBATCH -sDEVICE=nullpage" "pdftotext -f 299"; do
    $reader "$folder/$file" >/dev/null 2>"$folder/complaints" || fail "$file: $reader fails"
    ! grep -v '^warning: ICC support is not available$' "$folder/complaints" >&2 || fail "$file: $reader complains"
  done
done

# The structure is whole: every element is reached from its root.
/usr/bin/python3 - "$folder/book.pdf" <<'PY'
import sys
import pikepdf
with pikepdf.open(sys.argv[1]) as pdf:
    if pdf.get_warnings():
        sys.exit(f"pikepdf: {pdf.get_warnings()}")
    kinds = {}
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and "/S" in each and "/P" in each:
            kinds[str(each.S)] = kinds.get(str(each.S), 0) + 1
    elements = sum(kinds.values())
    if kinds.get("/Note") != 1000 or kinds.get("/P", 0) < 1500:
        sys.exit(f"the structure lacks elements: {kinds}")
    kept = set()
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        each = waiting.pop()
        if isinstance(each, pikepdf.Array):
            waiting.extend(each)
        elif isinstance(each, pikepdf.Dictionary) and "/S" in each and each.objgen not in kept:
            kept.add(each.objgen)
            waiting.append(each.get("/K", pikepdf.Array()))
    if len(kept) != elements:
        sys.exit(f"{elements} elements, of which the structure reaches {len(kept)}")
PY
