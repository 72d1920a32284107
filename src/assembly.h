// From book.yaml and its articles, read and cleaned, to the whole book: put in order, images found, generated pages
// added. Not here: style and anything about pages.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "citation/sources.h"
#include "document/audit.h"
#include "document/book.h"
#include "index/entries.h"
#include "parse/manifest.h"
#include "read_articles.h"
#include "source/diagnostic.h"

namespace huozi {

struct BookFolder {
  std::filesystem::path folder;  // holds book.yaml; nothing outside it is read
  std::filesystem::path file;    // book.yaml, as named by the caller
  std::string name;              // the folder's name
  std::string shown;             // the folder as messages show it
};

struct Assembly {
  document::Book book;
  document::Audit audit;
  std::vector<citation::CitedSource> sources;  // of the section 引文出处; empty: there is none
  bool numbered_sources = false;               // their entries are numbered
  std::vector<index::Group> index;             // likewise of 索引
  std::vector<std::string> images;             // paths below the book's folder, in the order of first use
  std::vector<std::pair<std::string, source::FileId>> articles;
  std::vector<ArticleFigures> article_figures;
};

// `articles`: as read_articles gives them. Problems go to the diagnostics; what can be put together is.
Assembly assemble(const parse::Manifest& manifest, const BookFolder& folder, std::vector<Article> articles,
                  source::SourceSet& sources, source::Diagnostics& diagnostics);

}  // namespace huozi
