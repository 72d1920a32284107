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
  // The sheet it is folded from (GB/T 788), in mm, and its leaves a sheet (开数); leaves == 0: not of the trade's.
  int sheet_width = 0, sheet_height = 0, leaves = 0;
};
std::span<const PaperSize> paper_sizes();
std::vector<std::string_view> paper_size_names();
// The named size of a page, upright or lying, to half a millimetre. Null: none.
const PaperSize* paper_size_of(Length width, Length height);
// `大32开`, `A5`, or the quantity `32开`. Null: none of these.
const PaperSize* paper_size(const Component& component);

}  // namespace huozi::style
