#!/usr/bin/env bash
# images.sh HUOZI IMAGE_FILES FOLDER: a book with an image of every kind. The e-book has each in a form all readers know,
# what was fine already byte for byte; print has each of them, too; what is no picture has a placeholder and is told.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
source "$here/texts.sh"
for command in pdfimages qpdf unzip cmp jq; do require_command "$command"; done
huozi=$1 image_files=$2 folder=$3
rm -rf "$folder"
mkdir -p "$folder/book"
"$image_files" "$folder/book/images"

whole='plain.jpg same.jpg gray.jpg inks.jpg turned.jpg wide.jpg coded.jpg large.jpg plain.png clear.png deep.png
  photo.webp clear.webp moving.webp plain.gif moving.gif drawing.svg stranger.svg
  lines.svg mixed.svg blurred.svg'
{
  printf -- '---\ntitle: 图谱\n---\n\n'
  for name in $whole cut.webp broken.svg words.bmp; do printf '![%s的图](images/%s)\n\n%s说明。\n\n' "$name" "$name" "$name"; done
} >"$folder/book/a.md"
printf 'title: 图谱\ndate: 2022-06-01\nchapters: [a.md]\noutputs: {epub: {}, pdf: [screen, print, x1a]}\n' >"$folder/book/book.yaml"

for jobs in 1 3; do
  "$huozi" build "$folder/book" -o "$folder/out$jobs" --jobs "$jobs" 2>"$folder/said$jobs"
done
cmp "$folder/out1/book.epub" "$folder/out3/book.epub"
for pdf in book.pdf book.print.pdf book.x1a.pdf; do cmp "$folder/out1/$pdf" "$folder/out3/$pdf"; done
cmp "$folder/out1/book.report.json" "$folder/out3/book.report.json"

rm -rf "$folder/epub"
unzip -q "$folder/out1/book.epub" -d "$folder/epub"
packaged=$folder/epub/EPUB/images
for name in plain.jpg gray.jpg plain.png clear.png plain.gif drawing.svg; do
  cmp "$folder/book/images/$name" "$packaged/$name"
done
[ ! -e "$packaged/same.jpg" ]   # packaged once
for name in inks.jpg turned.jpg wide.jpg coded.jpg large.jpg deep.png photo.jpg clear-2.png moving.png moving-2.png; do
  require_file "$packaged/$name"
done
[ "$(find "$packaged" -name '*.webp' | wc -l)" = 0 ]
lacks "$(cat "$packaged/stranger.svg")" script
lacks "$(cat "$packaged/stranger.svg")" http://images
holds "$(cat "$packaged/stranger.svg")" '#00ff00'
chapter=$(cat "$folder"/epub/EPUB/text/chapter-001.xhtml)
[ "$(grep -o '<img ' <<<"$chapter" | wc -l)" = 21 ]
[ "$(grep -o 'image-missing' <<<"$chapter" | wc -l)" = 3 ]

# 16 files with pixels, one of which is another's twin byte for byte but a picture of its own in print, and a drawing
# that is pixels; four drawings are lines, but PDF/X-1a has no gradients and nothing that shines through.
pixels() { pdfimages -list "$1" | awk '$3 == "image"' | wc -l; }
forms() { qpdf --qdf "$1" - | grep -ac '/Subtype /Form'; }
[ "$(pixels "$folder/out1/book.pdf")" = 17 ]
[ "$(pixels "$folder/out1/book.print.pdf")" = 17 ]
[ "$(pixels "$folder/out1/book.x1a.pdf")" = 18 ]
[ "$(forms "$folder/out1/book.x1a.pdf")" -ge 3 ]
# At most half as many pixels again as their size has a use for: 300 an inch for the press, 150 for screens.
finest() { pdfimages -list "$1" | awk '$3 == "image" && $13 > most { most = $13 } END { print most + 0 }'; }
[ "$(finest "$folder/out1/book.print.pdf")" -le 450 ]
[ "$(finest "$folder/out1/book.pdf")" -le 401 ]   # of the drawing in pixels

