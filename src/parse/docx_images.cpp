#include "parse/docx_images.h"

#include <array>

#include "base/utf8.h"

namespace huozi::parse {
namespace {

constexpr size_t kMostImages = 2000;
constexpr uint64_t kLargestImage = 64u << 20;
constexpr size_t kLongestStem = 60;  // bytes

// Letters of all scripts and digits stay; all else could mean something to a shell, a URL or a file system.
std::string safe_stem(std::string_view path) {
  std::string_view name = path.substr(path.find_last_of("/\\") + 1);  // npos + 1 is 0
  if (const size_t dot = name.rfind('.'); dot != std::string_view::npos && dot > 0) name = name.substr(0, dot);
  std::string out;
  for (const auto item : base::CodePoints(name)) {
    const char32_t cp = item.code_point;
    const bool letter = (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || (cp >= '0' && cp <= '9') || cp == '_' ||
                        (cp >= 0xC0 && cp < 0x2000) || (cp >= 0x3040 && cp < 0xD800) || (cp >= 0x20000 && cp < 0x40000);
    if (out.size() + item.length > kLongestStem) break;
    if (letter) {
      out.append(name, item.offset, item.length);
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (out.ends_with('-')) out.pop_back();
  return out.empty() ? "image" : out;
}

struct Signature {
  std::string_view bytes;
  size_t at;
  std::string_view extension;
};

using namespace std::string_view_literals;

constexpr std::array kSignatures = {
    Signature{"\x89PNG\r\n\x1A\n"sv, 0, "png"},
    Signature{"\xFF\xD8\xFF"sv, 0, "jpg"},
    Signature{"GIF8"sv, 0, "gif"},
    Signature{"WEBP"sv, 8, "webp"},
    Signature{"BM"sv, 0, "bmp"},
    Signature{"II*\0"sv, 0, "tif"},
    Signature{"MM\0*"sv, 0, "tif"},
    Signature{"\xD7\xCD\xC6\x9A"sv, 0, "wmf"},
    Signature{"\x01\0\x09\0"sv, 0, "wmf"},
    Signature{" EMF"sv, 40, "emf"},
};

std::string_view extension_of(std::string_view bytes) {
  for (const Signature& row : kSignatures) {
    if (bytes.size() >= row.at && bytes.substr(row.at).starts_with(row.bytes)) return row.extension;
  }
  if (bytes.substr(0, 1024).find("<svg") != std::string_view::npos) return "svg";
  return "bin";
}

}  // namespace

DocxImages::DocxImages(DocxPackage& package, std::string_view path) : package_(package), stem_(safe_stem(path)) {}

DocxImages::Outcome DocxImages::find(const std::string& name, std::string& path) {
  if (const auto known = paths_.find(name); known != paths_.end()) {
    path = known->second;
    return Outcome::found;
  }
  path = "images/" + stem_ + '-' + std::to_string(images_.size() + 1);
  if (images_.size() >= kMostImages) return Outcome::too_many;
  std::string bytes;
  if (package_.read_bytes(name, kLargestImage, bytes) != ZipArchive::Outcome::read || bytes.empty()) {
    path = "images/" + stem_ + "-missing";
    return Outcome::missing;
  }
  path += '.';
  path += extension_of(bytes);
  paths_.emplace(name, path);
  images_.push_back({path, std::move(bytes)});
  return Outcome::found;
}

}  // namespace huozi::parse
