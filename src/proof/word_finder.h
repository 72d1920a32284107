// Looks for the slips of a list of words in a text: C01, C03, C04. Made once a book.
// Not here: the list's form (words). Inside proof/ only.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "proof/finding.h"
#include "proof/scripts.h"
#include "proof/stretch.h"
#include "proof/words.h"

namespace huozi::proof {

class WordFinder {
 public:
  // REQUIRES: `words` outlives this. Of several entries with one `wrong` the first that fits speaks.
  explicit WordFinder(const Words& words);

  // Words in quotation marks of their own are spoken of, and left alone. C04 is how the mainland writes: in traditional
  // text it says nothing.
  void check(const Stretch& text, Script script, Findings& out) const;

 private:
  const Word* at(const Stretch& text, size_t i) const;

  std::unordered_map<std::u32string_view, std::vector<const Word*>> by_words_;
  std::unordered_map<char32_t, std::vector<size_t>> lengths_;  // by first character, of the longest first
};

// Whether quotation marks stand right before and right behind.
bool is_quoted(const Stretch& text, size_t begin, size_t end);

}  // namespace huozi::proof
