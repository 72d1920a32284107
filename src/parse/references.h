// The references file of a book, BibTeX or CSL-JSON, as bibliographic references in the order of the file.
// Not here: which of them are cited, their text after a standard (citation/).
#pragma once

#include <cstdint>
#include <vector>

#include "document/reference.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::parse {

constexpr uint64_t kMostReferenceBytes = 16u << 20;

// By its name (.json, .bib), or else by its first character. At most 20 000 entries. Of entries with the same key the
// first counts. What cannot be read is reported at its place (references.*); the rest is returned.
std::vector<document::Reference> read_references(const source::SourceFile& file, source::Diagnostics& diagnostics);

}  // namespace huozi::parse
