// Short texts of all kinds of characters and ill-formed bytes, the same for a seed: what a quick way and a plain way of
// the same thing are compared on. Header only.
#pragma once

#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

namespace huozi::test {

class RandomText {
 public:
  explicit RandomText(unsigned seed) : random_(seed) {}

  // `well_formed`: without stray bytes.
  std::string operator()(bool well_formed) {
    constexpr std::string_view kPieces[] = {
        "春",   "桥",   "茶",   "龥",     "㐀",     "𠮷",     "한",       "a",      "Z",      "7",      " ",
        " ",    "\t",   "\n",   "\r",     "，",     "。",     "：",       "”",      "“",      "、",     "（",
        "）",   "」",   "…",    "—",      "é",      "\u00A0", "\u3000",   "\u200B", "\uFEFF", "\uFFFD", "\uFFFE",
        "\x01", "\x1A", "\x7F", "\u0085", "\u2028", "&",      "&#20013;", "<",      ">",      "\"",     "'",
        "[",    "]",    "{",    "}",      "*",      "\\",     "\uE000",   "😀"};
    constexpr std::string_view kBytes[] = {"\xE4", "\xE4\xB8", "\x80", "\xF0\x9F", "\xC0\x80", "\xED\xA0\x80", "\xFF"};
    std::string out;
    const auto length = random_() % 40;
    for (size_t i = 0; i < length; ++i) {
      const bool stray = !well_formed && random_() % 8 == 0;
      // Long stretches of Han characters besides.
      if (random_() % 10 == 0) out += "湖边小路旁种着许多树木";
      out += stray ? kBytes[random_() % std::size(kBytes)] : kPieces[random_() % std::size(kPieces)];
    }
    return out;
  }

 private:
  std::mt19937 random_;
};

}  // namespace huozi::test
