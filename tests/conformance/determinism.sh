#!/usr/bin/env bash
# determinism.sh HUOZI BOOK-FOLDER OUTPUT: one thread and several, in another time zone and locale, give the same bytes.
set -euo pipefail
huozi=$1 book=$2 output=$3
rm -rf "$output"
mkdir -p "$output"
TZ=UTC LC_ALL=C "$huozi" build "$book" -o "$output/one" --jobs 1
TZ=Asia/Shanghai LC_ALL=C.UTF-8 "$huozi" build "$book" -o "$output/several" --jobs 4
files=$(find "$output/one" -type f | wc -l)
if [ "$files" -eq 0 ]; then
  echo "nothing was built" >&2
  exit 1
fi
diff --recursive --brief "$output/one" "$output/several"
echo "$files files are identical"
