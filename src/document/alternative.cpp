#include "document/alternative.h"

#include "base/utf8.h"

namespace huozi::document {
namespace {

bool is_blank(std::string_view text) {
  for (const auto c : base::CodePoints(text)) {
    if (c.code_point != U' ' && c.code_point != U'\t' && c.code_point != U'\n' && c.code_point != U'\u3000')
      return false;
  }
  return true;
}

}  // namespace

bool is_decoration(const NodeInfo& info) {
  return info.attributes.has_class(kDecoration);
}

bool lacks_alternative(const Inline& node) {
  const auto* image = std::get_if<Image>(&node.content);
  return image != nullptr && !is_decoration(node.info) && is_blank(image->alternative);
}

}  // namespace huozi::document
