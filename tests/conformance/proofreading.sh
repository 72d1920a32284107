#!/usr/bin/env bash
# proofreading.sh HUOZI BOOK FOLDER: in a book with one slip for each rule each is found once, where it stands, and
# nothing else; what `--fix` corrects is found no more; the manual and the sound article have no findings.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/texts.sh"
huozi=$1 book=$2 folder=$3
export LC_ALL=C.UTF-8
rm -rf "$folder"
mkdir -p "$folder"
cp -r "$book" "$folder/book"
cd "$folder"

found() {
  "$huozi" check "$1" 2>&1 | sed -nE 's/^.*(articles\/[a-z-]+\.md:[0-9]+):.*\[proof\.(.*)\]$/\1 \2/p'
}

same "$(found book)" "$(cat book/expected.txt)"
# Every rule there is has its slip.
for rule in p0{1..9} p1{0..2} n0{1..4} c0{1..5} s0{1..4}; do
  grep -q " $rule$" book/expected.txt || { echo "no slip for $rule" >&2; exit 1; }
done
same "$(found "$here/../../books/manual")" ''

"$huozi" check book --fix --yes >patch 2>said
for rule in p02 p03 p04 p06 p10 n01 n03 n04 c03 c04; do lacks "$(found book)" " $rule"; done
for rule in p01 p09 n02 c02 s03; do holds "$(found book)" " $rule"; done
"$huozi" check book --fix --yes >patch 2>said
same "$(cat patch)" ''
