// Sizes that have names: of type (五号) and of trimmed pages (大32开, A5).
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "style/value.h"

namespace huozi::style {

// 初号 ... 八号 in points; nothing for other words.
std::optional<Length> chinese_size(std::string_view name);
std::vector<std::string_view> chinese_size_names();

struct PaperSize {
  std::string_view name;
  int width, height;  // mm, trimmed
};
std::span<const PaperSize> paper_sizes();
std::vector<std::string_view> paper_size_names();
// `大32开`, `A5`, or the quantity `32开`. Null: none of these.
const PaperSize* paper_size(const Component& component);

}  // namespace huozi::style
