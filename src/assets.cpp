#include "assets.h"

#include "edit/image_address.h"

namespace huozi {

Assets::Assets(const parse::Manifest& manifest) {
  for (const parse::Asset& asset : manifest.assets) assets_.emplace(asset.url.text, &asset);
  for (const parse::Asset& asset : manifest.assets) assets_.emplace(edit::image_identity(asset.url.text), &asset);
}

const parse::Asset* Assets::find(std::string_view url) const {
  const auto found = assets_.find(url);
  if (found != assets_.end()) return found->second;
  if (url.find("//") == std::string_view::npos) return nullptr;
  const auto alike = assets_.find(edit::image_identity(url));
  return alike != assets_.end() ? alike->second : nullptr;
}

}  // namespace huozi
