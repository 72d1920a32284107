// How a heading is numbered by its author: the families of numbers, their order, the number itself.
// Not here: checking a sequence for gaps (edit/), making numbers (style/heading_numbers).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace huozi::document {

// Higher levels first.
enum class HeadingFamily {
  part,              // 第一编, 第一部分
  chapter,           // 第一章
  section,           // 第一节
  ideographic,       // 一、
  bracketed,         // （一）
  arabic,            // 1． 1. 1、
  bracketed_arabic,  // （1）
  unnumbered,
};

HeadingFamily family_of(std::string_view text);
// The number of its family: 3 of 第三章; nothing of an unnumbered line.
std::optional<int64_t> number_in(std::string_view text);
// Characters of a number such as 2, 1.1 or 1.2.3 that a line begins with, before a blank or its end; 0: there is none.
// No family: 3.6 万字 begins so too.
size_t decimal_number_length(std::string_view text);

}  // namespace huozi::document
