#!/usr/bin/env bash
# job.sh HUOZI FOLDER: the job ticket of a book tells of its print files what other programs find in them, on one page and
# as JSON; and each sheet says which page of which book it is.
set -euo pipefail
export LC_ALL=C.UTF-8  # sed takes characters out, not bytes
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/require.sh"
source "$here/texts.sh"
for command in jq pdffonts pdfimages pdfinfo pdftotext sha256sum /usr/bin/python3; do require_command "$command"; done
huozi=$1 folder=$2
rm -rf "$folder"
mkdir -p "$folder/book"
cd "$folder"

# A grey picture with pixels enough and a coloured one without, each on a page of its own.
/usr/bin/python3 - <<'PY'
import struct, zlib
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
def write(name, width, height, channels):
    row = b"\0" + b"".join(bytes(((x * 7) % 256, 90, 30)[:channels]) for x in range(width))
    head = struct.pack(">IIBBBBB", width, height, 8, 2 if channels == 3 else 0, 0, 0, 0)
    with open("book/" + name, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * height))
                   + chunk(b"IEND", b""))
write("grey.png", 2400, 800, 1)
write("tea.png", 600, 200, 3)
PY
{
  printf -- '---\ntitle: 茶山\n---\n茶山在河的南岸。\n\n![茶山](grey.png){width=60%%}\n\n'; page_break
  printf '春天采茶。\n\n![采茶](tea.png){width=100%%}\n\n'; page_break
  printf '秋天修桥。\n'
} >book/a.md
manifest() {
  printf 'title: 茶山与石桥\nsubtitle: 一部小史\npublisher: 河岸社\nisbn: 978-7-302-12260-9\ndate: 2022-06-01\nchapters: [a.md]\n'
  printf 'imprint: {kind: isbn, edition: 2022年6月第1版, printing: 2022年6月第1次印刷, print_run: 3000, price: 20.00元}\n'
  printf 'outputs:\n  epub: {}\n  pdf: [screen, print, x1a]\n%s\n' "$1"
}
manifest '  print: {paper: 80g胶版, cover_paper: 250g铜版, binding: sewn}' >book/book.yaml
unset SOURCE_DATE_EPOCH
"$huozi" build book -o out --jobs 1 2>said >written
"$huozi" build book -o again --jobs 3 2>/dev/null >/dev/null
diff --recursive --brief out again

ask() { jq -r "$1" out/book.job.json; }
same "$(ask .title)" 茶山与石桥
same "$(ask .subtitle)" 一部小史
same "$(ask .isbn)" 978-7-302-12260-9
same "$(ask .publisher)" 河岸社
same "$(ask .print_run)" 3000
same "$(ask .binding)" sewn
same "$(ask .paper.name)/$(ask .cover_paper.name)" 80g胶版/250g铜版
same "$(ask '.marks | join(" ")')" 'crop cross'
# Files: as they are.
same "$(ask '.files | map(.name) | join(" ")')" 'book.print.pdf book.x1a.pdf'
same "$(ask '.files | map(.standard) | join(" ")')" 'PDF/X-4 PDF/X-1a'
for name in book.print.pdf book.x1a.pdf; do
  file() { jq -r --arg name "$name" ".files[] | select(.name == \$name) | $1" out/book.job.json; }
  same "$(file .sha256)" "$(sha256sum <"out/$name" | cut -d' ' -f1)"
  same "$(file .bytes)" "$(stat -c %s "out/$name")"
  same "$(file '.fonts[] | .postscript_name' | sort)" \
    "$(pdffonts "out/$name" | sed -n '3,$s/^[A-Z]*+\([^ ]*\).*/\1/p' | sed 's/-Identity-H$//' | sort)"
  same "$(file '[.fonts[] | .embedded and .subset] | all')" true
  same "$(ask .pages)" "$(pdfinfo "out/$name" | sed -n 's/^Pages: *//p')"
  # The trimmed page and the bleed, in points.
  pdfinfo -box "out/$name" | awk -v width="$(ask .trim.width_mm)" -v height="$(ask .trim.height_mm)" -v bleed="$(ask .bleed_mm)" '
    function is(points, mm) { return points - mm * 72 / 25.4 < 0.02 && mm * 72 / 25.4 - points < 0.02 }
    /^TrimBox:/ { trim = 1; if (!is($4 - $2, width) || !is($5 - $3, height)) exit bad = 1 }
    /^BleedBox:/ { if (!is($4 - $2, width + 2 * bleed)) exit bad = 1 }
    END { exit bad || !trim }' || { echo "the sizes of $name differ" >&2; exit 1; }
  # The sheets themselves.
  pages=$(ask .pages)
  for ((page = 1; page <= pages; ++page)); do
    words=$(pdftotext -raw -f "$page" -l "$page" "out/$name" - | tr -d '\n\f' | sed 's/[ 　]//g')
    holds "$words" "书芯"
    holds "$words" "$page/$pages"
    holds "$words" "2022-06-01"
  done
