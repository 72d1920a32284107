// Who wrote an article, as its first or last line says it: 【文/林舟】, （记者 林舟）, 作者：林舟, 林舟的回答; or
// （示例网讯）. Inside edit/ only. Not here: what becomes of it (bylines).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace huozi::edit {

struct Byline {
  size_t begin = 0;  // bytes of the text, brackets and blanks after it included
  size_t end = 0;
  std::string author;  // empty: no byline
  std::string_view form;
  bool outlet = false;  // 示例网讯: a paper or site, no person
};

// In brackets before an article's first words.
Byline opening_byline(std::string_view text);
// A whole line.
Byline whole_byline(std::string_view text);
// In brackets after an article's last words.
Byline closing_byline(std::string_view text);

}  // namespace huozi::edit
