// Which words are slips of the pen, and where they are none: styles/proofreading.yaml and the book's own files.
// Not here: looking for them in a text (word_finder).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::proof {

// In `before` and `after`, # is a number with the measures of time behind it, | the edge of a clause.
struct Word {
  std::string_view rule;  // "proof.c01", "proof.c03", "proof.c04"
  std::u32string wrong;
  std::u32string right;
  std::vector<std::u32string> except;         // longer texts that hold `wrong` rightly
  std::vector<std::u32string> before, after;  // not empty: one of them must stand there
};

struct Words {
  std::vector<Word> entries;
  std::vector<std::u32string> off;  // `wrong` of entries that are not wanted, whoever wrote them

  void append(Words other);
};

// The form is told at the top of styles/proofreading.yaml. ERRORS, reported: yaml.syntax; proof-words.bad, at what is
// not of that form or too much of it; what can be read is.
Words read_words(const source::SourceFile& file, source::Diagnostics& diagnostics);

}  // namespace huozi::proof
