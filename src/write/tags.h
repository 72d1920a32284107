// Elements that stand alike in Markdown's text and in a stretch of HTML.
// Not here: what their content is written with. Inside write/ only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/node.h"

namespace huozi::write {

// <name attributes>, without its end.
std::string start_tag(std::string_view name, const document::Attributes& attributes);
std::string end_tag(std::string_view name);

std::string image_tag(const document::Image& image, const document::Attributes& attributes);

// A base with its annotation, both as they are written; either may be empty.
struct WrittenPair {
  std::string base;
  std::string text;
};
std::string ruby_element(const std::vector<WrittenPair>& pairs, const document::Attributes& attributes);

}  // namespace huozi::write
