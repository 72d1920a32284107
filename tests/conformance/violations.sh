#!/usr/bin/env bash
# violations.sh HUOZI STYLES FOLDER: books that break what the PDF standards ask, one by one. Each is told at its place,
# the file it touches claims nothing that it does not keep, and the others are as they were.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
huozi=$1 styles=$2 folder=$3
source "$here/require.sh"
for command in pdftotext pdfinfo qpdf fc-match perl /usr/bin/python3; do require_command "$command"; done
/usr/bin/python3 -c 'import pikepdf' 2>/dev/null || missing pikepdf
rm -rf "$folder"
mkdir -p "$folder/book"
cd "$folder"
fail() { printf '%s\n' "$*" >&2; exit 1; }

# build STATUS [ARGUMENT...]: what was said is in `said`.
build() {
  local wanted=$1 status=0
  rm -rf out
  said=$("$huozi" build book -o out --pdf "${@:2}" 2>&1) || status=$?
  [ "$status" -eq "$wanted" ] || fail "status $status: $said"
}
says() { grep -qF -- "$1" <<<"$said" || fail "no '$1' in: $said"; }
silent() { ! grep -qF -- "$1" <<<"$said" || fail "'$1' in: $said"; }
nothing_written() { [ -z "$(find out -name '*.pdf' 2>/dev/null)" ] || fail 'a file was written'; }
claims() { grep -qaF -- "$2" "out/book$1.pdf" || fail "book$1.pdf does not claim $2"; }
claims_no() { ! grep -qaF -- "$2" "out/book$1.pdf" || fail "book$1.pdf claims $2"; }
keeps() { bash "$here/press.sh" "$1" "out/book$2.pdf" || fail "book$2.pdf does not keep $1"; }
breaks() {
  local why
  ! why=$(bash "$here/press.sh" "$1" "out/book$2.pdf" 2>&1) || fail "book$2.pdf keeps $1"
  grep -qF -- "$3" <<<"$why" || fail "book$2.pdf breaks $1 otherwise than by $3: $why"
}
manifest() {
  printf 'title: 园艺手记\nchapters: [a.md]\nstylesheet: [booklet, own.css]\n' >book/book.yaml
  printf 'outputs:\n  epub: {}\n  pdf: [screen, print, x1a]\n' >>book/book.yaml
  [ $# -eq 0 ] || printf '%s\n' "$@" >>book/book.yaml
}
article() { printf -- '---\ntitle: 春天\n---\n春天翻土，夏天浇水。\n\n%s\n' "$1" >book/a.md; }
: >book/own.css
/usr/bin/python3 - <<'PY'
import struct, zlib
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
rows = b"".join(b"\0" + bytes((x * 4 + y) % 256 for x in range(60)) for y in range(60))
with open("book/leaf.png", "wb") as file:
    file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 60, 60, 8, 0, 0, 0, 0))
               + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
PY

# Nothing is wrong.
manifest
article '## 播种'
build 0 --release
keeps x4 .print
keeps x1a .x1a
claims '' "<pdfuaid:part>"
claims '' "<pdfaid:part>"
cp out/book.pdf sound.pdf
cp out/book.print.pdf sound.print.pdf

# The checks themselves: paint on single plates within the page, and marks in colours of light.
bash "$here/printboxes.sh" out/book.print.pdf
/usr/bin/python3 - <<'PY'
import pikepdf
with pikepdf.open("out/book.print.pdf") as pdf:
    pdf.pages[0].contents_add(pikepdf.Stream(pdf, b"/PK cs 1 scn 50 50 9 9 re f\n"))
    pdf.save("out/book.painted.pdf")
with pikepdf.open("out/book.print.pdf") as pdf:
    pdf.pages[0].Resources.ColorSpace.PC[2] = pikepdf.Name.DeviceRGB
    pdf.save("out/book.light.pdf")
with pikepdf.open("out/book.print.pdf") as pdf:
    states = pdf.pages[0].Resources.ExtGState
    del states.G1.RI
    states.G0.RI = pikepdf.Name.Saturation
    pdf.save("out/book.silent.pdf")
PY
! bash "$here/printboxes.sh" out/book.painted.pdf 2>/dev/null || fail 'paint beside the marks was taken'
breaks x4 .silent 'page 1 /G0: no rendering intent'
breaks x4 .silent 'page 1 /G1: no rendering intent'
breaks x4 .light 'colour space /DeviceRGB'

# A colour of screens in a heading: told once at the heading; the press's files claim no PDF/X. The screen's file
# is as good as before. No edition is released so.
printf 'h2 { color: rgb(200, 30, 30) }\n' >book/own.css
build 0
says 'a.md:6:'
says '[pdf.rgb-color]'
[ "$(grep -cF '[pdf.rgb-color]' <<<"$said")" -eq 1 ] || fail "not told once: $said"
claims_no .print GTS_PDFX
claims_no .x1a GTS_PDFX
breaks x4 .print '/GTS_PDFXVersion is not PDF/X-4'
breaks x1a .x1a '/GTS_PDFXVersion is not PDF/X-1:2001'
claims '' "<pdfuaid:part>"
claims '' "<pdfaid:part>"
build 1 --release
says '[release.standard]'
says 'whose print file does not keep PDF/X-4'
says 'whose x1a file does not keep PDF/X-1a'
nothing_written
printf '@media print { h2 { color: device-cmyk(0%% 80%% 80%% 20%%) } }\n' >book/own.css
build 0 --release
keeps x4 .print
keeps x1a .x1a
: >book/own.css

