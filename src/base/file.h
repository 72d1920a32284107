// Files: bounded reading, atomic writing. Paths are UTF-8.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace huozi::base {

// The file's bytes, or nothing when it cannot be read, is not a regular file, or exceeds `limit`.
std::optional<std::string> read_file(const std::filesystem::path& path, uint64_t limit = 64u << 20);

enum class Permissions {
  usual,      // as the umask leaves them
  as_before,  // those of the file that is replaced
};

// Writes beside the target, then renames: the old file stays whole if anything fails.
// ERRORS: std::runtime_error naming the path and the cause.
void write_file_atomically(const std::filesystem::path& path, std::string_view bytes,
                           Permissions permissions = Permissions::usual);

// `relative` below `folder`, or nothing when it is absolute, has a NUL, or leaves the folder (also through a link).
std::optional<std::filesystem::path> path_inside(const std::filesystem::path& folder, std::string_view relative);

}  // namespace huozi::base
