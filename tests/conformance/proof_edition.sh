#!/usr/bin/env bash
# proof_edition.sh HUOZI BOOK FOLDER: what `check` says of a place in print is what the margins of the proof edition
# say: the words of each slip stand on the line and in the paragraph of that number. The same bytes for any number of
# jobs, and the same pages as the other PDFs.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
source "$here/require.sh"
source "$here/texts.sh"
require_command pdftotext
require_command pdfinfo
require_command jq
require_command /usr/bin/python3
huozi=$(realpath "$1") book=$(realpath "$2") folder=$3
rm -rf "$folder"
mkdir -p "$folder/kinds/articles"
cp -r "$book" "$folder/slips"
cd "$folder"

# Slips in a note, a table, a list, a caption and a second column, and beside ruby.
prose='石桥修好以后，两岸的人来往方便多了，赶集的日子桥上挤满了挑担的人。'
{
  printf -- '---\ntitle: 石桥\n---\n%s%s[^1]\n\n[^1]: 县志里写着,桥长三十步。\n\n' "$prose" "$prose"
  printf '| 桥 | 说明 |\n|---|---|\n| 东桥 | %s |\n| 西桥,旧桥 | %s旁边种着柳树,枣树。 |\n\n' "$prose$prose" "$prose"
  printf -- '- 第一座桥。\n- 第二座桥,也叫新桥。\n\n'
  printf '<p>桥边的<ruby>埠<rt>bù</rt></ruby>头一向很宽,是洗衣的地方。%s</p>\n\n' "$prose"
  for i in 1 2 3 4 5 6 7 8; do printf '%s%s第%s回,水涨上来。%s\n\n' "$prose" "$prose" $i "$prose"; done
} >kinds/articles/a.md
printf 'section.chapter { column-count: 2 }\n' >kinds/columns.css
sed 's/石桥$/木桥/; 2s/石桥/木桥/' kinds/articles/a.md >kinds/articles/b.md
printf 'title: 桥\ndate: 2024-05-01\nduplicates: [[articles/a.md, articles/b.md]]\nchapters: [articles/a.md, articles/b.md]\n' >kinds/book.yaml
cp -r kinds columns
printf 'stylesheet: [booklet, columns.css]\n' >>columns/book.yaml

for each in slips kinds columns; do
  "$huozi" build $each --pdf --profile screen --proof --jobs 1 -o one >/dev/null 2>said || { cat said >&2; exit 1; }
  "$huozi" build $each --pdf --profile screen --proof --jobs 4 -o four >/dev/null 2>said
  cmp one/$each.proof.pdf four/$each.proof.pdf
  same "$(pdfinfo one/$each.proof.pdf | grep Pages:)" "$(pdfinfo one/$each.pdf | grep Pages:)"
  "$huozi" check $each --format json >$each.json 2>said || true
  # What the text of a check says, and the report of a build.
  "$huozi" check $each >/dev/null 2>$each.said || true
  same "$(jq '[.diagnostics[] | select(.printed)] | length' $each.json)" "$(grep -c '^  in print: page ' $each.said)"
  of_slips='[.diagnostics[] | select(.rule | startswith("proof.")) | [.rule, .file, .line, .column, .printed]]'
  same "$(jq -c "$of_slips" one/$each.report.json)" "$(jq -c "$of_slips" $each.json)"
  revision=$(jq -r .figures.revision $each.json)
  [[ $revision =~ ^20[0-9-]{8}\ [0-9a-f]{8}$ ]] || { echo "no revision: $revision" >&2; exit 1; }
  holds "$(pdftotext -l 1 one/$each.proof.pdf -)" "$revision"
  pdftotext -bbox one/$each.proof.pdf $each.html
  /usr/bin/python3 "$here/proof_margins.py" $each.html $each.json
done

# A log has the same places; a word that changes makes another revision, the same words the same.
"$huozi" check slips --format sarif >log 2>said || true
same "$(jq '[.runs[0].results[] | .properties.printed // empty] | length' log)" \
  "$(jq '[.diagnostics[] | select(.printed)] | length' slips.json)"
sed -i 's/柳树/桑树/' kinds/articles/a.md
"$huozi" check kinds --format json >changed.json 2>said || true
[ "$(jq .figures.revision changed.json)" != "$(jq .figures.revision kinds.json)" ] ||
  { echo "the revision is that of other words" >&2; exit 1; }
# Without the switch there is none, and the other files are the same.
"$huozi" build slips --pdf --profile screen -o plain >/dev/null 2>&1
cmp plain/slips.pdf one/slips.pdf
[ ! -e plain/slips.proof.pdf ] || { echo "a proof edition nobody asked for" >&2; exit 1; }