# A picture without words: for the screen PDF/A is kept, PDF/UA is not; the press does not care.
article '![](leaf.png)'
build 0
says 'a.md:6:'
says '[pdf.no-alternative]'
claims '' "<pdfaid:part>"
claims_no '' "<pdfuaid:part>"
keeps x4 .print

# 72 pixels an inch.
article '![叶子](leaf.png)'
printf 'figure { width: 60pt }\n' >book/own.css
build 0
says '[print.coarse]'
says "'leaf.png' has 72 pixels an inch"
silent '[release.coarse]'
/usr/bin/python3 - <<'PY'
import pikepdf
with pikepdf.open("out/book.print.pdf") as pdf:
    for page in pdf.pages:
        for _, picture in page.Resources.get("/XObject", {}).items():
            del picture["/Intent"]
    pdf.save("out/book.silent.pdf")
PY
breaks x4 .silent '/I0: no rendering intent'
build 1 --release
says '[release.coarse]'
nothing_written
: >book/own.css

# Links: their words are printed, and that is all.
article '请看[播种日历](https://example.com/calendar)。'
build 0
keeps x4 .print
keeps x1a .x1a
qpdf --qdf --object-streams=disable out/book.pdf - | grep -a '/Annots' >/dev/null || fail 'no link on the screen'
for kind in print x1a; do
  ! grep -qa '/Annot' "out/book.$kind.pdf" || fail "an annotation in print"
  pdftotext -enc UTF-8 "out/book.$kind.pdf" - | tr -d '\n' | grep -qF '播种日历' || fail "the link's words are lost"
done

# Profiles that are none of a press: there is no print file without one.
manifest '  print: {icc: absent.icc}'
build 1
says 'book.yaml:7:'
says '[print.profile]'
nothing_written
/usr/bin/python3 - <<'PY'
import pikepdf
with pikepdf.open("sound.pdf") as pdf:
    with open("book/light.icc", "wb") as file:
        file.write(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
PY
for file in light.icc leaf.png; do
  manifest "  print: {icc: $file}"
  build 1
  says 'book.yaml:7:'
  says '[print.profile-bad]'
  nothing_written
done

# A press's profile without the table of an intent: it is good for the other one.
/usr/bin/python3 - <<'PY'
import pikepdf
with pikepdf.open("sound.print.pdf") as pdf:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
for name, tags in (("relative", [b"B2A0"]), ("none", [b"B2A0", b"B2A1", b"B2A2"])):
    bytes_ = profile
    for tag in tags:
        bytes_ = bytes_.replace(tag, b"xxxx", 1)
    with open(f"book/{name}.icc", "wb") as file:
        file.write(bytes_)
PY
manifest '  print: {icc: relative.icc}'
build 0
keeps x4 .print
manifest '  print: {icc: relative.icc, intent: perceptual}'
build 1
says 'book.yaml:7:'
says '[print.profile-intent]'
nothing_written
manifest '  print: {icc: none.icc}'
build 1
says '[print.profile-bad]'
nothing_written
manifest '  print: {intent: vivid}'
build 1
says 'book.yaml:7:'
says '[manifest.unknown-value]'
nothing_written
manifest

# The only font forbids embedding (OS/2 fsType 2): no file may hold it, so none is written.
font=$(fc-match -f '%{file}' 'LXGW WenKai:style=Regular')
[ -f "$font" ] || missing 'LXGW WenKai'
mkdir -p root/bin root/share/huozi/fonts
cp "$huozi" root/bin/huozi
cp -r "$styles" root/share/huozi/styles
printf 'roles:\n  serif: {default: [LXGW WenKai]}\nfallback: [LXGW WenKai]\n' >root/share/huozi/fonts/fonts.yaml
printf '<fontconfig><cachedir>%s/cache</cachedir></fontconfig>' "$PWD" >fonts.conf
export FONTCONFIG_FILE=$PWD/fonts.conf
huozi=$PWD/root/bin/huozi
sed -i 's/epub: {}/epub: {fonts: none}/' book/book.yaml
cp "$font" root/share/huozi/fonts/kai.ttf
build 0
perl -0777 -pe '$n = unpack("n", substr($_, 4, 2));
  for $i (0 .. $n - 1) {
    ($tag, $sum, $at) = unpack("A4NN", substr($_, 12 + 16 * $i, 12));
    substr($_, $at + 8, 2) = pack("n", 2) if $tag eq "OS/2";
  }' "$font" >root/share/huozi/fonts/kai.ttf
build 1
says '[pdf.font-licence]'
grep -F '[pdf.font-licence]' <<<"$said" | grep -q '^book/a.md:' || fail "not at its place: $said"
nothing_written
