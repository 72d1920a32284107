// S04: names in 《》, and those that differ from another in a character of the same sound. Inside proof/ only.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "proof/finding.h"
#include "proof/stretch.h"

namespace huozi::proof {

// 第二次 and 第三次, 上 and 下 are two things.
bool tells_apart(char32_t c);

// The names of a book, added article by article.
class Names {
 public:
  void add(const Stretch& text, size_t article);
  // A rare name of at least eight characters that sounds as a usual one is reported. Findings of each article.
  void check(std::vector<Findings>& out) const;

 private:
  using Places = std::vector<std::pair<size_t, source::Span>>;  // with the article
  std::map<std::u32string, Places> names_;
};

}  // namespace huozi::proof
