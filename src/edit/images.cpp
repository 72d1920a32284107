// Images: texts that belong to a web page's buttons, and pictures that are not in the book's folder.
#include <algorithm>
#include <array>
#include <set>

#include "document/walk.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/pass.h"

namespace huozi::edit {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_file_name(std::string_view text) {
  constexpr std::array<std::string_view, 8> kEndings = {".jpg",  ".jpeg", ".png", ".gif",
                                                        ".webp", ".bmp",  ".svg", ".tif"};
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return text.ends_with(ending); });
}

// Says nothing of the picture.
bool is_button_text(std::string_view text) {
  constexpr std::array<std::string_view, 14> kTexts = {"点击查看大图", "点击查看", "查看大图", "点击放大", "点击看大图",
                                                       "點擊查看大圖", "图片",     "圖片",     "图像",     "image",
                                                       "img",          "picture",  "photo",    "images"};
  const std::string line = lower(trimmed(text));
  return is_file_name(line) || std::find(kTexts.begin(), kTexts.end(), line) != kTexts.end();
}

void strip(std::string& text, const document::Inline& node, Pass& pass) {
  if (!is_button_text(text)) return;
  pass.record("edit.image-text", node.info.span, std::move(text));
  text.clear();
}

}  // namespace

void clean_images(Pass& pass) {
  std::set<std::string> reported;
  document::for_each_inline(pass.document.blocks, [&](document::Inline& node) {
    auto* image = std::get_if<document::Image>(&node.content);
    if (image == nullptr) return;
    strip(image->alternative, node, pass);
    strip(image->title, node, pass);
    const std::string_view source = image->source;
    const bool remote = source.starts_with("http://") || source.starts_with("https://") || source.starts_with("//");
    if (!remote || !image->file.empty()) return;
    if (pass.options.has_local_copy && pass.options.has_local_copy(source)) return;
    if (reported.insert(image->source).second) {
      pass.diagnostics.report("image.remote-missing", node.info.span, {image->source});
    }
  });
}

}  // namespace huozi::edit
