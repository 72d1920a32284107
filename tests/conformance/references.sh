#!/usr/bin/env bash
# references.sh HUOZI TEXT_EQUALITY FOLDER: a book that cites a references file, in BibTeX and in CSL-JSON, in each of the
# three styles: notes, 引文出处 and 参考文献 read as the style has them, the same in both outputs. A key that there is not
# stops the book at its place.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
source "$here/texts.sh"
for command in pdftotext unzip; do require_command "$command"; done
huozi=$1 text_equality=$2 folder=$3
rm -rf "$folder"
mkdir -p "$folder/book"

# manifest STYLE REFERENCES
manifest() {
  cat >"$folder/book/book.yaml" <<YAML
title: 引文
date: 2022-06-01
chapters: [a.md]
references: $2
citations: {style: $1, access_date: 2022-06-01}
back: [sources, references]
outputs: {pdf: [screen]}
YAML
}
# The words of both outputs, without blanks.
build() {
  "$huozi" build "$folder/book" -o "$folder/out" >/dev/null 2>"$folder/said"
  silent "$folder/said"
  "$text_equality" "$folder/out/book.epub" "$folder/out/book.pdf" >/dev/null
  pdf=$(pdf_text "$folder/out/book.pdf")
  notes=$(words 'chapter-*') sources=$(words sources.xhtml) references=$(words references.xhtml)
}
words() { unzip -p "$folder/out/book.epub" "EPUB/text/$1" | tr -d '\n' | sed 's/<[^>]*>//g; s/[ 　]//g'; }
# both WORDS: they stand in the PDF and in the e-book's notes.
both() { holds "$pdf" "$1"; holds "$notes" "$1"; }

cat >"$folder/book/refs.bib" <<'BIB'
@string{press = "示例书局"}
@book{zhao, author = {赵某}, title = {园林忆旧}, publisher = press, address = {上海}, year = 1948}
@article{an, author = {安某 and 钱某 and 孙某 and 李某}, title = {论桥}, journal = {桥梁}, year = 1998, number = 6,
  pages = {24--29}}
@online{web, author = {林舟}, title = {茶}, url = {https://example.com/tea}, date = {2022-05-05}}
BIB
cat >"$folder/book/refs.json" <<'JSON'
[{"id": "zhao", "type": "book", "author": [{"family": "赵", "given": "某"}], "title": "园林忆旧",
  "publisher": "示例书局", "publisher-place": "上海", "issued": {"date-parts": [[1948]]}},
 {"id": "an", "type": "article-journal", "title": "论桥", "container-title": "桥梁", "issue": 6, "page": "24-29",
  "author": [{"literal": "安某"}, {"literal": "钱某"}, {"literal": "孙某"}, {"literal": "李某"}],
  "issued": {"date-parts": [[1998]]}},
 {"id": "web", "type": "webpage", "title": "茶", "author": [{"literal": "林舟"}], "URL": "https://example.com/tea",
  "issued": {"date-parts": [[2022, 5, 5]]}}]
JSON
cat >"$folder/book/a.md" <<'MD'
---
title: 甲篇
---

园林[@zhao, 第43页]，桥[参见 @an; @web]，又是园林[@zhao, 第50页]。注里也有[^1]。

要坚持问题导向，把这件事做好。

——2022年3月1日，在某会议上的讲话

[^1]: 详见[@an]。
MD

for file in refs.bib refs.json; do
  manifest humanities $file
  build
  both '赵某：《园林忆旧》，上海：示例书局，1948年，第43页。'
  both '参见安某、钱某、孙某等：《论桥》，《桥梁》1998年第6期，第24—29页；林舟：《茶》，2022年5月5日，https://example.com/tea，访问日期：2022年6月1日。'
  both '2022年3月1日，在某会议上的讲话'
  both '详见安某、钱某、孙某等：《论桥》，《桥梁》1998年第6期，第24—29页。'
  # By Pinyin.
  holds "$references" '24—29页。林舟：《茶》，2022年5月5日，https://example.com/tea，访问日期：2022年6月1日。赵某：《园林忆旧》，上海：示例书局，1948年。'
  holds "$sources" '赵某：《园林忆旧》，上海：示例书局，1948年（引用2次'
  holds "$pdf" '赵某：《园林忆旧》，上海：示例书局，1948年（引用2次，第1页）'

  manifest gb-t-7714-2025 $file
  build
  both '赵某.园林忆旧[M].上海：示例书局，1948：43.'
  both '参见安某，钱某，孙某，等.论桥[J].桥梁，1998（6）：24-29；林舟.茶[EB/OL].（2022-05-05）[2022-06-01].https://example.com/tea.'
  both '在某会议上的讲话（2022-03-01）[Z].'
  holds "$references" '[1]赵某.园林忆旧[M].上海：示例书局，1948.[2]安某，钱某，孙某，等.论桥[J].桥梁，1998（6）：24-29.[3]林舟.茶[EB/OL]'
  holds "$sources" '[1]赵某.园林忆旧[M].上海：示例书局，1948.（引用2次'
  holds "$pdf" '[4]在某会议上的讲话（2022-03-01）[Z].（引用1次，第1页）'
  holds "$pdf" '[2]安某，钱某，孙某，等.论桥[J].桥梁，1998（6）：24-29.（引用2次，第1页）'

  manifest gb-t-7714-2015 $file
  build
  both '赵某.园林忆旧[M].上海:示例书局,1948:43.'
  both '参见安某,钱某,孙某,等.论桥[J].桥梁,1998(6):24-29;林舟.茶[EB/OL].(2022-05-05)[2022-06-01].https://example.com/tea.'
  both '在某会议上的讲话(2022-03-01)[Z].'
done

# refused WORDS: the book is not built, and these are said.
refused() {
  rm -rf "$folder/out"
  if "$huozi" build "$folder/book" -o "$folder/out" >/dev/null 2>"$folder/said"; then
    echo 'a book with a wrong citation was built' >&2
    exit 1
  fi
  [ ! -e "$folder/out/book.epub" ]
  holds "$(cat "$folder/said")" "$1"
}
sed 's/@web/@wed/' "$folder/book/a.md" >"$folder/book/b.md"
mv "$folder/book/b.md" "$folder/book/a.md"
refused "a.md:5:27: error: the references file has no entry 'wed'"
holds "$(cat "$folder/said")" 'perhaps meant: web'
manifest humanities ../refs.bib
refused "'../refs.bib' leads out of the book's folder"
manifest humanities none.bib
refused "cannot read 'none.bib'"
sed -i '/^references/d' "$folder/book/book.yaml"
refused "a.md:5:4: error: '@zhao' cites an entry, but book.yaml names no references file"
printf '@book{zhao, title = {园林\n' >"$folder/book/refs.bib"
manifest humanities refs.bib
refused 'refs.bib:1:21: error: in the references file: a brace is not closed'
