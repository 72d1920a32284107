#include "pdf/picture_use.h"

#include <map>
#include <string_view>
#include <utility>
#include <variant>

namespace huozi::pdf {

std::vector<PictureUse> picture_uses(const std::vector<layout::Page>& pages) {
  std::vector<PictureUse> uses;
  std::map<std::string_view, size_t> known;
  for (const layout::Page& page : pages) {
    for (const layout::Item& item : page.items) {
      const auto* image = std::get_if<layout::ImageItem>(&item.content);
      if (!image) continue;
      layout::Length width = image->rect.width, height = image->rect.height;
      if (image->turned) std::swap(width, height);
      const auto [found, is_new] = known.try_emplace(image->file, uses.size());
      if (is_new) uses.push_back({image->file, image, &page, width, height, width, height});
      PictureUse& use = uses[found->second];
      if (width > use.width) {
        use.item = image;
        use.page = &page;
        use.width = width;
        use.height = height;
      }
      if (width < use.least_width) {
        use.least_width = width;
        use.least_height = height;
      }
    }
  }
  return uses;
}

}  // namespace huozi::pdf
