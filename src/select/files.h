// The article files that `select.from` names: folders, with those in them, and globs.
// Not here: reading them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "parse/manifest.h"
#include "source/diagnostic.h"

namespace huozi::select {

// Whether a path (names parted by /) is of the pattern. ? is one character of a name, * any number of them, [a-z] and
// [!a-z] one of a set, ** any number of folders (POSIX 2.13, globstar). Case counts.
bool matches_glob(std::string_view pattern, std::string_view path);

// Paths below `folder`, in byte order, each once: files ending in .md, .markdown, .html, .htm or .xhtml. Hidden names
// (.git), links that lead out of the folder, and what lies more than 32 folders deep are left out. ERRORS, reported:
// select.nothing-there where a pattern finds no file; select.too-many beyond 200,000 files.
std::vector<std::string> find_files(const std::filesystem::path& folder, const std::vector<parse::Located>& from,
                                    source::Diagnostics& diagnostics);

}  // namespace huozi::select
