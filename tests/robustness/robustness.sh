#!/usr/bin/env bash
# Builds every book below FOLDER with huozi: the exit status its file `expected` names, no signal, no hang, no
# sanitizer's report, no leftovers beside the outputs; a refused book leaves no EPUB, no PDF and no job ticket.
# Usage: robustness.sh HUOZI FOLDER
set -u
huozi=$1
folder=$2
limit=60 # seconds a book
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
failures=0

complain() {
  echo "$name: $1"
  failures=$((failures + 1))
}

for book in "$folder"/*/; do
  name=$(basename "$book")
  messages="$out/$name.messages"
  timeout "$limit" "$huozi" build "$book" -o "$out/$name" >"$out/$name.written" 2>"$messages"
  status=$?
  expected=$(cat "$book/expected")
  [ "$status" = "$expected" ] || { complain "exit status $status, expected $expected"; tail -n 20 "$messages"; }
  grep -qE 'Sanitizer|runtime error:' "$messages" && { complain "sanitizer report"; tail -n 20 "$messages"; }
  for file in "$out/$name"/*; do
    case $file in
      *.epub | *.pdf | *.job.json) [ "$expected" = 0 ] || complain "left ${file##*/} although it failed" ;;
      *.report.json | *'*') ;;
      *) complain "left ${file##*/}" ;;
    esac
  done
done
[ "$failures" = 0 ]
