// A BibTeX file, also as biblatex writes it, as references. Not here: TeX's accents (tex_text), which fields make what
// of a reference (bibtex_fields).
#pragma once

#include <cstddef>
#include <vector>

#include "document/reference.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::parse {

// At most `most` entries; keys as written, also more than once. Text between entries is a comment, as for BibTeX. After
// an error (references.syntax) reading goes on at the next line that begins with @.
// REQUIRES: well-formed UTF-8.
std::vector<document::Reference> read_bibtex(const source::SourceFile& file, size_t most,
                                             source::Diagnostics& diagnostics);

}  // namespace huozi::parse
