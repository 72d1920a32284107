// Syllables of Pinyin, and for each a Han character that stands at its place in ICU's order by Pinyin: so a heading can
// be sorted by another reading than ICU's. Not here: the order itself (index/order).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace huozi::index {

// "chang2 zheng1", "cháng zhēng", "chang zheng", "lü4-you2" -> {"chang2", "zheng1"}, {"lv4", "you2"}: ASCII letters, ü
// as v, the tone's number if it has one.
std::vector<std::string> syllables_of(std::string_view reading);

class PinyinTable {
 public:
  // A character with that reading, without a tone one of the lowest that there is; 0: no such syllable.
  char32_t character(const std::string& syllable) const;

 private:
  static const std::map<std::string, char32_t>& table();
};

}  // namespace huozi::index
