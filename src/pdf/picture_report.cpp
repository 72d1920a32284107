#include "pdf/picture_report.h"

#include <map>
#include <string_view>
#include <variant>

#include "document/walk.h"

namespace huozi::pdf {
namespace {

constexpr int64_t kEnough = 250;  // pixels an inch
constexpr int64_t kLeast = 150;
constexpr int64_t kPointsPerInch = 72;

int64_t resolution(const PictureFacts& picture, const PictureUse& use) {
  return use.width > layout::Length() ? layout::Length::points(picture.width * kPointsPerInch) / use.width : kEnough;
}

}  // namespace

std::vector<PressFacts::Picture> press_pictures(const std::vector<layout::Page>& pages,
                                                const std::vector<PictureFacts>& pictures) {
  const std::vector<PictureUse> uses = picture_uses(pages);
  std::map<std::string_view, const PictureUse*> by_file;
  for (const PictureUse& use : uses) by_file.emplace(use.file, &use);
  std::vector<PressFacts::Picture> out;
  for (const PictureFacts& picture : pictures) {
    const auto found = by_file.find(picture.file);
    if (found == by_file.end()) continue;
    const PictureUse& use = *found->second;
    const int64_t has = picture.width > 0 ? resolution(picture, use) : 0;
    out.push_back({picture.file, static_cast<size_t>(use.page - pages.data()), has, picture.most_ink});
  }
  return out;
}

void report_pictures(const document::Book& book, const std::vector<PictureUse>& uses,
                     const std::vector<PictureFacts>& pictures, const PictureLimits& limits,
                     source::Diagnostics& diagnostics) {
  std::map<std::string_view, const PictureUse*> by_file;
  for (const PictureUse& use : uses) by_file.emplace(use.file, &use);
  std::map<document::NodeId, source::Span> spans;
  document::for_each_inline(book, [&](const document::Inline& node) {
    if (std::holds_alternative<document::Image>(node.content)) spans.emplace(node.info.id, node.info.span);
  });
  for (const PictureFacts& picture : pictures) {
    const auto found = by_file.find(picture.file);
    if (found == by_file.end()) continue;
    const PictureUse& use = *found->second;
    const auto span = spans.find(use.item->node);
    const source::Span place = span == spans.end() ? source::Span() : span->second;
    if (picture.width > 0) {
      const int64_t has = resolution(picture, use);
      const std::vector<std::string> arguments = {picture.file, std::to_string(has), use.page->label};
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
