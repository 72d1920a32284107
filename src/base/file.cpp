#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

namespace huozi::base {
namespace fs = std::filesystem;

std::optional<std::string> read_file(const fs::path& path, uint64_t limit) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  const uint64_t size = fs::file_size(path, error);
  if (error || size > limit) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!in.read(bytes.data(), static_cast<std::streamsize>(size))) return std::nullopt;
  return bytes;
}

void write_file_atomically(const fs::path& path, std::string_view bytes, Permissions permissions) {
  const auto fail = [&](const char* what) {
    throw std::runtime_error(fmt::format("{}: {}: {}", path.string(), what, std::strerror(errno)));
  };
  std::string temporary = path.string() + ".XXXXXX";
  const int fd = ::mkstemp(temporary.data());
  if (fd < 0) fail("cannot create");
  const char* data = bytes.data();
  size_t left = bytes.size();
  bool good = true;
  while (good && left > 0) {
    const ssize_t written = ::write(fd, data, left);
    if (written < 0 && errno == EINTR) continue;
    good = written >= 0;
    if (good) {
      data += written;
      left -= static_cast<size_t>(written);
    }
  }
  // mkstemp makes private files; outputs get the usual permissions.
  const mode_t mask = ::umask(0);
  ::umask(mask);
  struct stat old {};
  const bool kept = permissions == Permissions::as_before && ::stat(path.c_str(), &old) == 0;
  good = good && ::fchmod(fd, kept ? old.st_mode & 07777 : 0666 & ~mask) == 0;
  good = ::close(fd) == 0 && good;
  good = good && ::rename(temporary.c_str(), path.c_str()) == 0;
  if (!good) {
    const int saved = errno;
    ::unlink(temporary.c_str());
    errno = saved;
    fail("cannot write");
  }
}

std::optional<fs::path> path_inside(const fs::path& folder, std::string_view relative) {
  if (relative.empty() || relative.find('\0') != std::string_view::npos) return std::nullopt;
  const fs::path wanted{std::string(relative)};
  if (wanted.is_absolute()) return std::nullopt;
  std::error_code error;
  const fs::path root = fs::weakly_canonical(folder, error);
  if (error) return std::nullopt;
  const fs::path target = fs::weakly_canonical(root / wanted, error);
  if (error) return std::nullopt;
  const fs::path inside = target.lexically_relative(root);
  if (inside.empty() || *inside.begin() == "..") return std::nullopt;
  return target;
}

}  // namespace huozi::base
