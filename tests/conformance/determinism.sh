#!/usr/bin/env bash
# determinism.sh HUOZI BOOK-FOLDER OUTPUT: one thread and several, in another time zone and locale, with another umask,
# home and scratch folder, from another working folder, and the book copied to a folder of another name: the same bytes.
set -euo pipefail
huozi=$(realpath "$1") book=$(realpath "$2") output=$3
rm -rf "$output"
mkdir -p "$output"
output=$(realpath "$output")
name=$(basename "$book")
build() { "$huozi" build "$1" -o "$output/$2" --jobs "$3"; }

(umask 022; export TZ=UTC LC_ALL=C; build "$book" one 1)
files=$(find "$output/one" -type f | wc -l)
if [ "$files" -eq 0 ]; then
  echo "nothing was built" >&2
  exit 1
fi
same() {
  diff --recursive --brief "$output/one" "$output/$1"
  echo "$1: $files files are identical"
}

(export TZ=Asia/Shanghai LC_ALL=C.UTF-8; build "$book" several 4)
same several

# Made here, few systems have them installed. Without their sources, Debian's package locales, only the name is another.
mkdir -p "$output/locales"
for locale in de_DE zh_CN; do
  [ ! -f "/usr/share/i18n/locales/$locale" ] || localedef -i "$locale" -f UTF-8 "$output/locales/$locale.UTF-8"
done
for locale in de_DE.UTF-8 zh_CN.UTF-8; do
  mkdir -p "$output/home"
  (cd "$output/home"; umask 077
   export LOCPATH=$output/locales TZ=America/St_Johns LC_ALL=$locale LANG=$locale LANGUAGE=de HOME=$output/home TMPDIR=$output/home
   build "$book" "$locale" 3)
  same "$locale"
done

# The report tells where articles lie; the books do not. The same book elsewhere, its files written in another order and at another time.
elsewhere="$output/另 a place/$name"
mkdir -p "$elsewhere"
(cd "$book"; find . -type f | sort -r) | while IFS= read -r file; do
  mkdir -p "$elsewhere/$(dirname "$file")"
  cp "$book/$file" "$elsewhere/$file"
  touch -d 2001-02-03 "$elsewhere/$file"
done
(umask 027; cd "$output/另 a place"; build "./$name" elsewhere 2)
for file in "$output"/one/*.epub "$output"/one/*.pdf; do cmp "$file" "$output/elsewhere/$(basename "$file")"; done
echo "elsewhere: EPUB and PDFs are identical"
