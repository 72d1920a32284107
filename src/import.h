// Files of many formats -> clean articles in Markdown: read, cleaned as a book's articles are, but for attributions,
// which stay as lines; written so that a book made from them is the book made from the files.
// Not here: formats (read_source), the Markdown (write/).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "document/audit.h"
#include "read_articles.h"
#include "source/diagnostic.h"

namespace huozi {

struct ImportOptions {
  std::vector<std::filesystem::path> sources;  // files and folders
  std::filesystem::path into = "articles";
  bool force = false;          // files that differ are replaced
  bool fetch_images = false;   // pictures named by web addresses are downloaded, once (fetch/)
  bool private_hosts = false;  // also of the own machine and network
};

struct ImportedArticle {
  std::string source;    // its file as shown
  std::string encoding;  // empty where the format says it itself
  std::string title;
  std::string file;  // below the folder; empty: not written
  ArticleFigures figures;
  document::Audit audit;
  source::Diagnostics diagnostics;
};

struct ImportResult {
  bool ok = false;
  std::vector<std::filesystem::path> written;    // articles whose file is new or changed
  std::vector<std::filesystem::path> unchanged;  // articles whose file was there with the same bytes
};

// What is written is read again first: an article whose words would not come back is not written (import.not-kept).
// A file that cannot be read or written does not stop the others. All diagnostics of the articles are added to
// `diagnostics`. Images below a file's folder are copied to images/, and links to other files of the run led to their
// articles. Writes import.report.json when a file was read.
// ERRORS: std::runtime_error when a file cannot be written.
ImportResult import_articles(const ImportOptions& options, source::SourceSet& sources,
                             source::Diagnostics& diagnostics);

}  // namespace huozi
