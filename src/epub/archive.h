// The container: files in the order given, as one ZIP archive with fixed times and attributes (EPUB OCF 3.3 §4.3).
// Not here: what the files hold. libzip stays inside.
#pragma once

#include <string>
#include <vector>

namespace huozi::epub {

struct ArchiveFile {
  std::string path;  // ASCII, '/' between folders
  std::string bytes;
};

// The archive's bytes. The first file is stored, as OCF asks of `mimetype`; the others are deflated.
// ERRORS: std::runtime_error.
std::string write_archive(const std::vector<ArchiveFile>& files);

}  // namespace huozi::epub
