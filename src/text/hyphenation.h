// Where words may be hyphenated, from the dictionaries of libhyphen that the system has (one a language). Not here:
// which words of a text are asked about, and what a hyphen looks like (layout/hyphens).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace huozi::text {

// Byte offsets into `word` before which it may be divided, ascending. None for a language (BCP 47) without a
// dictionary; for words of less than five letters or more than a hundred; for words with anything but letters and
// apostrophes or with a capital after the first letter (abbreviations, names such as LaTeX). Where the spelling would
// change at a division there is no point. Latin words in Chinese, Japanese and Korean text are taken for English.
// Thread safe.
std::vector<uint32_t> hyphenation_points(std::string_view word, std::string_view language);

}  // namespace huozi::text
