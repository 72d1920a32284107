#include "base/utf8.h"

#include <utility>
#include <vector>

#include "support/catch.h"

using namespace huozi::base;

TEST_CASE("every Unicode scalar value comes back from UTF-8", "[utf8]") {
  std::string text;
  for (char32_t cp = 0; cp <= 0x10FFFF; ++cp) {
    if (cp >= 0xD800 && cp <= 0xDFFF) continue;
    text.clear();
    append_utf8(text, cp);
    const Decoded decoded = decode_utf8(text, 0);
    if (!decoded.valid || decoded.code_point != cp || decoded.length != text.size()) FAIL(static_cast<uint32_t>(cp));
  }
}

TEST_CASE("characters of every length are written in their shortest form", "[utf8]") {
  CHECK(to_utf8(U"A") == "A");
  CHECK(to_utf8(U"é") == "\xC3\xA9");
  CHECK(to_utf8(U"活") == "\xE6\xB4\xBB");
  CHECK(to_utf8(U"𠮷") == "\xF0\xA0\xAE\xB7");
}

TEST_CASE("what is no Unicode scalar value is written as U+FFFD", "[utf8]") {
  for (const char32_t cp : {0xD800u, 0xDFFFu, 0x110000u, 0xFFFFFFFFu}) {
    std::string text;
    append_utf8(text, cp);
    CHECK(text == "\uFFFD");
  }
}

TEST_CASE("ill-formed sequences are refused where they begin", "[utf8]") {
  const std::vector<std::pair<const char*, std::string>> ill_formed = {
      {"a lone continuation byte", "\x80"},      {"an overlong slash", "\xC0\xAF"},
      {"overlong, three bytes", "\xE0\x80\xAF"}, {"overlong, four bytes", "\xF0\x80\x80\xAF"},
      {"a surrogate", "\xED\xA0\x80"},           {"above U+10FFFF", "\xF4\x90\x80\x80"},
      {"a byte that never occurs", "\xFF"},      {"cut short after one", "\xE6"},
      {"cut short after two", "\xE6\xB4"},       {"cut short after three", "\xF0\xA0\xAE"},
      {"cut short by a letter", "\xE6\xB4x"},
  };
  for (const auto& [what, bytes] : ill_formed) {
    INFO(what);
    const Decoded decoded = decode_utf8(bytes, 0);
    CHECK_FALSE(decoded.valid);
    CHECK(decoded.code_point == kReplacement);
    CHECK(decoded.length == 1);
    CHECK(find_invalid_utf8("字" + bytes + "字") == 3);
  }
  CHECK(find_invalid_utf8("王阳明说") == std::string_view::npos);
  CHECK(find_invalid_utf8("") == std::string_view::npos);
}

TEST_CASE("U+FFFD in a text is a character like others", "[utf8]") {
  const Decoded decoded = decode_utf8("\uFFFD", 0);
  CHECK(decoded.valid);
  CHECK(decoded.length == 3);
}

TEST_CASE("iterating goes on after an ill-formed byte and knows each offset", "[utf8]") {
  std::vector<std::pair<char32_t, uint32_t>> seen;
  for (const auto item : CodePoints("a\xFF活b")) seen.emplace_back(item.code_point, item.offset);
  const std::vector<std::pair<char32_t, uint32_t>> expected = {{U'a', 0}, {kReplacement, 1}, {U'活', 2}, {U'b', 5}};
  CHECK(seen == expected);
  CHECK(to_utf32("").empty());
  CHECK(to_utf32("活字") == U"活字");
}
