// Words that huozi adds to the author's. Not here: how they are drawn.
#pragma once

#include <string_view>

namespace huozi::document {

// Where a picture has no local copy: 〔图片缺〕, or 〔圖片缺〕 in Traditional Chinese.
std::string_view missing_image_text(std::string_view language);

// Where a table goes on: （续表）, or （續表）.
std::string_view continued_table_text(std::string_view language);

}  // namespace huozi::document
