// Character classes of Chinese composition (CLREQ 3.1, GB/T 15834, UAX #14), and the choice between the Chinese and the
// Latin reading of the marks both scripts share: “ ” ‘ ’ — … ·. Not here: widths (text/shaper), rules (text/spacing,
// text/break_opportunity).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace huozi::text {

enum class CharClass : uint8_t {
  han,         // ideographs, kana, hangul, full-width letters and digits
  iteration,   // 々 〻 ー: han that do not begin a line
  opening,     // “ ‘ （ 《 「 ... of Chinese text
  closing,     // ” ’ ） 》 」 ...
  comma,       // ， 、 ； ：
  stop,        // 。 ！ ？ ．
  interpunct,  // · ‧ ・
  dash,        // —— (a pair, or ⸺)
  ellipsis,    // …… (a pair)
  connector,   // — – ～ between two things
  solidus,     // ／
  prefix,      // ￥ ＄ № : with the number after them
  suffix,      // ％ ‰ ℃ ° : with the number before them
  letter,      // of Latin, Greek, Cyrillic ...
  digit,
  latin_opening,  // ( [ { and “ ‘ of Latin text
  latin_closing,  // ) ] } , . ; : ! ? and ” ’ of Latin text
  hyphen,         // - ‐
  symbol,         // what remains: + = * # ...
  space,          // U+0020 and other breaking white space
  fixed_space,    // U+00A0, U+3000, U+2003 ...: white space with a width of its own
  break_here,     // U+200B
  soft_hyphen,    // U+00AD
  ignorable,      // joiners, variation selectors, bidirectional controls: part of the character before them
  object,         // U+FFFC: something set into the line
  note_call,      // U+FFFC for a note's mark
  line_break      // U+2028: a forced break
};

// True for classes whose full-width glyph has a compressible blank half.
constexpr bool is_mark(CharClass c) {
  return c == CharClass::opening || c == CharClass::closing || c == CharClass::comma || c == CharClass::stop;
}
constexpr bool is_closing_mark(CharClass c) {
  return c == CharClass::closing || c == CharClass::comma || c == CharClass::stop;
}
constexpr bool is_alphanumeric(CharClass c) {
  return c == CharClass::letter || c == CharClass::digit;
}
// Set in the Chinese face and on the 1 em square.
constexpr bool is_square(CharClass c) {
  return c <= CharClass::solidus;
}

// Full-width digits and letters: set like ideographs, but of one word.
constexpr bool is_full_width(char32_t cp) {
  return (cp >= U'０' && cp <= U'９') || (cp >= U'Ａ' && cp <= U'Ｚ') || (cp >= U'ａ' && cp <= U'ｚ');
}

// The class of one character out of context; shared marks get their Chinese reading.
CharClass char_class(char32_t code_point);

struct Character {
  char32_t code_point = 0;
  uint32_t offset = 0;  // bytes into the paragraph's text
  uint32_t length = 0;
  CharClass cls = CharClass::han;
};

// Classes of a whole paragraph, context applied: quotation marks round Latin words in Latin surroundings, apostrophes,
// single dashes and ellipses between Latin words become Latin; a lone — is a connector; a pair —— a dash.
// `chinese`: whether the paragraph's language is Chinese (otherwise shared marks are Latin unless Han is beside them).
// What `out` held is gone, its memory is used again.
void classify(std::string_view text, bool chinese, std::vector<Character>& out);

}  // namespace huozi::text
