// Where a caption ends and the credit for its picture begins. Inside edit/ only.
// Not here: which paragraph is a caption (figures).
#pragma once

#include <cstddef>
#include <string_view>

namespace huozi::edit {

constexpr size_t kNoCredit = static_cast<size_t>(-1);

// Offset of the credit at the caption's end: 新华社记者 申宏/摄, 图源：…, 图自…, （照片来源：…）, …供图. kNoCredit:
// none.
size_t credit_begin(std::string_view caption);

}  // namespace huozi::edit
