#include "article_index_place.h"

#include <cstdlib>
#include <system_error>

#include <fmt/format.h>

#include "base/hash.h"

namespace huozi {
namespace fs = std::filesystem;

std::optional<fs::path> article_index_place(const fs::path& book) {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return fs::path(value ? value : "");
  };
  fs::path cache = variable("XDG_CACHE_HOME");
  if (!cache.is_absolute()) cache = variable("HOME") / ".cache";
  if (!cache.is_absolute()) return std::nullopt;
  std::error_code error;
  const fs::path folder = fs::weakly_canonical(book, error);
  if (error) return std::nullopt;
  return cache / "huozi" / fmt::format("articles-{}", base::to_hex(base::hash128(folder.string())));
}

std::string article_index_maker() {
  const fs::path binary = "/proc/self/exe";
  std::error_code error;
  const auto size = fs::file_size(binary, error);
  const auto written = error ? fs::file_time_type() : fs::last_write_time(binary, error);
  if (error) return HUOZI_VERSION;
  return fmt::format("{} {} {}", HUOZI_VERSION, size, written.time_since_epoch().count());
}

}  // namespace huozi
