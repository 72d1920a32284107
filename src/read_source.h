// One file of whatever format that huozi imports -> articles. The one place that knows which reader takes which file.
// Not here: cleaning, names of the new files (import), folders (import_sources).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "document/audit.h"
#include "document/book.h"
#include "source/diagnostic.h"

namespace huozi {

struct SourceReading {
  std::vector<document::Document> documents;  // one, or the entries of a feed
  std::string encoding;                       // of a text file; empty where the format says it itself
  const source::SourceFile* file = nullptr;   // the text as it was read: places in it are places in UTF-8
};

// By the name's ending, capitals or not.
bool is_known_source(const std::filesystem::path& path);
// "md, html, ..." for messages.
std::string known_endings();

// `shown`: the path in messages. Nothing when it cannot be read at all, as reported. ERRORS, reported: import.format,
// import.binary, import.replaced, and those of the readers.
std::optional<SourceReading> read_source(const std::string& shown, std::string bytes, source::SourceSet& sources,
                                         source::Diagnostics& diagnostics, document::Audit& audit);

}  // namespace huozi
