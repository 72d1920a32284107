// The folder that `huozi import` writes to: new names, and files that are not overwritten unasked.
// Not here: what stands in them.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "source/diagnostic.h"

namespace huozi {

class ImportOutput {
 public:
  // `force`: files that differ are replaced.
  ImportOutput(std::filesystem::path folder, bool force) : folder_(std::move(folder)), force_(force) {}

  // STEM.md, or STEM-2.md ... when that is taken in this run, by whatever capitals.
  std::string article_name(const std::string& stem);

  // Writes a picture and returns the name it has got below images/; the same for the same bytes. `path`: what it was
  // called. ERRORS, reported: as put.
  std::string add_image(const std::filesystem::path& path, std::string_view bytes, source::Span span,
                        source::Diagnostics& diagnostics);

  enum class Put { written, unchanged, refused };
  // `name`: relative to the folder. Replaced atomically. ERRORS, reported: import.exists, import.outside,
  // file.output.
  Put put(const std::string& name, std::string_view bytes, source::Span span, source::Diagnostics& diagnostics);
  // Whatever stands there is replaced.
  void put_report(std::string_view bytes);

  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::string free_name(const std::string& stem, const std::string& ending);

  std::filesystem::path folder_;
  bool force_;
  std::set<std::string> taken_;                // in lower case
  std::map<std::string, std::string> images_;  // by hash and ending: the name given
};

}  // namespace huozi
