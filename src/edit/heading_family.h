// How a heading is numbered: the families of numbers and their order. Inside edit/ only.
// Not here: checking a sequence for gaps, making numbers.
#pragma once

#include <string_view>

namespace huozi::edit {

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

}  // namespace huozi::edit
