#include "document/mark.h"

namespace huozi::document {

bool is_mark(const Inline& node) {
  const Attributes& attributes = node.info.attributes;
  if (std::holds_alternative<Link>(node.content)) return attributes.has_class("page");
  return std::holds_alternative<Styled>(node.content) && attributes.has_class("index");
}

}  // namespace huozi::document
