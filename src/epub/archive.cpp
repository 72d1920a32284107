#include "epub/archive.h"

#include <zip.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace huozi::epub {
namespace {

constexpr zip_uint16_t kDosTime = 0;
constexpr zip_uint16_t kDosDate = 0x21;                // 1 January 1980, the first day ZIP knows
constexpr zip_uint32_t kRegularFile = 0100644u << 16;  // rw-r--r--
constexpr zip_uint32_t kDeflateLevel = 9;

void require(bool success, const std::string& what) {
  if (!success) throw std::runtime_error("the EPUB cannot be packed: " + what);
}

void add(zip_t* archive, const ArchiveFile& file, bool stored) {
  zip_source_t* source = zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0);
  require(source != nullptr, file.path);
  const zip_int64_t index = zip_file_add(archive, file.path.c_str(), source, ZIP_FL_ENC_GUESS);
  if (index < 0) {
    zip_source_free(source);
    require(false, file.path + ": " + zip_strerror(archive));
  }
  const auto entry = static_cast<zip_uint64_t>(index);
  require(zip_set_file_compression(archive, entry, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                   stored ? 0 : kDeflateLevel) == 0 &&
              zip_file_set_dostime(archive, entry, kDosTime, kDosDate, 0) == 0 &&
              zip_file_set_external_attributes(archive, entry, 0, ZIP_OPSYS_UNIX, kRegularFile) == 0,
          file.path + ": " + zip_strerror(archive));
}

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Free {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

// What is packed already gets no smaller, and takes most of the time.
bool is_packed(std::string_view path) {
  constexpr std::string_view kEndings[] = {".png", ".jpg", ".gif", ".webp", ".woff", ".woff2"};
  return std::any_of(std::begin(kEndings), std::end(kEndings), [&](auto ending) { return path.ends_with(ending); });
}

}  // namespace

std::string write_archive(const std::vector<ArchiveFile>& files) {
  zip_error_t error;
  zip_error_init(&error);
  std::unique_ptr<zip_source_t, Free> target(zip_source_buffer_create(nullptr, 0, 0, &error));
  require(target != nullptr, zip_error_strerror(&error));
  std::unique_ptr<zip_t, Discard> archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, &error));
  require(archive != nullptr, zip_error_strerror(&error));
  zip_source_keep(target.get());  // the archive owns one reference, we another
  for (size_t i = 0; i < files.size(); ++i) add(archive.get(), files[i], i == 0 || is_packed(files[i].path));
  require(zip_close(archive.get()) == 0, zip_strerror(archive.get()));
  static_cast<void>(archive.release());  // closed

  require(zip_source_open(target.get()) == 0, "the archive cannot be read back");
  zip_stat_t stat;
  zip_stat_init(&stat);
  const bool known = zip_source_stat(target.get(), &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0;
  std::string bytes(known ? stat.size : 0, '\0');
  const zip_int64_t read = zip_source_read(target.get(), bytes.data(), bytes.size());
  zip_source_close(target.get());
  require(known && read == static_cast<zip_int64_t>(bytes.size()), "the archive cannot be read back");
  return bytes;
}

}  // namespace huozi::epub
