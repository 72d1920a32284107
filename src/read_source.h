// One file of whatever format that huozi imports -> articles. The one place that knows which reader takes which file;
// a document's `file` is its text as it was read, in UTF-8.
// Not here: cleaning, names of the new files (import), folders (import_sources).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "document/audit.h"
#include "document/book.h"
#include "parse/docx.h"
#include "source/diagnostic.h"

namespace huozi {

struct SourceReading {
  std::vector<document::Document> documents;  // one, or the entries of a feed
  std::string encoding;                       // of a text file; empty where the format says it itself
  std::vector<parse::ExtractedImage> images;  // pictures within the file, named by the documents' images
};

// By the name's ending, capitals or not.
bool is_known_source(const std::filesystem::path& path);
// "md, html, ..." for messages.
std::string known_endings();

// `shown`: the path in messages. Nothing when it cannot be read at all, as reported. ERRORS, reported: import.format,
// import.binary, import.no-feed, import.replaced, and those of the readers.
std::optional<SourceReading> read_source(const std::string& shown, std::string bytes, source::SourceSet& sources,
                                         source::Diagnostics& diagnostics, document::Audit& audit);

}  // namespace huozi