said=$(cat "$folder/said1" "$folder/out1/book.report.json")
lacks "$(cat "$folder/said1")" 'image.converted'   # a note
holds "$said" "the e-book has 'images/large.jpg' changed: scaled to 2828 by 1414 pixels"
holds "$said" "the e-book has 'images/inks.jpg' changed: colours to sRGB"
holds "$said" "the e-book has 'images/turned.jpg' changed: turned upright"
holds "$said" "the e-book has 'images/photo.webp' changed: WebP to JPEG"
holds "$said" "the e-book has 'images/deep.png' changed: 16 bits a sample to 8"
holds "$said" "of the animation 'images/moving.gif' only the first frame is shown"
holds "$said" "'images/stranger.svg' runs or fetches something, or holds what is no drawing; left out: onload, script, image"
holds "$said" "the image 'images/cut.webp' is damaged"
holds "$said" "the image 'images/broken.svg' is damaged"
holds "$said" "'images/words.bmp' is no JPEG, PNG, WebP, GIF or SVG image"
lacks "$said" "has 'images/plain"
lacks "$said" pdf.image
holds "$said" "a PDF has the drawing 'images/blurred.svg' in pixels: it has pictures or filters in it"
holds "$said" "a PDF has the drawing 'images/mixed.svg' in pixels: "
lacks "$said" "the drawing 'images/lines.svg' in pixels"

# Inks in every picture, without transparency where there may be none.
bash "$here/press.sh" x4 "$folder/out1/book.print.pdf"
bash "$here/press.sh" x1a "$folder/out1/book.x1a.pdf"

# Turned to inks in the other way, which the files name: in pictures, drawings and what the pages draw themselves.
mkdir -p "$folder/perceptual"
cp "$folder/book/images/"{plain.jpg,wide.jpg,gray.jpg,inks.jpg,clear.png,lines.svg} "$folder/perceptual"
{
  printf -- '---\ntitle: 图谱\n---\n\n'
  for name in plain.jpg wide.jpg gray.jpg inks.jpg clear.png lines.svg; do printf '![%s的图](%s)\n\n' "$name" "$name"; done
} >"$folder/perceptual/a.md"
printf 'title: 图谱\ndate: 2022-06-01\nchapters: [a.md]\noutputs: {pdf: [print, x1a], print: {intent: perceptual}}\n' \
  >"$folder/perceptual/book.yaml"
"$huozi" build "$folder/perceptual" -o "$folder/softened" 2>"$folder/said-softened"
for kind in x4:print x1a:x1a; do
  file=$folder/softened/perceptual.${kind#*:}.pdf
  bash "$here/press.sh" "${kind%:*}" "$file"
  objects=$(qpdf --qdf "$file" - | grep -aE '^ *(/Intent|/RI) ')
  holds "$objects" '/Intent /Perceptual'
  holds "$objects" '/RI /Perceptual'
  lacks "$objects" Relative
done
[ "$(jq -r .rendering_intent "$folder/softened/perceptual.job.json")" = perceptual ]
lacks "$(qpdf --qdf "$folder/out1/book.print.pdf" - | grep -aE '^ *(/Intent|/RI) ')" Perceptual

# Drawings as lines look alike everywhere.
mkdir -p "$folder/drawings"
cp "$folder/book/images/lines.svg" "$folder/book/images/mixed.svg" "$folder/drawings"
printf -- '---\ntitle: 图样\n---\n\n![桥](lines.svg)\n\n桥。\n\n![色](mixed.svg)\n' >"$folder/drawings/a.md"
printf 'title: 图样\ndate: 2022-06-01\nchapters: [a.md]\noutputs: {pdf: [screen]}\n' >"$folder/drawings/book.yaml"
"$huozi" build "$folder/drawings" -o "$folder/drawn" >/dev/null
bash "$here/renderers.sh" "$folder/rendered" "$folder/drawn/drawings.pdf"
# Every kind of picture too. In inks the three make light of them each in its own way: only screens can be compared.
bash "$here/renderers.sh" "$folder/rendered" "$folder/out1/book.pdf"

bash "$here/epubcheck.sh" "$folder/out1/book.epub"
