#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include <fmt/format.h>

namespace huozi::base {
namespace fs = std::filesystem;

std::optional<std::string> read_file(const fs::path& path, uint64_t limit) {
  // Looked at before it is opened: opening a device can do things. Opened so that a pipe put in its place does not
  // wait.
  struct stat known {};
  if (::stat(path.c_str(), &known) != 0 || !S_ISREG(known.st_mode)) return std::nullopt;
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return std::nullopt;
  struct stat opened {};
  const bool good = ::fstat(fd, &opened) == 0 && S_ISREG(opened.st_mode);
  const auto size = good ? static_cast<uint64_t>(opened.st_size) : 0;
  std::string bytes;
  bool whole = good && size <= limit;
  if (whole) bytes.resize(size);
  for (size_t at = 0; whole && at < bytes.size();) {
    const ssize_t count = ::read(fd, bytes.data() + at, bytes.size() - at);
    if (count < 0 && errno == EINTR) continue;
    whole = count > 0;
    if (whole) at += static_cast<size_t>(count);
  }
  ::close(fd);
  if (!whole) return std::nullopt;
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
