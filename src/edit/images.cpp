// Images: texts that belong to a web page's buttons, one address for each picture, and pictures that are not in the
// book's folder.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "document/alternative.h"
#include "document/walk.h"
#include "edit/address.h"
#include "edit/image_address.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/pass.h"

namespace huozi::edit {
namespace {

bool is_file_name(std::string_view text) {
  constexpr std::array<std::string_view, 8> kEndings = {".jpg",  ".jpeg", ".png", ".gif",
                                                        ".webp", ".bmp",  ".svg", ".tif"};
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return text.ends_with(ending); });
}

// A camera's or a messenger's name for the file: letters of its own, then digits.
bool is_made_name(std::string_view text) {
  constexpr std::array<std::string_view, 9> kBeginnings = {"微信图片", "微信截图", "qq图片", "qq截图",  "截图",
                                                           "屏幕截图", "img_",     "dsc",    "mmexport"};
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view beginning) {
    return text.size() > beginning.size() && text.starts_with(beginning) &&
           text.find_first_not_of("0123456789_- .", beginning.size()) == std::string_view::npos;
  });
}

constexpr std::array<std::string_view, 11> kButtons = {"点击查看大图", "点击查看原图", "点击查看",   "查看大图",
                                                       "查看原图",     "点击放大",     "点击看大图", "点此查看大图",
                                                       "點擊查看大圖", "點擊放大",     "查看大圖"};
constexpr std::array<std::string_view, 7> kFillings = {
    "在这里插入图片描述", "请输入图片描述", "图片描述", "点击图片放大", "点击进入下一页", "加载中", "图"};
constexpr std::array<std::string_view, 12> kKinds = {"图片",    "圖片",  "图像", "image", "images",  "img",
                                                     "picture", "photo", "pic",  "alt",   "loading", "loading..."};

template <typename... Tables>
bool stands_in(std::string_view text, const Tables&... tables) {
  return ((std::find(tables.begin(), tables.end(), text) != tables.end()) || ...);
}

// Says nothing of the picture.
bool is_button_text(std::string_view text) {
  std::string line = lower(trimmed(text));
  for (const std::string_view pair : {"[]", "()", "<>"}) {
    if (line.size() > 2 && line.front() == pair[0] && line.back() == pair[1]) line = line.substr(1, line.size() - 2);
  }
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"【", "】"}}) {
    if (line.size() > 6 && line.starts_with(open) && line.ends_with(close)) line = line.substr(3, line.size() - 6);
  }
  return is_file_name(line) || is_made_name(line) || stands_in(line, kButtons, kFillings, kKinds);
}

void strip(std::string& text, const document::Inline& node, Pass& pass) {
  if (!is_button_text(text)) return;
  pass.record("edit.image-text", node.info.span, std::move(text));
  text.clear();
}

bool is_remote(std::string_view source) {
  return source.starts_with("http://") || source.starts_with("https://") || source.starts_with("//");
}

bool has_copy(std::string_view source, const Pass& pass) {
  return pass.options.has_local_copy && pass.options.has_local_copy(source);
}

// The address without those who only fetch it for others, unless the book has a copy under the one that is written.
std::string direct(const std::string& source, const Pass& pass) {
  if (has_copy(source, pass)) return source;
  return direct_image(source);
}

// The one address of each picture that is wanted under several: one the book has a copy of, or else the shortest, which
// asks least of the server.
std::map<std::string, std::string> settled_addresses(const Pass& pass) {
  std::map<std::string, std::string> settled;
  const auto rank = [&](const std::string& source) {
    return std::tuple(!has_copy(source, pass), source.size(), std::string_view(source));
  };
  document::for_each_inline(pass.document.blocks, [&](const document::Inline& node) {
    const auto* image = std::get_if<document::Image>(&node.content);
    if (image == nullptr || !is_remote(image->source) || !image->file.empty()) return;
    std::string source = direct(image->source, pass);
    std::string& best = settled[image_identity(image->source)];
    if (best.empty() || rank(source) < rank(best)) best = std::move(source);
  });
  return settled;
}

// A web page's own picture is never printed by itself: it tells which picture of the text stands at the head.
void settle_head_image(const std::map<std::string, std::string>& settled, Pass& pass) {
  std::string& head = pass.document.metadata.head_image;
  if (!is_remote(head)) return;
  const source::Span span{pass.document.file, 0, 0};
  const auto same = settled.find(image_identity(head));
  std::string better = same != settled.end() ? same->second : direct_image(head);
  if (is_filler_picture(better)) better.clear();
  if (better != head) pass.record("address.head-image", span, std::exchange(head, better), better);
  if (check_image_address(head).fault != ImageFault::none) pass.diagnostics.report("image.head-address", span, {head});
}

void report_remote(const document::Image& image, source::Span span, Pass& pass) {
  if (pass.options.report_missing_images) pass.diagnostics.report("image.remote-missing", span, {image.source});
  const ImageCheck check = check_image_address(image.source);
  if (check.fault == ImageFault::other_kind) pass.diagnostics.report("image.other-kind", span, {image.source});
  if (check.fault == ImageFault::no_dot) pass.diagnostics.report("image.no-dot", span, {image.source, check.better});
}

}  // namespace

void clean_images(Pass& pass) {
  const std::map<std::string, std::string> settled = settled_addresses(pass);
  settle_head_image(settled, pass);
  std::set<std::string> missing;
  std::set<std::string> silent;
  document::for_each_inline(pass.document.blocks, [&](document::Inline& node) {
    auto* image = std::get_if<document::Image>(&node.content);
    if (image == nullptr) return;
    strip(image->alternative, node, pass);
    strip(image->title, node, pass);
    if (is_remote(image->source) && image->file.empty()) {
      const std::string& address = settled.at(image_identity(image->source));
      if (address != image->source) {
        pass.record("address.image", node.info.span, image->source, address);
        image->source = address;
      }
      if (!has_copy(image->source, pass) && missing.insert(image->source).second) {
        report_remote(*image, node.info.span, pass);
      }
    }
    if (document::lacks_alternative(node) && silent.insert(image->source).second) {
      pass.diagnostics.report("image.no-alternative", node.info.span, {image->source});
    }
  });
}

}  // namespace huozi::edit
