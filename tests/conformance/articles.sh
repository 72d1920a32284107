#!/usr/bin/env bash
# articles.sh BOOK.epub REPORT.json MANIFEST: the e-book has the Han text of its articles (readers/articles.mjs says how).
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
require_command node
[ -d "$HUOZI_VALIDATORS/jszip" ] || missing jszip
require_file "$1"
require_file "$2"
node "$here/readers/articles.mjs" "$1" "$2" "$3" "$HUOZI_VALIDATORS"
