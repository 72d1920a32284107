// What book.yaml says of citations, as it applies to the book's articles: the style's file and the references file
// read, citation notes written in that style. Not here: lists of sources in the back matter (assembly).
#pragma once

#include "assembly.h"
#include "citation/bibliography.h"
#include "document/audit.h"
#include "document/book.h"
#include "parse/manifest.h"
#include "source/diagnostic.h"

namespace huozi {

class BookCitations {
 public:
  // Nothing is thrown for files that cannot be used: these are reported, and what needs them stays as it is.
  BookCitations(const parse::Manifest& manifest, const BookFolder& folder, source::SourceSet& sources,
                source::Diagnostics& diagnostics);

  const citation::Bibliography& bibliography() const { return bibliography_; }
  bool numbered() const { return bibliography_.style().numbered; }

  // The notes of an article in the style. Thread safe.
  void settle(document::Document& article, source::Diagnostics& diagnostics, document::Audit& audit) const;

  // citations.article_source: a note at the end of the title that cites the article itself.
  void cite_source(document::Document& article, document::Inlines& title) const;

 private:
  const parse::Manifest& manifest_;
  citation::Bibliography bibliography_;
};

}  // namespace huozi
