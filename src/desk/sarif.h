// What checks found, as a SARIF 2.1.0 log (OASIS, sarif-v2.1.0): for code hosts and editors. Not here: the report's own
// form (report.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/print_place.h"
#include "proof/finding.h"
#include "source/diagnostic.h"

namespace huozi::desk {

// One book's findings. Spans belong to its own sources.
struct Checked {
  std::vector<source::Diagnostic> diagnostics;
  std::vector<proof::Finding> fixes;
  const source::SourceSet* sources = nullptr;
  PlaceOf place_of = {};
};

// One log of one run, whatever the number of books, with their results in order; the rules that speak, in the
// catalogue's order. Lines and columns count from 1, columns in characters; addresses of files are as messages show
// them, percent-encoded (RFC 3986), relative unless the book's is absolute. Ill-formed UTF-8 is written as U+FFFD.
std::string sarif_log(std::string_view version, const std::vector<Checked>& books);

}  // namespace huozi::desk
