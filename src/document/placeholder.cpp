#include "document/placeholder.h"

#include "document/front_matter_pages.h"

namespace huozi::document {

std::string_view missing_image_text(std::string_view language) {
  return is_traditional_chinese(language) ? "〔圖片缺〕" : "〔图片缺〕";
}

std::string_view continued_table_text(std::string_view language) {
  return is_traditional_chinese(language) ? "（續表）" : "（续表）";
}

}  // namespace huozi::document
