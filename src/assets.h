// The book's local copies of remote images, as book.yaml's `assets` names them.
// Not here: the files themselves (assembly, image/).
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "parse/manifest.h"

namespace huozi {

class Assets {
 public:
  // REQUIRES: the manifest outlives this.
  explicit Assets(const parse::Manifest& manifest);

  // The copy of what lies at this address, or else of the same picture under another; null when there is none.
  const parse::Asset* find(std::string_view url) const;

 private:
  std::map<std::string, const parse::Asset*, std::less<>> assets_;  // by address and by picture
};

}  // namespace huozi
