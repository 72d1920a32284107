#include "fetch/image_type.h"

namespace huozi::fetch {
namespace {

using namespace std::string_view_literals;

constexpr ImageType kPng{"image/png", "png"};
constexpr ImageType kJpeg{"image/jpeg", "jpg"};
constexpr ImageType kGif{"image/gif", "gif"};
constexpr ImageType kWebp{"image/webp", "webp"};
constexpr ImageType kSvg{"image/svg+xml", "svg"};

// The first element is <svg>; before it may stand only a declaration, a doctype and comments.
bool is_svg(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (;;) {
    const size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || text[begin] != '<') return false;
    text.remove_prefix(begin);
    if (text.starts_with("<svg") && text.size() > 4) return " \t\r\n>/"sv.find(text[4]) != std::string_view::npos;
    const bool comment = text.starts_with("<!--");
    if (!comment && !text.starts_with("<?xml") && !text.starts_with("<!DOCTYPE svg")) return false;
    const std::string_view end_mark = comment ? "-->"sv : ">"sv;
    const size_t end = text.find(end_mark);
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end + end_mark.size());
  }
}

}  // namespace

const ImageType* image_type(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return &kPng;
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return &kJpeg;
  if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv)) return &kGif;
  if (bytes.starts_with("RIFF"sv) && bytes.size() >= 12 && bytes.substr(8).starts_with("WEBP"sv)) return &kWebp;
  return is_svg(bytes.substr(0, kSignatureBytes)) ? &kSvg : nullptr;
}

}  // namespace huozi::fetch
