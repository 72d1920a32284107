#include "parse/zip_archive.h"

#include <algorithm>
#include <array>

#include <zip.h>

namespace huozi::parse {

struct ZipArchive::Handle {
  zip_t* archive = nullptr;
  uint64_t bytes_left = kMostBytes;
  ~Handle() {
    if (archive != nullptr) zip_discard(archive);
  }
};

ZipArchive::ZipArchive(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

std::optional<ZipArchive> ZipArchive::open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return std::nullopt;
  auto handle = std::make_unique<Handle>();
  handle->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (handle->archive == nullptr) {
    zip_source_free(source);  // an open archive owns it
    return std::nullopt;
  }
  const zip_int64_t entries = zip_get_num_entries(handle->archive, 0);
  if (entries < 0 || static_cast<uint64_t>(entries) > kMostEntries) return std::nullopt;
  return ZipArchive(std::move(handle));
}

// Word does not mind the case of a part's name.
bool ZipArchive::holds(const std::string& name) const {
  return zip_name_locate(handle_->archive, name.c_str(), ZIP_FL_ENC_RAW | ZIP_FL_NOCASE) >= 0;
}

ZipArchive::Outcome ZipArchive::read(const std::string& name, uint64_t limit, std::string& bytes) {
  bytes.clear();
  const zip_int64_t index = zip_name_locate(handle_->archive, name.c_str(), ZIP_FL_ENC_RAW | ZIP_FL_NOCASE);
  if (index < 0) return Outcome::missing;
  zip_file_t* file = zip_fopen_index(handle_->archive, static_cast<zip_uint64_t>(index), 0);
  if (file == nullptr) return Outcome::damaged;
  const uint64_t most = std::min(limit, handle_->bytes_left);
  Outcome outcome = Outcome::read;
  std::array<char, 1 << 16> chunk;
  for (;;) {
    const zip_int64_t count = zip_fread(file, chunk.data(), chunk.size());
    if (count < 0) outcome = Outcome::damaged;
    if (count <= 0) break;
    if (bytes.size() + static_cast<uint64_t>(count) > most) {
      outcome = Outcome::too_large;
      break;
    }
    bytes.append(chunk.data(), static_cast<size_t>(count));
  }
  if (zip_fclose(file) != 0 && outcome == Outcome::read) outcome = Outcome::damaged;  // its checksum
  handle_->bytes_left -= std::min<uint64_t>(bytes.size(), handle_->bytes_left);
  if (outcome != Outcome::read) bytes.clear();
  return outcome;
}

}  // namespace huozi::parse
