#include "pdf/picture_report.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <variant>

#include "document/walk.h"

namespace huozi::pdf {
namespace {

constexpr int64_t kEnough = 250;  // pixels an inch
constexpr int64_t kLeast = 150;
constexpr int64_t kPointsPerInch = 72;

struct Use {
  const layout::ImageItem* item = nullptr;
  const layout::Page* page = nullptr;
};

// Where each file is shown at its largest.
std::map<std::string_view, Use> largest_uses(const std::vector<layout::Page>& pages) {
  std::map<std::string_view, Use> out;
  for (const layout::Page& page : pages) {
    for (const layout::Item& item : page.items) {
      const auto* image = std::get_if<layout::ImageItem>(&item.content);
      if (!image) continue;
      Use& use = out[image->file];
      if (!use.item || image->rect.width > use.item->rect.width) use = {image, &page};
    }
  }
  return out;
}

int64_t resolution(const PictureFacts& picture, const layout::ImageItem& item) {
  const layout::Length width = item.turned ? item.rect.height : item.rect.width;
  return width > layout::Length() ? layout::Length::points(picture.width * kPointsPerInch) / width : kEnough;
}

}  // namespace

std::vector<PressFacts::Picture> picture_uses(const std::vector<layout::Page>& pages,
                                              const std::vector<PictureFacts>& pictures) {
  const std::map<std::string_view, Use> uses = largest_uses(pages);
  std::vector<PressFacts::Picture> out;
  for (const PictureFacts& picture : pictures) {
    const auto use = uses.find(picture.file);
    if (use == uses.end()) continue;
    const int64_t has = picture.width > 0 ? resolution(picture, *use->second.item) : 0;
    out.push_back({picture.file, static_cast<size_t>(use->second.page - pages.data()), has, picture.most_ink});
  }
  return out;
}

void report_pictures(const document::Book& book, const std::vector<layout::Page>& pages,
                     const std::vector<PictureFacts>& pictures, const PictureLimits& limits,
                     source::Diagnostics& diagnostics) {
  const std::map<std::string_view, Use> uses = largest_uses(pages);
  std::map<document::NodeId, source::Span> spans;
  document::for_each_inline(book, [&](const document::Inline& node) {
    if (std::holds_alternative<document::Image>(node.content)) spans.emplace(node.info.id, node.info.span);
  });
  for (const PictureFacts& picture : pictures) {
    const auto use = uses.find(picture.file);
    if (use == uses.end()) continue;
    const auto span = spans.find(use->second.item->node);
    const source::Span place = span == spans.end() ? source::Span() : span->second;
    if (picture.width > 0) {
      const int64_t has = resolution(picture, *use->second.item);
      const std::vector<std::string> arguments = {picture.file, std::to_string(has), use->second.page->label};
      if (has < kLeast && limits.release) {
        diagnostics.report("release.coarse", place, arguments);
      } else if (has < kEnough) {
        diagnostics.report("print.coarse", place, arguments);
      }
    }
    if (picture.most_ink > limits.ink) {
      diagnostics.report("print.ink", place,
                         {picture.file, std::to_string(picture.most_ink), std::to_string(limits.ink)});
    }
  }
}

}  // namespace huozi::pdf