done
same "$(ask .trim.name)" 大32开
pages=$(ask .pages)
same "$(ask '.signatures | [.pages, .count, .blank_pages] | join(" ")')" "16 $(((pages + 15) / 16)) $(((16 - pages % 16) % 16))"
same "$(ask '.sheets * 1000')" "$(((pages + 3) / 4 * 125))"
# Leaves of sewn sheets, four pages each, and half a millimetre's glue.
caliper=$(ask '.paper.caliper_mm * 1000')
same "$(ask '.spine_mm * 1000')" "$(((pages + 3) / 4 * 2 * caliper + 400))"
# Pictures: the one that is coarse; the one in colour, with the name of each ink on its sheet alone.
same "$(ask '.coarse_images | map(.file) | join(" ")')" tea.png
same "$(ask .colours.text)" 4+4
same "$(ask '.colour_pages | length')" 1
page=$(ask '.colour_pages[0].first')
same "$(ask '.colour_pages[0].last')" "$page"
same "$(ask '.coarse_images[0].page')" "$page"
holds "$(pdftotext -f "$page" -l "$page" out/book.print.pdf -)" 春天采茶
for ((each = 1; each <= pages; ++each)); do
  shows=$(pdftotext -raw -f "$each" -l "$each" out/book.print.pdf - | grep -c 青 || true)
  same "$((shows > 0))" "$((each == page))"
done
# The picture is as wide as the type area: its pixels over this many inches.
width=$(pdfimages -list -f "$page" -l "$page" out/book.print.pdf | awk '$3 == "image" { print $13; exit }')
same "$((width - $(ask '.coarse_images[0].ppi') <= 1 && $(ask '.coarse_images[0].ppi') - width <= 1))" 1

# The same on a page.
same "$(pdfinfo out/book.job.pdf | sed -n 's/^Pages: *//p')" 1
page_size=$(pdfinfo out/book.job.pdf | sed -n 's/^Page size: *//p')
holds "$page_size" A4
ticket=$(pdf_text out/book.job.pdf)
for fact in 印刷工单 茶山与石桥：一部小史 ISBN978-7-302-12260-9 河岸社 2022年6月第1版 3,000册 140×203毫米 大32开 "${pages}面" \
  80g胶版 250g铜版 锁线胶装 裁切线、套准标记、色标 4+4（有彩色面） "彩色面第${page}面" "$(ask .output_intent | tr -d ' ')" 300% \
  book.print.pdf book.x1a.pdf PDF/X-1a "$(ask '.files[0].sha256')" "$(ask '.files[1].sha256')" tea.png \
  "$(ask '.coarse_images[0].ppi')像素每英寸" "$(ask '.files[0].fonts[0].postscript_name')"; do
  holds "$ticket" "$fact"
done
lacks "$ticket" grey.png

