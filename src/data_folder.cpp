#include "data_folder.h"

namespace huozi {
namespace fs = std::filesystem;

fs::path data_folder() {
  std::error_code error;
  const fs::path binary = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    fs::path installed = binary.parent_path().parent_path() / HUOZI_DATA_DIR;
    if (fs::is_directory(installed / "styles", error)) return installed;
  }
  return HUOZI_SOURCE_DIR;
}

}  // namespace huozi
