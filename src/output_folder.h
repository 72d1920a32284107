// Where a build's outputs go, each replaced atomically.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/diagnostic.h"

namespace huozi {

// The folder is made when the first file is written; when that fails, file.output is reported once and nothing more is
// tried.
class OutputFolder {
 public:
  // `name`: the book's, which every file's begins with. REQUIRES: the reference outlives this.
  OutputFolder(std::filesystem::path folder, std::string name, source::Diagnostics& diagnostics)
      : folder_(std::move(folder)), name_(std::move(name)), diagnostics_(diagnostics) {}

  // ERRORS: std::runtime_error when the file cannot be written.
  void write(std::string_view suffix, std::string_view bytes);

  bool failed() const { return failed_; }
  const std::vector<std::filesystem::path>& written() const { return written_; }

 private:
  std::filesystem::path folder_;
  std::string name_;
  source::Diagnostics& diagnostics_;
  std::vector<std::filesystem::path> written_;
  bool failed_ = false;
};

}  // namespace huozi
