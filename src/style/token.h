// The tokens of CSS Syntax 3 §4, with their places. Numbers are integers in millionths: no floating point decides a
// length later.
// Not here: grammar of rules (style/reader), of values (style/grammar).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "source/diagnostic.h"

namespace huozi::style {

constexpr int64_t kMillion = 1'000'000;
// Numbers beyond +-10^7 are taken as that: no length, weight or counter of a book comes near.
constexpr int64_t kLargestNumber = 10'000'000 * kMillion;

struct Token {
  enum class Kind {
    ident,
    function,
    at_keyword,
    hash,
    string,
    bad_string,
    url,
    number,
    percentage,
    dimension,
    delimiter,
    white_space,
    colon,
    semicolon,
    comma,
    open_square,
    close_square,
    open_round,
    close_round,
    open_curly,
    close_curly,
    comment_mark,  // <!-- or -->
    end
  };
  Kind kind = Kind::end;
  std::string text;      // name or string with its escapes resolved; unit of a dimension; the delimiter
  int64_t number = 0;    // millionths
  bool integer = false;  // written without point and exponent
  uint32_t begin = 0;    // bytes of the file
  uint32_t end = 0;
};

// All tokens, comments left out, the last of kind `end`. A string or comment without an end is reported.
std::vector<Token> tokenize(const source::SourceFile& file, source::Diagnostics& diagnostics);

// CSS's own names do not distinguish case.
using base::lower;

}  // namespace huozi::style
