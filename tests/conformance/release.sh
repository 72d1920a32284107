#!/usr/bin/env bash
# release.sh HUOZI FOLDER: --release refuses what stands for things to come, each at its place, and writes no edition;
# the same book builds without it. Figures of the imprint are those of its pages.
set -euo pipefail
export LC_ALL=C.UTF-8  # sed takes characters out, not bytes
huozi=$1 folder=$2
source "$(dirname "${BASH_SOURCE[0]}")/require.sh"
require_command pdftotext
rm -rf "$folder"
mkdir -p "$folder/book"
cat >"$folder/book/a.md" <<'MD'
---
title: 铅字
---
铅字是印刷用的活字。

![](missing.png)
MD
manifest() {
  printf 'title: 铅字\npublisher: 某社\nisbn: %s\nchapters: [a.md]\nimprint:\n  kind: isbn\n  price: 20.00元\n' "$1"
  printf '  cip: 图书在版编目（CIP）数据\n  edition: %s\n' "$2"
}
fail() { printf '%s\n' "$*" >&2; exit 1; }
refused() {
  local said status=0
  said=$("$huozi" build "$folder/book" -o "$folder/out" --pdf --release 2>&1) || status=$?
  [ "$status" -eq 1 ] || fail "status $status: $said"
  for rule in "$@"; do grep -qF "[$rule]" <<<"$said" || fail "no $rule in: $said"; done
  [ ! -e "$folder/out/book.pdf" ] || fail 'a refused edition was written'
}
manifest 978-7-… 2022年X月第1版 >"$folder/book/book.yaml"
refused release.placeholder release.image release.alternative
manifest 978-7-302-12260-9 '' >"$folder/book/book.yaml"
refused release.missing-fact
manifest 978-7-302-12260-1 2022年6月第1版 >"$folder/book/book.yaml"
refused manifest.isbn-check-digit
"$huozi" build "$folder/book" -o "$folder/out" --pdf 2>/dev/null && fail 'a wrong check digit was taken'

manifest 978-7-302-12260-9 2022年6月第1版 >"$folder/book/book.yaml"
sed -i '/missing.png/d' "$folder/book/a.md"
"$huozi" build "$folder/book" -o "$folder/out" --release
pages=$(pdfinfo "$folder/out/book.pdf" | sed -n 's/^Pages: *//p')
words=$(pdftotext -enc UTF-8 "$folder/out/book.pdf" - | tr -d '\n\f' | sed 's/[ 　]//g')
# 大32开: 28 characters by 28 lines, head and folio. Title page a half, imprint, contents and its blank back, the chapter.
[ "$pages" -eq 5 ] || fail "$pages pages"
characters=$(((28 * 30 * (500 + 1000 + 3 * 1000) / 1000 + 500) / 1000))
grep -qF "印张0.25" <<<"$words" || fail "no sheets in: $words"
grep -qF "字数${characters}千字" <<<"$words" || fail "no ${characters}千字 in: $words"
grep -qF "开本850mm×1168mm" <<<"$words" || fail "no format in: $words"
