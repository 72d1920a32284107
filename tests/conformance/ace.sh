#!/usr/bin/env bash
# ace.sh BOOK.epub FOLDER: Ace by DAISY, the checker of EPUB's accessibility, finds nothing. Its report stays in FOLDER.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
source "$here/require.sh"
for command in node chromium; do require_command "$command"; done
ace=$HUOZI_VALIDATORS/@daisy/ace-cli/bin/ace.js
[ -f "$ace" ] || missing Ace
require_file "$1"
rm -rf "$2"
mkdir -p "$2"
folder=$(realpath "$2")
# It keeps settings and a log at home; the browser is not its own; a busy machine gets more than five seconds to open it.
HOME=$folder PUPPETEER_EXECUTABLE_PATH=$(command -v chromium) ACE_TIMEOUT_INITIAL=60000 \
  node "$ace" --force --silent --outdir "$folder" --tempdir "$folder/files" "$1"
node - "$folder/report.json" <<'JS'
const report = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
const found = report.assertions.flatMap(file => file.assertions.map(a =>
  `${file['earl:testSubject'].url}: ${a['earl:test']['dct:title']} (${a['earl:test']['earl:impact']}): ` +
  `${a['earl:result'].html ?? a['earl:result']['dct:description']}`));
found.forEach(line => console.error(line));
const outcome = report['earl:result']['earl:outcome'];
console.log(`Ace: ${outcome}, ${found.length} violations`);
process.exit(found.length === 0 && outcome === 'pass' ? 0 : 1);
JS
