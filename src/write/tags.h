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

// `bases`: the written base of each pair.
std::string ruby_element(const document::Ruby& ruby, const std::vector<std::string>& bases,
                         const document::Attributes& attributes);

}  // namespace huozi::write
