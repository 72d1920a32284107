#!/usr/bin/env bash
# page_marks.sh HUOZI PAGE_MARKS FOLDER: pages that begin in a paragraph, a list, a table, code, a long note or behind a
# blank page, each marked in the e-book at the character where it begins.
set -euo pipefail
export LC_ALL=C.UTF-8
huozi=$1 page_marks=$2 folder=$3
source "$(dirname "${BASH_SOURCE[0]}")/require.sh"
require_command pdftotext
rm -rf "$folder"
mkdir -p "$folder/book"
cd "$folder"

# words N: so many characters, no dozen of them twice.
words() {
  local i out=
  local -a one=(甲 乙 丙 丁 戊 己 庚 辛 壬 癸) two=(春 夏 秋 冬 梅 兰 竹 菊 松 柏) three=(茶 桥 园 书 灯 船 窗 伞 琴 砚)
  for ((i = start; i < start + $1 / 4; ++i)); do
    out+="${one[i % 10]}${two[i / 10 % 10]}${three[i / 100 % 10]}，"
  done
  printf '%s' "$out"
}
start=0
{
  printf '# 园中小记\n\n'
  for ((p = 0; p < 6; ++p)); do words 700; printf '末。\n\n'; start=$((start + 175)); done
  printf '## 清单\n\n'
  for ((p = 0; p < 60; ++p)); do printf -- '- '; words 80; printf '末\n'; start=$((start + 20)); done
  printf '\n## 账目\n\n| 品名 | 数目 |\n|---|---|\n'
  for ((p = 0; p < 90; ++p)); do printf '| '; words 24; printf '末 | %d |\n' "$p"; start=$((start + 6)); done
  printf '\n: 账目\n\n## 抄本\n\n```\n'
  for ((p = 0; p < 70; ++p)); do words 40; printf '\n'; start=$((start + 10)); done
  printf '```\n\n'
  words 400
  printf '长注[^1]。\n\n[^1]: '
  start=$((start + 100))
  words 3200
  printf '末。\n\n'
  start=$((start + 800))
  for ((p = 0; p < 4; ++p)); do words 700; printf '末。\n\n'; start=$((start + 175)); done
} >book/a.md
start=40
{ printf '# 桥上短章\n\n'; words 900; printf '末。\n'; } >book/b.md
printf 'title: 园与桥\nfront: [half-title, title-page, contents]\nchapters:\n  - part: 园\n    chapters: [a.md]\n  - part: 桥\n    chapters: [b.md]\n' >book/book.yaml
"$huozi" build book --profile screen -o out 2>said
"$page_marks" out/book.epub out/book.pdf
