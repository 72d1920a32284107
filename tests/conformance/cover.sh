#!/usr/bin/env bash
# cover.sh HUOZI FOLDER: covers of books of about 24, 120 and 480 pages, each on two papers: boxes and the report agree
# with the formula to 0.1 mm, files keep PDF/X-4, the bar code is read back from the page. Then what takes words or bars
# away, a picture, a paper nobody knows; and that the e-book alone can have one.
set -euo pipefail
export LC_ALL=C.UTF-8
huozi=$1 folder=$2
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
require_command pdftoppm
require_command pdftotext
require_command zbarimg
/usr/bin/python3 -c 'import pikepdf' 2>/dev/null || missing pikepdf
/usr/bin/python3 -c 'import PIL' 2>/dev/null || missing PIL
rm -rf "$folder"
mkdir -p "$folder/book"
fail() { printf '%s\n' "$*" >&2; exit 1; }

# book PARAGRAPHS LINE...: a book of so many, its manifest with these lines besides.
book() {
  local i words='园丁在清早走进园子，先看土，再看水。桃树开了花，墙边的竹子也高了一尺，他都记在册子里。'
  { printf '# 春天的园子\n'
    for ((i = 0; i < $1; ++i)); do printf '\n%s%s%s%s\n' "$words" "$words" "$words" "$words"; done; } >"$folder/book/a.md"
  shift
  printf '%s\n' 'title: 江南园林与桥梁' 'chapters: [a.md]' "$@" >"$folder/book/book.yaml"
}
facts=('creators: [顾园]' 'publisher: 松风书屋' 'isbn: 978-7-5086-4735-7' 'series: {title: 水乡丛书}'
  'imprint: {kind: isbn, price: 38.00元}' 'description: 一座园子怎样从荒地变成春天，一座桥怎样修起来，又怎样用了一百年。')
build() { "$huozi" build "$folder/book" -o "$folder/out" --cover "$@" 2>"$folder/said" >/dev/null; }
cover=$folder/out/book.cover.pdf
said() { grep -qF "\"rule\": \"$1\"" "$folder/out/book.report.json"; }
code() {
  pdftoppm -r 300 -png -singlefile "$cover" "$folder/cover"
  zbarimg -q --raw -Sdisable -Sean13.enable "$folder/cover.png" 2>/dev/null || true
}

for paragraphs in 76 463 1898; do
  for paper in '80g胶版 0.10 0' '60克轻型纸 0.12 70'; do
    read -r name caliper flap <<<"$paper"
    book "$paragraphs" "${facts[@]}" "outputs: {print: {paper: $name}, cover: {flaps: ${flap}mm}}"
    build --pdf --profile print || fail "no cover: $(cat "$folder/said")"
    /usr/bin/python3 "$here/cover_file.py" "$cover" "$folder/out/book.print.pdf" "$folder/out/book.report.json" \
      "$caliper" "$flap" 0.4
    bash "$here/press.sh" x4 "$cover"
    [ "$(code)" = 9787508647357 ] || fail "the bar code of $paragraphs paragraphs reads: $(code)"
  done
done

# A spine of one's own, and bindings.
book 290 "${facts[@]}" 'outputs: {print: {binding: sewn}, cover: {spine: 12.5mm}}'
build --pdf --profile print
/usr/bin/python3 "$here/cover_file.py" "$cover" "$folder/out/book.print.pdf" "$folder/out/book.report.json" 0 0 12.5
book 40 "${facts[@]}" 'outputs: {print: {binding: perfect}}'
build --pdf --profile print
said print.glued || fail 'few pages are glued in silence'
said cover.bare-spine || fail 'a spine without words in silence'

# The small trim has a smaller code, which is read still.
book 60 "${facts[@]}" 'stylesheet: [booklet, s.css]'
echo '@page { size: 58mm 130mm; margin: 8mm } html { writing-mode: vertical-rl }' >"$folder/book/s.css"
build --pdf --profile print
[ "$(code)" = 9787508647357 ] || fail "the small bar code reads: $(code)"
said cover.right-bound || fail 'a cover bound at the right around pages read from the left, in silence'

