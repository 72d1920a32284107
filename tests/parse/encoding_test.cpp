#include "parse/encoding.h"

#include "base/utf8.h"
#include "support/catch.h"

using namespace huozi;
using namespace std::string_literals;
using parse::decode_text;

namespace {

const std::string kText = "茶亭在桥头。\n春分种豆，秋分收菜。\n";

std::string utf16(std::string_view text, bool little, bool mark) {
  std::u32string characters = base::to_utf32(text);
  if (mark) characters.insert(characters.begin(), 0xFEFF);
  std::string out;
  for (const char32_t cp : characters) {
    const char high = static_cast<char>(cp >> 8);
    const char low = static_cast<char>(cp & 0xFF);
    out += little ? low : high;
    out += little ? high : low;
  }
  return out;
}

// 茶亭在桥头。 and 春分种豆，秋分收菜。 with line ends.
const std::string kGb =
    "\xB2\xE8\xCD\xA4\xD4\xDA\xC7\xC5\xCD\xB7\xA1\xA3\n\xB4\xBA\xB7\xD6\xD6\xD6\xB6\xB9\xA3\xAC\xC7\xEF"
    "\xB7\xD6\xCA\xD5\xB2\xCB\xA1\xA3\n";
// 茶亭在橋頭。春天種豆
const std::string kBig5 = "\xAF\xF9\xAB\x46\xA6\x62\xBE\xF4\xC0\x59\xA1\x43\xAC\x4B\xA4\xD1\xBA\xD8\xA8\xA7";

void check(const std::string& bytes, const std::string& encoding, const std::string& text) {
  const auto decoded = decode_text(bytes);
  REQUIRE(decoded);
  CHECK(decoded->encoding == encoding);
  CHECK(decoded->text == text);
  CHECK(decoded->replaced == 0);
}

}  // namespace

TEST_CASE("byte order marks say what a text is in", "[encoding]") {
  check("\xEF\xBB\xBF" + kText, "UTF-8", kText);
  check(utf16(kText, true, true), "UTF-16LE", kText);
  check(utf16(kText, false, true), "UTF-16BE", kText);
  check("\xFF\xFE\0\0\x36\x83\0\0"s, "UTF-32LE", "茶");
  check("\0\0\xFE\xFF\0\0\x83\x36"s, "UTF-32BE", "茶");
}

TEST_CASE("UTF-16 without a mark is known by its zero bytes", "[encoding]") {
  check(utf16(kText, true, false), "UTF-16LE", kText);
  check(utf16(kText, false, false), "UTF-16BE", kText);
  check(utf16("<p>abc</p>", true, false), "UTF-16LE", "<p>abc</p>");
}

TEST_CASE("what is well-formed UTF-8 is UTF-8, whatever it declares", "[encoding]") {
  check(kText, "UTF-8", kText);
  check("abc", "UTF-8", "abc");
  check("", "UTF-8", "");
  check("<meta charset=gb2312>" + kText, "UTF-8", "<meta charset=gb2312>" + kText);
}

TEST_CASE("GB 2312, GBK and GB 18030 are one", "[encoding]") {
  check(kGb, "GB18030", kText);
  check("<meta charset=\"gb2312\">" + kGb, "GB18030", "<meta charset=\"gb2312\">" + kText);
  check("<meta charset=iso-8859-1>" + kGb, "GB18030", "<meta charset=iso-8859-1>" + kText);
  // Of four bytes: U+20000.
  check(kGb + "\x95\x32\x82\x36", "GB18030", kText + "𠀀");
}

TEST_CASE("Big5 is taken where it is declared or clear", "[encoding]") {
  check(kBig5, "Big5", "茶亭在橋頭。春天種豆");
  check("<META http-equiv=Content-Type content='text/html; charset=Big5'>\xA4\xA4", "Big5",
        "<META http-equiv=Content-Type content='text/html; charset=Big5'>中");
}

TEST_CASE("other encodings are read as declared", "[encoding]") {
  // 茶 and the kana に in Shift_JIS.
  check("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>\x92\x83\x82\xC9", "shift_jis",
        "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>茶に");
  check("<meta charset=hz-gb-2312>~{2h~}", "hz-gb-2312", "<meta charset=hz-gb-2312>茶");
}

TEST_CASE("bytes that mean nothing are replaced and told", "[encoding]") {
  const auto cut = decode_text(kText + kText + "茶"s.substr(0, 2));
  REQUIRE(cut);
  CHECK(cut->encoding == "UTF-8");
  CHECK(cut->replaced == 2);
  CHECK(cut->first_replaced == 2 * kText.size());
  CHECK(base::find_invalid_utf8(cut->text) == std::string::npos);

  const auto gb = decode_text(kGb + kGb + "\xFF\n"s);
  REQUIRE(gb);
  CHECK(gb->encoding == "GB18030");
  CHECK(gb->replaced == 1);
  CHECK(gb->first_replaced == 2 * kText.size());
}

TEST_CASE("what is no text is refused", "[encoding]") {
  std::string noise;
  uint32_t state = 1;
  for (int i = 0; i < 5000; ++i) noise += static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
  CHECK_FALSE(decode_text(noise));
  CHECK_FALSE(decode_text("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0"s));
  CHECK_FALSE(decode_text("PK\3\4\x14\0\6\0\x08\0\0\0\x21\0\xDF\xA4\xD2\x6C"s));
  CHECK_FALSE(decode_text(std::string(100, '\0')));
}

TEST_CASE("a long text is converted whole", "[encoding]") {
  std::string bytes;
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    bytes += kGb + "\x95\x32\x82\x36";
    text += kText + "𠀀";
  }
  check(bytes, "GB18030", text);
  check("x" + bytes, "GB18030", "x" + text);
}
