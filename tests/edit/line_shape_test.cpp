#include "edit/line_shape.h"

#include <string>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "support/catch.h"
#include "support/random_text.h"

using namespace huozi;

namespace {

// The plain ways, from the beginning to the end.
char32_t last_mark(std::string_view text) {
  char32_t last = 0;
  for (const auto item : base::CodePoints(text)) {
    const bool closes = edit::is_one_of(item.code_point, U"”’」』）》〉】〕］)]\"'");
    if (!edit::is_blank(item.code_point) && !closes) last = item.code_point;
  }
  return last;
}

size_t character_count(std::string_view text) {
  size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("lines are judged alike from both ends, ill-formed ones too") {
  test::RandomText random(1);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = random(false), part = random(false).substr(0, static_cast<size_t>(i % 5));
    INFO(text);
    CHECK(edit::last_mark(text) == last_mark(text));
    CHECK(edit::character_count(text) == character_count(text));
    CHECK(edit::contains(text, part) == (text.find(part) != std::string::npos));
  }
  const std::string page(9000, '\x80');
  CHECK(edit::character_count(page) == 0);
  CHECK(edit::character_count("页" + page + "页") == 2);
}

TEST_CASE("Han characters are those that Unicode calls ideographic") {
  std::u32string wrong;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (edit::is_han(c) != (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) != 0)) wrong += c;
  }
  CHECK(base::to_utf8(wrong) == "");
}
