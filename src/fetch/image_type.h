// The kinds of picture that are fetched, told by their first bytes, not by what a server says of them.
// Not here: whether the picture is whole (image/).
#pragma once

#include <string_view>

namespace huozi::fetch {

constexpr size_t kSignatureBytes = 1024;  // as many of the file's first bytes decide

struct ImageType {
  std::string_view name;       // image/png
  std::string_view extension;  // png
};

// Null when it is none of them.
const ImageType* image_type(std::string_view bytes);

}  // namespace huozi::fetch
