// The line a web page sets below a title: 2022年5月25日 12:19 来源：示例网 作者：林舟 浏览：1024次 【字体：大 中 小】.
// Inside edit/ only. Not here: where such a line may stand and what becomes of it (imprint_lines); bylines without
// more.
#pragma once

#include <string>
#include <string_view>

namespace huozi::edit {

struct ImprintLine {
  bool whole = false;  // every word of the line is of the kind
  bool timed = false;  // a time of day stands behind the date
  int labels = 0;      // 来源：, 时间：, 阅读： ...
  std::string date;    // ISO 8601
  std::string source;
  std::string author;
};

// The whole text must be read; a word that is of no known kind makes it none.
ImprintLine read_imprint_line(std::string_view text);

}  // namespace huozi::edit
