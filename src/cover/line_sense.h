// How well a title's lines end: the fewer words and phrases they divide, the better. Inside cover/ only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huozi::cover {

// In hundredths of the size a title is worth setting smaller by to avoid these ends of lines: 0 where all lines end
// behind marks. `lines` together are the text.
int64_t division_cost(const std::vector<std::string>& lines, std::string_view language);

}  // namespace huozi::cover
