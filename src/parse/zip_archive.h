// Reading a ZIP archive that lies in memory, within bounds: strangers' archives unpack to more than anyone has.
// Not here: what the files in it mean; writing archives (epub/). libzip stays inside.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace huozi::parse {

class ZipArchive {
 public:
  static constexpr uint64_t kMostEntries = 10'000;
  static constexpr uint64_t kMostBytes = 512u << 20;  // unpacked, of all that is read

  // Nothing when the bytes are no archive, are cut off, or name too many files. `bytes` must outlive the archive.
  static std::optional<ZipArchive> open(std::string_view bytes);

  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;
  ~ZipArchive();

  bool holds(const std::string& name) const;

  enum class Outcome { read, missing, too_large, damaged };
  // The file of this name (the case of letters apart), at most `limit` bytes of it unpacked: more is too_large,
  // whatever the archive says its size is. What is read counts towards kMostBytes.
  Outcome read(const std::string& name, uint64_t limit, std::string& bytes);

 private:
  struct Handle;
  explicit ZipArchive(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> handle_;
};

}  // namespace huozi::parse
