// Which of the two Chinese scripts a text is written in, by the characters that only one of them has.
// Not here: converting one into the other, single characters of the other script (proofreading). Inside edit/ only.
#pragma once

#include <cstddef>
#include <string_view>

#include "document/book.h"

namespace huozi::edit {

struct ScriptCount {
  size_t traditional = 0;  // characters that simplified text does not use
  size_t simplified = 0;   // and the other way round
};

ScriptCount count_scripts(const document::Blocks& blocks);

// zh-Hant, and the places that write so: zh-TW, zh-HK, zh-MO.
bool is_traditional(std::string_view language);
bool is_chinese(std::string_view language);

}  // namespace huozi::edit
