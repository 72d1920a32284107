#include "output_folder.h"

#include "base/file.h"

namespace huozi {

void OutputFolder::write(std::string_view suffix, std::string_view bytes) {
  if (failed_) return;
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error) {
    diagnostics_.report("file.output", {}, {folder_.string(), error.message()});
    failed_ = true;
    return;
  }
  const std::filesystem::path path = folder_ / (name_ + std::string(suffix));
  base::write_file_atomically(path, bytes);
  written_.push_back(path);
}

}  // namespace huozi