# Without a number there are no bars, nor where they are not wanted.
book 40 'isbn: 978-7-…'
build --pdf --profile print
said cover.no-isbn || fail 'no word of the bar code that is missing'
[ -z "$(code)" ] || fail 'a bar code without a number'
book 40 "${facts[@]}" 'outputs: {cover: {barcode: off, price: off, back: 另一段话}}'
build --pdf --profile print
[ -z "$(code)" ] || fail 'a bar code nobody wants'
said cover.no-isbn && fail 'a word of a bar code nobody wants'
pdftotext "$cover" - | tr -d '\n' >"$folder/words"
grep -qF 另一段话 "$folder/words" || fail "the back says: $(cat "$folder/words")"
grep -qF 定价 "$folder/words" && fail 'a price nobody wants'

# A picture of the editor's covers the front to the bleed, and no more.
book 290 "${facts[@]}" 'cover: c.png' 'outputs: {cover: {flaps: 60mm}}'
/usr/bin/python3 -c 'import sys; from PIL import Image
Image.new("RGB", (1300, 2600), (20, 160, 60)).save(sys.argv[1])' "$folder/book/c.png"
build --pdf --profile print
said print.coarse || fail 'a picture of 226 pixels an inch in silence'
bash "$here/press.sh" x4 "$cover"
[ "$(code)" = 9787508647357 ] || fail 'no bar code beside a picture'
/usr/bin/python3 "$here/cover_picture.py" "$folder/cover.png" "$cover" "$folder/out/book.report.json"

# What is no picture is told of once, though the e-book and the printed cover both want it.
book 40 'cover: c.svg'
echo '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="16"/>' >"$folder/book/c.svg"
build
[ "$(grep -c 'cover.format' "$folder/said")" = 1 ] || fail "$(cat "$folder/said")"

# Letters on the spine lie on their side, each word a whole.
book 290 'creators: [Anna Quill]' 'outputs: {cover: {spine: 20mm}}'
sed -i 's/^title: .*/title: Gardens and Bridges/' "$folder/book/book.yaml"
build --pdf --profile print
bash "$here/press.sh" x4 "$cover"
said cover.right-bound && fail 'a cover bound at the left is said to be bound at the right'
/usr/bin/python3 - "$cover" <<'PY' || fail 'the letters on the spine stand upright'
import re, sys
import pikepdf
with pikepdf.open(sys.argv[1]) as pdf:
    page = pdf.pages[0]
    page.contents_coalesce()
    matrices = re.findall(rb"0 -1 1 0 (\S+) \S+ Tm", page.Contents.read_bytes())
    left, _, right, _ = [float(each) for each in page.TrimBox]
    middle = (left + right) / 2
    sys.exit(not matrices or any(abs(float(x) - middle) > 28 for x in matrices))
PY

# A text for a flap that is not there.
book 40 'outputs: {cover: {front_flap: 园丁的话}}'
build --pdf --profile print
said cover.no-flap || fail 'the text of a flap is left out in silence'

# A paper nobody knows is an error at its place.
book 40 'outputs: {print: {paper: 85g胶版}}'
build --pdf && fail 'an unknown paper was taken'
grep -q 'book.yaml:3:26: error: .*\[print.paper\]' "$folder/said" || fail "$(cat "$folder/said")"
grep -q 'perhaps meant: .*胶版' "$folder/said" || fail "no paper is proposed: $(cat "$folder/said")"

# The e-book alone, with a cover for print; the same bytes from other threads; silence where none is asked for.
book 290 "${facts[@]}"
rm -rf "$folder/out"
build --epub --jobs 1
[ -s "$cover" ] && [ -s "$folder/out/book.epub" ] && [ ! -e "$folder/out/book.pdf" ] || fail "$(ls "$folder/out")"
cp "$cover" "$folder/first.pdf"
build --epub --jobs 3
cmp "$folder/first.pdf" "$cover"
book 40
"$huozi" check "$folder/book" --format json >"$folder/checked" 2>/dev/null
grep -qE '"rule": "cover\.|"cover":' "$folder/checked" && fail 'check speaks of a cover nobody asked for'
exit 0
