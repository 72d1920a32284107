#!/usr/bin/env bash
# qpdf.sh BOOK.pdf: qpdf finds neither errors nor warnings in the file's structure and streams.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/require.sh"
require_command qpdf
require_file "$1"
# Status 2 is an error, 3 a warning; both end the check.
qpdf --check "$1"
