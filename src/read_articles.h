// The articles a book names, each read once and cleaned, with proof that none of its text is lost.
// Not here: where they stand in the book (assembly), images.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/audit.h"
#include "document/book.h"
#include "edit/conservation.h"
#include "parse/manifest.h"
#include "source/diagnostic.h"

namespace huozi {

struct BookFolder;

// What the report says of an article, after cleaning.
struct ArticleFigures {
  source::FileId file = source::kNoFile;
  edit::Conservation conservation;
  size_t headings = 0;
  size_t notes = 0;      // the author's
  size_t citations = 0;  // notes that name a source
  size_t figures = 0;
  size_t captions = 0;  // of figures and tables
  size_t tables = 0;
  size_t lists = 0;
  size_t removals = 0;  // entries of the audit that took text away
};

ArticleFigures figures_of(const document::Document& document, const document::Audit& audit);

struct Article {
  parse::Located path;
  const source::SourceFile* file = nullptr;  // null: it cannot be read, as reported
  document::Document document;
  source::Diagnostics diagnostics;
  document::Audit audit;
  ArticleFigures figures;
};

// article.text-lost and article.text-gained, at the file's beginning.
void report_losses(const edit::Conservation& found, source::FileId file, source::Diagnostics& diagnostics);

// In the manifest's order: front matter, chapters, back matter. Files get their ids in that order whatever the up to
// `jobs` threads do. `clean` false: articles stay as parsed. ERRORS, reported with the article: those of reading and
// cleaning, article.text-lost, article.text-gained.
std::vector<Article> read_articles(const parse::Manifest& manifest, const BookFolder& folder, bool clean, unsigned jobs,
                                   source::SourceSet& sources, source::Diagnostics& diagnostics);

}  // namespace huozi
