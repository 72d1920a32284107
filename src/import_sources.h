// Which files `huozi import` reads, and what a path written in one of them leads to.
// Not here: reading them (read_source).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/diagnostic.h"

namespace huozi {

struct ImportSource {
  std::filesystem::path path;    // to open
  std::string shown;             // in messages and in the report
  std::filesystem::path root;    // what it may take files from: the folder that was named, or its own
  std::filesystem::path folder;  // its own folder, from the root

  // The file below the root that `written` (an image's or a link's path) names from this file's folder, percent-encoded
  // or not; nothing for web addresses, for paths that leave the root, and where no file is.
  std::optional<std::filesystem::path> beside(std::string_view written) const;
};

// Files as named, then those in folders, whatever depth, sorted by path; each once. In folders only known endings
// count, no hidden files, and nothing of `into` unless it lies in `into` itself. ERRORS, reported: file.unreadable,
// import.format for a file that was named, import.nothing.
std::vector<ImportSource> find_import_sources(const std::vector<std::filesystem::path>& wanted,
                                              const std::filesystem::path& into, source::Diagnostics& diagnostics);

// Not a path: an address with a scheme or a host, or a place in the same file.
bool is_web_address(std::string_view written);

}  // namespace huozi
