// A file of CSL-JSON, as Zotero and others write it, as references. nlohmann::json stays inside.
// Not here: BibTeX (bibtex).
#pragma once

#include <cstddef>
#include <vector>

#include "document/reference.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::parse {

// A list of items, or one item; at most `most` of them. What is no item, or no JSON, is reported at its place
// (references.syntax); brackets nested more than 64 deep are no item.
// REQUIRES: well-formed UTF-8.
std::vector<document::Reference> read_csl_json(const source::SourceFile& file, size_t most,
                                               source::Diagnostics& diagnostics);

}  // namespace huozi::parse
