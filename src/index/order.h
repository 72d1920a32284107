// The order of an index's headings and the groups they stand in: by Pinyin under letters A–Z, or by strokes under 一画,
// 二画 ... Not here: what a heading is (index/entries).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "document/index_settings.h"

namespace huozi::index {

struct SortKey {
  int group = 0;
  std::string group_label;  // A, 四画, 西文 (Latin headings in an order by strokes), 其他
  std::string bytes;        // compares as the headings do
};

class Order {
 public:
  // `language`: of the book.
  Order(document::IndexSort sort, std::string_view language);
  ~Order();

  // The order is ICU's for zh-u-co-pinyin or zh-u-co-stroke; headings that are equal there go by their code points.
  // `reading` decides where ICU is wrong. By Pinyin: the syllables of the heading's Han characters, 长征 "chang zheng",
  // with tones or without (cháng zhēng, chang2 zheng1); as many as are given. By strokes: a number, the first
  // character's strokes.
  SortKey key(std::string_view heading, std::string_view reading) const;

  // Whether it is such a reading, of either kind: what the other order needs does no harm in this one.
  bool understands(std::string_view heading, std::string_view reading) const;

  bool by_strokes() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace huozi::index
