#!/usr/bin/env bash
# refusals.sh HUOZI FOLDER: the checks accept a sound small file and refuse broken ones, made here.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
for command in qpdf pdffonts pdfinfo gs mutool unzip java; do require_command "$command"; done
/usr/bin/python3 -c 'import pikepdf' 2>/dev/null || missing pikepdf
/usr/bin/python3 -c 'import PIL' 2>/dev/null || missing python3-pil
huozi=$1 folder=$2
mkdir -p "$folder"

# refuses CHECK FILE WORDS [ARGUMENT]: what the check says holds the words.
refuses() {
  local check=$1 file=$2 words=$3 said status=0
  said=$(bash "$here/$check.sh" ${4:+"$4"} "$file" 2>&1) || status=$?
  if [ "$status" -eq 0 ] || ! grep -q "$words" <<<"$said"; then
    printf '%s took %s (status %s), and said:\n%s\n' "$check" "$file" "$status" "$said" >&2
    exit 1
  fi
}

# A page with a font that is neither embedded nor mapped to Unicode, and a Type 3 font. qpdf mends the offsets left out here.
cat >"$folder/source.pdf" <<'PDF'
%PDF-1.7
1 0 obj
<</Type /Catalog /Pages 2 0 R>>
endobj
2 0 obj
<</Type /Pages /Kids [3 0 R] /Count 1>>
endobj
3 0 obj
<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R
/Resources <</Font <</F1 5 0 R /F2 6 0 R>>>>>>
endobj
4 0 obj
<</Length 30>>
stream
BT /F1 12 Tf 9 9 Td (huo) Tj ET
endstream
endobj
5 0 obj
<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>
endobj
6 0 obj
<</Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs <<>> /FirstChar 0 /LastChar 0
/Widths [1] /Encoding <</Type /Encoding /Differences [0 /a]>>>>
endobj
trailer
<</Root 1 0 R /Size 7>>
%%EOF
PDF
refuses qpdf "$folder/source.pdf" WARNING
qpdf --warning-exit-0 --no-warn "$folder/source.pdf" "$folder/sound.pdf"
bash "$here/qpdf.sh" "$folder/sound.pdf" >/dev/null
refuses pdffonts "$folder/sound.pdf" 'not embedded'
refuses pdffonts "$folder/sound.pdf" 'not a subset'
refuses pdffonts "$folder/sound.pdf" 'no ToUnicode'
refuses pdffonts "$folder/sound.pdf" 'Type 3'
head -c 300 "$folder/sound.pdf" >"$folder/cut.pdf"
refuses "press" "$folder/sound.pdf" 'no TrimBox' x4
refuses "press" "$folder/sound.pdf" 'not embedded' x1a
refuses "press" "$folder/sound.pdf" 'GTS_PDFXVersion' x1a
refuses qpdf "$folder/cut.pdf" cut.pdf
refuses pdffonts "$folder/cut.pdf" complaint

printf 'no archive' >"$folder/broken.epub"
refuses epubcheck "$folder/broken.epub" 'ERROR\|FATAL'
refuses epubcheck "$folder/absent.epub" 'missing or empty'

# A screen file with something of everything, and copies of it with one thing broken each.
rm -rf "$folder/screen"
mkdir -p "$folder/screen"
cp "$here/../../books/manual/images/spread.png" "$folder/screen/picture.png"
cat >"$folder/screen/garden.md" <<'MD'
---
title: 茶园
---

## 春

石桥边种茶[^1]，见[园图](https://example.org/garden)。

[^1]: 另有一说。

- 茶
- 桥

### 园

| 名 | 数 |
|----|----|
| 茶 | 三 |
| 桥 | 一 |

![园门](picture.png)
MD
printf 'title: 茶园\ndate: 2023-03-01\nchapters: [garden.md]\noutputs: {epub: {}, pdf: [screen]}\n' >"$folder/screen/book.yaml"
"$huozi" build "$folder/screen" -o "$folder/screen/out" >/dev/null
bash "$here/screen.sh" "$folder/screen/out/screen.pdf"
/usr/bin/python3 "$here/broken_screen_files.py" "$folder/screen/out/screen.pdf" "$folder/screen/broken" >"$folder/screen/list"
while IFS=$'\t' read -r file words; do
  refuses screen "$file" "$words"
done <"$folder/screen/list"

# Renderers that complain, or show a page otherwise: what is not printed.
refuses renderers "$folder/cut.pdf" 'mutool: ' "$folder/rendered"
/usr/bin/python3 - "$folder/screen/out/screen.pdf" "$folder/unprinted.pdf" <<'PY'
import sys
import pikepdf
from pikepdf import Array, Dictionary, Name
with pikepdf.open(sys.argv[1]) as pdf:
    drawn = pdf.make_stream(b"0 0 200 100 re f")
    drawn.Type, drawn.Subtype, drawn.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 100])
    box = Dictionary(Type=Name.Annot, Subtype=Name.Square, F=0, Rect=Array([50, 50, 250, 150]), AP=Dictionary(N=drawn))
    pdf.pages[0].Annots = Array([pdf.make_indirect(box)])
    pdf.save(sys.argv[2])
PY
refuses renderers "$folder/unprinted.pdf" 'differ in' "$folder/rendered"

# A word that the structure lacks, has twice, or has elsewhere. The texts are compressed; what is altered is the e-book's.
sound=$folder/screen/out/screen
bash "$here/structure_text.sh" "$sound.epub" "$sound.pdf"
for change in 's/石桥边/桥边/' 's/石桥边/石桥边边/' 's/石桥边种茶/种茶石桥边/' 's/另有一说/另有/' 's/>桥</>树</'; do
  rm -rf "$folder/altered" "$folder/altered.epub"
  unzip -q "$sound.epub" -d "$folder/altered"
  sed -i "$change" "$folder"/altered/EPUB/text/chapter-001.xhtml
  (cd "$folder/altered" && /usr/bin/python3 -m zipfile -c ../altered.epub mimetype META-INF EPUB)
  refuses structure_text "$sound.pdf" 'chapter-001.xhtml at' "$folder/altered.epub"
done
