#include "layout/edition_words.h"

#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;

TEST_CASE("pages and type as a book names them") {
  const Typeset book({chapter("甲", {p("一二三")})}, "@page { size: 大32开 }");
  const style::PageStyle page = book.cascade.page_style({"", false, false, true, false});
  CHECK(layout::page_words(page) == "140mm×203mm");
  CHECK(layout::type_area_words(page, book.cascade.body()) == "10字×8行");
  CHECK(layout::page_words(
            Typeset({}, "@page { size: 140.5mm 203mm }").cascade.page_style({"", false, false, true, false})) ==
        "140.5mm×203mm");
  CHECK(layout::type_size_words(base::Length::ratio(21, 2)) == "五号");
  CHECK(layout::type_size_words(base::Length::points(9)) == "小五");
  CHECK(layout::type_size_words(base::Length::ratio(101, 10)) == "10.1pt");
  CHECK(layout::type_size_words(base::Length::points(11)) == "11pt");
}

TEST_CASE("the font that sets most comes first") {
  const Typeset book({chapter("甲", {p("一二三四五六七八"), p({strong("九")})})}, "strong { font-weight: 700 }");
  const auto fonts = layout::fonts_by_use(book.galleys);
  REQUIRE(!fonts.empty());
  CHECK(test_library().font(fonts.front()).glyph(U'一') != 0);
  CHECK(layout::fonts_by_use({}).empty());
}
