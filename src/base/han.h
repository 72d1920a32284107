// What ICU's transforms make of single Han characters, from tables that are made with the program
// (cmake/han_tables.cpp): building one of these transforms takes longer than reading a book. Not here: words, whose
// readings differ (index/filed_names), what a text is written in (edit/script).
#pragma once

#include <string_view>

namespace huozi::base {

// The commonest reading in Pinyin without tones ("lü"): "Han-Latin". Empty: the character has none.
std::string_view han_reading(char32_t character);
// As the character that begins a person's name: "Han-Latin/Names". Empty: it has none.
std::string_view surname_reading(char32_t character);

// "Traditional-Simplified" and "Simplified-Traditional". Empty: the character stays as it is.
std::string_view to_simplified(char32_t character);
std::string_view to_traditional(char32_t character);

}  // namespace huozi::base
