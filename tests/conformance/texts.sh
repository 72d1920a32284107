# Sourced by the checks of this folder that look for words. REQUIRES: a UTF-8 locale; sed takes characters out, not bytes.

# holds TEXT WORDS: the text holds the words.
holds() {
  if ! grep -qF -- "$2" <<<"$1"; then
    printf 'not found: %s\nin: %s\n' "$2" "$1" >&2
    exit 1
  fi
}

# lacks TEXT WORDS
lacks() {
  if grep -qF -- "$2" <<<"$1"; then
    printf 'found, but should not be: %s\n' "$2" >&2
    exit 1
  fi
}

# same IS SHALL
same() {
  if [ "$1" != "$2" ]; then
    printf 'is:    %s\nshall: %s\n' "$1" "$2" >&2
    exit 1
  fi
}

# pdf_text FILE: in drawing order, without blanks.
pdf_text() { pdftotext -raw "$1" - | tr -d '\n\f' | sed 's/[ 　]//g'; }

# silent SAID: a file with what a build said, which must be nothing.
silent() {
  if [ -s "$1" ]; then
    cat "$1" >&2
    exit 1
  fi
}

# Markdown for a page break.
page_break() { printf '\n::: page-break\n:::\n\n'; }
