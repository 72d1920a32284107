// Word boundaries of Chinese and mixed text, from ICU's dictionary (UAX #29): where a title may be broken by sense.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace huozi::text {

// Byte offsets at which a word begins or ends, ascending; 0 and text.size() included. Thread safe.
std::vector<uint32_t> word_boundaries(std::string_view text, std::string_view language);

}  // namespace huozi::text
