// The papers book.yaml names for a book's text and its cover, looked up. Not here: the table's form (print/paper).
#pragma once

#include <optional>

#include "parse/manifest.h"
#include "print/paper.h"
#include "source/diagnostic.h"

namespace huozi {

struct BookPapers {
  print::Paper text, cover;  // named as the table names them, or as book.yaml does where it states the thickness
};

// Nothing where one is not known. ERRORS, reported: print.paper; those of reading styles/paper.yaml.
std::optional<BookPapers> book_papers(const parse::Manifest& manifest, source::SourceSet& sources,
                                      source::Diagnostics& diagnostics);

}  // namespace huozi
