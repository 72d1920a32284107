// A number written as Word's number formats write it (ECMA-376 part 1, 17.18.59 ST_NumberFormat).
// Not here: which number (docx_numbering). Inside parse/ only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace huozi::parse {

// 三, 叁, 丙, ③, iii, C ...; digits for a format that is not known or does not reach so far.
std::string number_text(std::string_view format, int64_t value);

}  // namespace huozi::parse
