// C02: characters of the other Chinese script in an article, told only where hardly a doubt is left.
// Not here: which language an article has (edit/script). Inside proof/ only.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "proof/finding.h"
#include "proof/stretch.h"

namespace huozi::proof {

enum class Script { unclear, simplified, traditional };

// Characters, each with the script it is of; made once a book. Not thread safe.
class Scripts {
 public:
  // By the characters that one script alone has: ten or more of them, and ten times as many as of the other.
  Script script_of(const std::vector<Stretch>& article);

  // A character of the other script is a slip in a clause that is mostly the article's; a clause of the other script is
  // quoted, and a word in quotation marks, a proper noun, a passage in a language of its own is as it should be.
  void check(const Stretch& text, Script article, Findings& out) const;

 private:
  struct Character {
    Script script = Script::unclear;
    char32_t other = 0;  // in the other script
  };
  void learn(const std::vector<Stretch>& article);
  Script script_of(char32_t c) const;

  std::unordered_map<char32_t, Character> characters_;
};

}  // namespace huozi::proof
