#include "pdf/value.h"

#include "support/catch.h"

using namespace huozi::pdf;

namespace {

std::string decimal(int64_t value, int decimals) {
  std::string out;
  append_decimal(out, value, decimals);
  return out;
}

}  // namespace

TEST_CASE("numbers are written in their shortest form") {
  CHECK(decimal(0, 3) == "0");
  CHECK(decimal(12, 0) == "12");
  CHECK(decimal(1200, 0) == "1200");
  CHECK(decimal(10500, 3) == "10.5");
  CHECK(decimal(-10000, 3) == "-10");
  CHECK(decimal(5, 3) == ".005");
  CHECK(decimal(-250, 3) == "-.25");
  CHECK(decimal(100001, 3) == "100.001");
  CHECK(decimal(INT64_MIN, 0) == "-9223372036854775808");
}

TEST_CASE("lengths are rounded to the nearest thousandth of a point") {
  using huozi::base::Length;
  CHECK(Val::length(Length::ratio(21, 2)).syntax() == "10.5");
  CHECK(Val::length(Length::ratio(1, 3)).syntax() == ".333");
  CHECK(Val::length(-Length::ratio(2, 3)).syntax() == "-.667");
}

TEST_CASE("strings escape what would end or change them") {
  CHECK(Val::bytes("a(b)c\\d\re\nf").syntax() == "(a\\(b\\)c\\\\d\\re\nf)");
  CHECK(Val::bytes(std::string("\0(", 2)).syntax() == std::string("(\0\\()", 5));
}

TEST_CASE("text strings are UTF-16BE with a mark, beyond the BMP too") {
  CHECK(Val::text("活").syntax() == "(\xFE\xFF\x6D\x3B)");
  CHECK(utf16be("𠀀") == std::string("\xD8\x40\xDC\x00", 4));
  CHECK(utf16be("\xFF") == "\xFF\xFD");  // ill-formed UTF-8 becomes U+FFFD
}

TEST_CASE("names escape what is not regular") {
  CHECK(Val::name("A B#/活").syntax() == "/A#20B#23#2F#E6#B4#BB");
}

TEST_CASE("dictionaries and arrays nest") {
  Dict dict;
  dict.add("Kids", Array().add(Ref{3}).add(-1)).add("N", 7).add("T", Val::name("X")).add("Z", Val::null());
  CHECK(Val(dict).syntax() == "<</Kids[3 0 R -1]/N 7/T/X/Z null>>");
}
