#include "document/mark.h"

#include <string_view>

#include "document/links.h"

namespace huozi::document {
namespace {

// [](b.md), [](#id): its words are found later (document/link_names).
bool gets_words(const Link& link) {
  if (!link.children.empty() || is_address(link.target)) return false;
  const std::string_view target = link.target;
  const std::string_view path = target.substr(0, target.find('#'));
  if (path.empty()) return target.size() > 1;
  return path.ends_with(".md") || path.ends_with(".html") || path.ends_with(".htm");
}

}  // namespace

bool is_mark(const Inline& node) {
  const Attributes& attributes = node.info.attributes;
  if (const auto* link = std::get_if<Link>(&node.content)) {
    return attributes.has_class("page") || attributes.has_class("note") || gets_words(*link);
  }
  return std::holds_alternative<Styled>(node.content) && attributes.has_class("index");
}

}  // namespace huozi::document
