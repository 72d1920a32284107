#include "epub/archive.h"

#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <cstring>
#include <deque>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace huozi::epub {
namespace {

constexpr zip_uint16_t kDosTime = 0;
constexpr zip_uint16_t kDosDate = 0x21;                // 1 January 1980, the first day ZIP knows
constexpr zip_uint32_t kRegularFile = 0100644u << 16;  // rw-r--r--
constexpr int kDeflateLevel = 4;                       // 6 takes half as long again for half a percent

void require(bool success, const std::string& what) {
  if (!success) throw std::runtime_error("the EPUB cannot be packed: " + what);
}

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

// A file as the archive holds it. libzip asks for it as it asks for entries of another archive, which it copies without
// unpacking them: it says itself that it is deflated, how long it was and what its checksum is.
struct Packed {
  std::string bytes;
  size_t size = 0;
  uint32_t checksum = 0;
  size_t read = 0;
};

Packed pack(const std::string& bytes, libdeflate_compressor& compressor) {
  Packed packed;
  packed.size = bytes.size();
  packed.checksum = libdeflate_crc32(0, bytes.data(), bytes.size());
  packed.bytes.resize(libdeflate_deflate_compress_bound(&compressor, bytes.size()));
  packed.bytes.resize(
      libdeflate_deflate_compress(&compressor, bytes.data(), bytes.size(), packed.bytes.data(), packed.bytes.size()));
  return packed;
}

zip_int64_t give_packed(void* file, void* data, zip_uint64_t length, zip_source_cmd_t command) {
  Packed& packed = *static_cast<Packed*>(file);
  switch (command) {
    case ZIP_SOURCE_OPEN:
      packed.read = 0;
      return 0;
    case ZIP_SOURCE_READ: {
      const size_t count = std::min<size_t>(length, packed.bytes.size() - packed.read);
      std::memcpy(data, packed.bytes.data() + packed.read, count);
      packed.read += count;
      return static_cast<zip_int64_t>(count);
    }
    case ZIP_SOURCE_STAT: {
      zip_stat_t& stat = *static_cast<zip_stat_t*>(data);
      zip_stat_init(&stat);
      stat.size = packed.size;
      stat.comp_size = packed.bytes.size();
      stat.crc = packed.checksum;
      stat.comp_method = ZIP_CM_DEFLATE;
      stat.valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD;
      return sizeof stat;
    }
    case ZIP_SOURCE_ERROR:
      std::memset(data, 0, length);  // there are none
      return static_cast<zip_int64_t>(length);
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                            ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    default:
      return 0;  // closing and freeing: the caller of write_archive has it
  }
}

// `packed`: null for a file that is stored; lives until the archive is closed, as the file does.
void add(zip_t* archive, const ArchiveFile& file, Packed* packed) {
  zip_source_t* source = packed ? zip_source_function(archive, give_packed, packed)
                                : zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0);
  require(source != nullptr, file.path);
  const zip_int64_t index = zip_file_add(archive, file.path.c_str(), source, ZIP_FL_ENC_GUESS);
  if (index < 0) {
    zip_source_free(source);
    require(false, file.path + ": " + zip_strerror(archive));
  }
  const auto entry = static_cast<zip_uint64_t>(index);
  require(zip_set_file_compression(archive, entry, packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) == 0 &&
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
  std::deque<Packed> packed;
  zip_error_t error;
  zip_error_init(&error);
  std::unique_ptr<zip_source_t, Free> target(zip_source_buffer_create(nullptr, 0, 0, &error));
  require(target != nullptr, zip_error_strerror(&error));
  std::unique_ptr<zip_t, Discard> archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, &error));
  require(archive != nullptr, zip_error_strerror(&error));
  zip_source_keep(target.get());  // the archive owns one reference, we another
  const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(libdeflate_alloc_compressor(kDeflateLevel));
  require(compressor != nullptr, "no memory");
  for (size_t i = 0; i < files.size(); ++i) {
    const bool stored = i == 0 || is_packed(files[i].path);
    add(archive.get(), files[i], stored ? nullptr : &packed.emplace_back(pack(files[i].bytes, *compressor)));
  }
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
