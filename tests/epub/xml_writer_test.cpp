#include "epub/xml_writer.h"

#include "base/utf8.h"
#include "support/catch.h"
#include "support/random_text.h"

using namespace huozi;

TEST_CASE("what XML forbids is left out, ill-formed bytes are shown") {
  CHECK(epub::xml_characters("春\x01茶\uFFFE") == "春茶");
  CHECK(epub::xml_characters("\xE4春\tb\n") == "\uFFFD春\tb\n");
  test::RandomText random(2);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = random(false);
    std::string wanted;
    for (const auto item : base::CodePoints(text)) {
      const char32_t c = item.code_point;
      const bool control = (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
      if (!control && c != 0xFFFE && c != 0xFFFF) base::append_utf8(wanted, c);
    }
    CHECK(epub::xml_characters(text) == wanted);
  }
}
