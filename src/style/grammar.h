// The value definition syntax of CSS Values 4 §2: what a property's grammar says, and whether a value follows it.
// Known: juxtaposition, &&, ||, |, [ ], ?, *, +, #, {n}, {n,m}, keywords, and the <types> of styles/README.md.
// Not here: what values do (style/property).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "style/value.h"

namespace huozi::style {

class Grammar {
 public:
  // REQUIRES: well-formed text (throws std::logic_error otherwise: grammars are huozi's own).
  explicit Grammar(std::string_view text);

  // What else a value may be where it stands.
  struct Where {
    bool epub = false;  // print never looks there: <epub-...> types
    bool page = false;  // in @page itself: <page-...> types
  };
  // On success keywords are put in lower case.
  bool accept(std::vector<Component>& value, const Where& where) const;
  const std::vector<std::string>& keywords() const { return keywords_; }

  struct Node {
    enum class Kind { keyword, type, sequence, all_of, any_of, one_of };
    Kind kind = Kind::sequence;
    std::string text;           // keyword, or name of the type
    int64_t least = INT64_MIN;  // of a type's range, in millionths
    int64_t most = INT64_MAX;
    std::vector<Node> children;
    int minimum = 1, maximum = 1;  // repetitions
    bool commas = false;           // between repetitions
  };

 private:
  Node root_;
  std::vector<std::string> keywords_;
};

}  // namespace huozi::style
