// The numbers and bullets that lines of a list are typed with: 1. 1． 1、 1） （1） ① • and the like.
// Not here: numbers of headings (document/heading_family), whether lines are a list (typed_lists).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace huozi::edit {

struct ItemNumber {
  // Numbers are of one family when what stands round them is alike; bullets when they are the same.
  char32_t before = 0;  // a bracket
  char32_t after = 0;   // a bracket, a mark; ① stands for the circled ones
  char32_t bullet = 0;  // then there is no number
  int64_t number = 0;
  size_t length = 0;  // bytes, blanks after it included

  bool is_bullet() const { return bullet != 0; }
  // What a list prints by itself before an item: • · - but not ◆.
  bool is_plain_bullet() const;
  // May follow the other in a list.
  bool follows(const ItemNumber& other) const;
};

// What the text begins with. 3.6万 and 2022年 are none, neither is a number alone.
std::optional<ItemNumber> item_number(std::string_view text);

}  // namespace huozi::edit
