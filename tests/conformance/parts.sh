#!/usr/bin/env bash
# parts.sh HUOZI BOOK FOLDER: the parts of a book and its links in both outputs, the three ways of attributions, and
# what is said of links and overrides that lead nowhere.
set -euo pipefail
export LC_ALL=C.UTF-8  # sed takes characters out, not bytes
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
source "$here/texts.sh"
for command in pdfinfo pdftotext unzip; do require_command "$command"; done
huozi=$1 book=$2 folder=$3
rm -rf "$folder"
mkdir -p "$folder"

epub_text() { unzip -p "$1" 'EPUB/text/*' | tr -d '\n'; }

cp -r "$book" "$folder/whole"
"$huozi" build "$folder/whole" -o "$folder/out" >/dev/null 2>"$folder/said"
silent "$folder/said"
pdf=$(pdf_text "$folder/out/whole.pdf")
epub=$(epub_text "$folder/out/whole.epub")
for words in 书名基层治理学习读本：重要论述摘编 印数2000册 责任编辑王小明 第一编理论 张三：《做好信访工作》，观察者网，2022年5月25日。; do
  holds "$pdf" "$words"
done
holds "$pdf" '详见基层经验（第5页）和本文第二节以及网站官网，地址是https://example.com/a/b/c。'
holds "$epub" '<a href="chapter-002.xhtml#jingyan">基层经验</a>'
holds "$epub" '<a href="#er">本文第二节</a>'
holds "$epub" '<a href="https://example.com/">官网</a>'
lacks "$epub" '（第'
# The same places by name, for links from elsewhere.
names=$(pdfinfo -dests "$folder/out/whole.pdf")
for name in chapter-001 chapter-002 jingyan er; do holds "$names" "\"$name\""; done
holds "$epub" '<p class="cip">图书在版编目（CIP）数据<br/>'

# The manifest with one setting changed.
variant() {
  cp -r "$book" "$folder/$1"
  sed "$2" "$book/book.yaml" >"$folder/$1/book.yaml"
  "$huozi" build "$folder/$1" --pdf --profile screen -o "$folder/out" >/dev/null 2>"$folder/said"
  pdf_text "$folder/out/$1.pdf"
}
words=2022年3月1日，在某会议上的讲话
holds "$pdf" "②$words"
holds "$(variant inline 's/attributions: note/attributions: inline/')" "化解在萌芽状态。（$words）"
holds "$(variant keep 's/attributions: note/attributions: keep/')" "化解在萌芽状态。——$words"

variant broken 's|articles/d.md: {author|articles/dd.md: {author|' >"$folder/text"
holds "$(cat "$folder/said")" "no article of the book is called 'articles/dd.md'"
holds "$(cat "$folder/said")" 'perhaps meant: articles/d.md'
printf '见[坏链](x.md)与[坏号](#nope)。\n' >>"$folder/broken/articles/b.md"
"$huozi" build "$folder/broken" --pdf --profile screen -o "$folder/out" >/dev/null 2>"$folder/said"
holds "$(cat "$folder/said")" "the link leads to 'x.md', which is not in this book"
holds "$(cat "$folder/said")" "the link leads to '#nope', which is not in this book"
holds "$(pdf_text "$folder/out/broken.pdf")" 见坏链与坏号。
