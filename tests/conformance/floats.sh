#!/usr/bin/env bash
# floats.sh HUOZI TEXT_EQUALITY PICTURE FOLDER: figures that go to the heads of pages, with text before them that comes
# after: the e-book and the PDF still have the same words. Words that only one of them has are found out all the same.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
source "$here/texts.sh"
for command in pdftotext node; do require_command "$command"; done
[ -d "$HUOZI_VALIDATORS/jszip" ] || missing jszip
huozi=$1 text_equality=$2 picture=$3 folder=$4
rm -rf "$folder"
mkdir -p "$folder/book"
cp "$picture" "$folder/book/picture.png"
awk 'BEGIN {
  split("零 一 二 三 四 五 六 七 八 九", digit, " ")
  print "---\ntitle: 园图\n---\n"
  for (i = 1; i < 40; ++i) {
    number = digit[int(i / 10) + 1] digit[i % 10 + 1]
    printf "记事%s。清早开了园门，先看南墙下新栽的茶苗，再沿着水渠走到石桥边，把落下的枝条拾起来捆好，午后抄录书目。\n\n", number
    if (i % 6 == 4) printf "<figure><img src=\"picture.png\" alt=\"园图\"><figcaption>园门%s图</figcaption></figure>\n\n", number
  }
}' >"$folder/book/garden.md"
printf 'figure { float: top }\n' >"$folder/book/float.css"
cat >"$folder/book/book.yaml" <<'YAML'
title: 园图
date: 2023-03-01
stylesheet: [booklet, float.css]
front: [title-page]
chapters: [garden.md]
outputs: {epub: {profile: standard}, pdf: [screen]}
YAML
"$huozi" build "$folder/book" -o "$folder/out" 2>"$folder/said" >/dev/null
silent "$folder/said"
book=$folder/out/book.epub pdf=$folder/out/book.pdf
# The figure behind the fourth paragraph does not stand behind it in print.
lacks "$(pdf_text "$pdf")" '午后抄录书目。园门零四图记事零五'
"$text_equality" "$book" "$pdf"

# differ PATTERN TEXT: so altered, the e-book is no longer the PDF.
differ() {
  node "$here/readers/alter.mjs" "$book" "$folder/altered.epub" "$HUOZI_VALIDATORS" 'chapter' "$1" "$2"
  if "$text_equality" "$folder/altered.epub" "$pdf" >"$folder/found" 2>&1 || ! grep -q 'differ at' "$folder/found"; then
    echo "not found out: $1 as $2" >&2
    exit 1
  fi
}
figure='<figure>(?:(?!</figure>).)*园门一零图.*?</figure>'
differ '园门一零图' '园门一零'
differ "$figure" ''
differ "($figure)" '$1<figure><figcaption>园门另图</figcaption></figure>'
differ '<p>(?:<span[^>]*></span>)?记事一零.*?</p>' ''
differ '记事零三(.*?)记事零四' '记事零四$1记事零三'