# A book that states nothing has a ticket all the same; without marks no line is on the sheets.
printf 'title: 桥\nchapters: [a.md]\nstylesheet: [booklet, own.css]\noutputs: {epub: {}, pdf: [print]}\n' >book/book.yaml
printf '@page { marks: none }\n' >book/own.css
printf -- '---\ntitle: 桥\n---\n石桥。\n' >book/a.md
"$huozi" build book -o bare 2>/dev/null >/dev/null
same "$(jq -r '[.isbn, .publisher, .print_run] | map(. == null) | all' bare/book.job.json)" true
same "$(jq -r '.colours.text + " " + (.colour_pages | length | tostring)' bare/book.job.json)" '1+1 0'
same "$(pdfinfo bare/book.job.pdf | sed -n 's/^Pages: *//p')" 1
lacks "$(pdf_text bare/book.print.pdf)" 书芯

# A stapled book in traditional script that says it has one ink, with facts that are still to come, and no date.
{
  printf 'title: 茶山記遊\nlanguage: zh-Hant\npublisher: 某社\nisbn: 978-7-…\nchapters: [a.md]\n'
  printf 'imprint: {kind: isbn, edition: 2022年X月第1版}\n'
  printf 'outputs:\n  epub: {}\n  pdf: [print]\n  print: {paper: 80g輕型紙, binding: saddle, colours: 1+1}\n'
} >book/book.yaml
printf -- '---\ntitle: 茶山\n---\n春天採茶。\n\n![採茶](tea.png)\n' >book/a.md
"$huozi" build book -o stapled 2>said >/dev/null
grep -q 'book.yaml:10:52: warning: .*in 1+1, and these pages have colour: 1 \[print.colours\]' said || { cat said >&2; exit 1; }
pages=$(jq -r .pages stapled/book.job.json)
same "$(jq -r '.signatures | [.pages, .count, .blank_pages, .nested] | join(" ")' stapled/book.job.json)" \
  "4 $(((pages + 3) / 4)) $(((4 - pages % 4) % 4)) true"
same "$(jq -r '[.isbn, .edition] | map(. == null) | all' stapled/book.job.json)" true
ticket=$(pdf_text stapled/book.job.pdf)
for fact in 印刷工單 書號 騎馬訂 "每張4面" 80g轻型 1+1（有彩色面） 書裡沒有寫明的; do holds "$ticket" "$fact"; done
lacks "$ticket" 978-7
lacks "$(pdf_text stapled/book.print.pdf)" 1980-01-01
holds "$(pdftotext -raw -f 1 -l 1 stapled/book.print.pdf -)" 'huozi '
# The cover alone is told of, too.
"$huozi" build book -o alone --epub --cover 2>/dev/null >/dev/null
same "$(jq -r '.files | map(.kind) | join(" ")' alone/book.job.json)" cover
same "$(jq -r .colour_pages alone/book.job.json)" null

# Names and lists of any length leave it one page.
long=$(printf '很长的书名%.0s' $(seq 200))
{
  printf 'title: %s\npublisher: %s\nchapters: [a.md]\noutputs: {epub: {}, pdf: [print]}\n' "$long" "$long"
  printf 'imprint: {kind: internal, edition: %s, printing: %s}\n' "$long" "$long"
} >book/book.yaml
{
  printf -- '---\ntitle: 桥\n---\n'
  for i in $(seq 60); do cp book/tea.png "book/$i-$(printf '长%.0s' $(seq 60)).png"; printf '石桥。\n\n![桥](%s)\n\n' "$i-$(printf '长%.0s' $(seq 60)).png"; done
} >book/a.md
"$huozi" build book -o long 2>/dev/null >/dev/null
same "$(pdfinfo long/book.job.pdf | sed -n 's/^Pages: *//p')" 1
same "$(jq -r '.coarse_images | length' long/book.job.json)" 60
holds "$(pdf_text long/book.job.pdf)" 等60项

# Nothing for the press, or nothing written: no ticket.
printf 'title: 桥\nchapters: [a.md]\noutputs: {epub: {}, pdf: [screen]}\n' >book/book.yaml
"$huozi" build book -o screen 2>/dev/null >/dev/null
same "$(find screen -name '*.job.*' | wc -l)" 0
before=$(find . | sort)
"$huozi" check book >/dev/null 2>&1 || true
same "$(find . | sort)" "$before"
