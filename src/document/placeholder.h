// The words that stand in both outputs where a picture has no local copy. Not here: the frame drawn round them.
#pragma once

#include <string_view>

namespace huozi::document {

// 〔图片缺〕, or 〔圖片缺〕 in Traditional Chinese.
std::string_view missing_image_text(std::string_view language);

}  // namespace huozi::document
