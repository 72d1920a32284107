// The pairs of one kind of bracket or quotation mark within a stretch, and the halves that found no partner.
// Not here: whether that is a slip. Marks that are only named (“（”), apostrophes, inches and the bracket of a list's
// number, 1）, pair with nothing. Inside proof/ only.
#pragma once

#include <vector>

#include "proof/stretch.h"

namespace huozi::proof {

struct Kind {
  char32_t open;
  char32_t close;
};

constexpr Kind kDouble{U'“', U'”'};
constexpr Kind kSingle{U'‘', U'’'};
constexpr Kind kRound{U'（', U'）'};
constexpr Kind kTitle{U'《', U'》'};
constexpr Kind kCorner{U'「', U'」'};
constexpr Kind kWhiteCorner{U'『', U'』'};
constexpr Kind kHalfRound{U'(', U')'};

struct Pair {
  size_t open;
  size_t close;
  size_t depth;  // 0: in no other pair of its kind
};

struct Brackets {
  std::vector<Pair> pairs;     // in the order of their closing
  std::vector<size_t> opens;   // without a partner
  std::vector<size_t> closes;  // the same

  bool whole() const { return opens.empty() && closes.empty(); }
};

Brackets match(const Stretch& text, Kind kind);

bool is_opening(char32_t c);
bool is_closing(char32_t c);
bool is_mark(char32_t c);  // a bracket, a quotation mark or a stop of Chinese text

}  // namespace huozi::proof
