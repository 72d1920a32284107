// Emphasis in Chinese text. CommonMark's flanking rules (§6.2) expect blanks between words and leave `**强调：**正文`
// as it stands: a mark that ends inside punctuation and outside in a letter cannot close. Hiding the punctuation from
// the parser, byte for byte, lets the rules see what the writer meant.
// Not here: parsing. Inside parse/ only.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace huozi::parse {

struct MaskedMarkdown {
  std::string text;                        // as long as the original; only pairs that would fail are masked
  std::map<char32_t, char32_t> originals;  // by the stand-in, which occurs nowhere in the original text

  // Any part of `text`, or anything the parser made of it, with the stand-ins put back.
  std::string restore(std::string_view part) const;
};

// Masks beside * and ~~ that open and close in one paragraph. Code spans, escapes, tags and link targets are not looked
// into; marks without a partner are left alone. REQUIRES: legible text.
MaskedMarkdown mask_emphasis(std::string_view markdown);

}  // namespace huozi::parse
