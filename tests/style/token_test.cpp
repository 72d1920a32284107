#include "style/token.h"

#include "support/catch.h"

using namespace huozi;
using style::Token;
using Kind = Token::Kind;

namespace {

struct Read {
  std::vector<Token> tokens;
  size_t reports = 0;
};

Read read(std::string text) {
  const source::SourceFile file(0, "t.css", std::move(text));
  source::Diagnostics diagnostics;
  Read result;
  result.tokens = style::tokenize(file, diagnostics);
  result.reports = diagnostics.items().size();
  return result;
}

Token first(std::string text) {
  return read(std::move(text)).tokens.front();
}

}  // namespace

TEST_CASE("numbers become millionths without floating point") {
  CHECK(first("10.5").number == 10'500'000);
  CHECK(first("-0.25").number == -250'000);
  CHECK(first("+.5").number == 500'000);
  CHECK(first("1e3").number == 1'000'000'000);
  CHECK(first("15E-1").number == 1'500'000);
  CHECK(first("0.0000005").number == 1);
  CHECK(first("0.0000004").number == 0);
  CHECK(first("1e-999999").number == 0);
  CHECK(first("7").integer);
  CHECK_FALSE(first("7.0").integer);
}

TEST_CASE("numbers without end are limited, not wrapped") {
  CHECK(first(std::string(400, '9')).number == style::kLargestNumber);
  CHECK(first("-" + std::string(400, '9')).number == -style::kLargestNumber);
  CHECK(first("1e999999999999").number == style::kLargestNumber);
  CHECK(first("0." + std::string(400, '3')).number == 333'333);
  CHECK(first(std::string(30, '1') + "e-29").number == 1'111'111);
}

TEST_CASE("a dimension keeps its unit, Chinese ones too") {
  const Token kai = first("32开");
  CHECK(kai.kind == Kind::dimension);
  CHECK(kai.text == "开");
  CHECK(first("大32开").kind == Kind::ident);
  const Token em = first("1em");
  CHECK(em.text == "em");
  CHECK(em.number == 1'000'000);
  CHECK(first("50%").kind == Kind::percentage);
}

TEST_CASE("escapes in names and strings") {
  CHECK(first("\\41 b").text == "Ab");
  CHECK(first("\\000041x").text == "Ax");
  CHECK(first("a\\.b").text == "a.b");
  CHECK(first("\"\\6d3b\\5b57\"").text == "活字");
  CHECK(first("\"\\110000 \"").text == "\xEF\xBF\xBD");
  CHECK(first("\"\\d800 \"").text == "\xEF\xBF\xBD");
  CHECK(first("\"a\\\r\nb\"").text == "ab");
}

TEST_CASE("a string ends at its line's end, with a report") {
  const Read result = read("\"abc\n1");
  CHECK(result.tokens[0].kind == Kind::bad_string);
  CHECK(result.tokens[2].kind == Kind::number);
  CHECK(result.reports == 1);
}

TEST_CASE("comments vanish; one without an end is reported") {
  const Read result = read("a/* b */c");
  REQUIRE(result.tokens.size() == 3);
  CHECK(result.tokens[1].text == "c");
  CHECK(result.tokens[1].begin == 8);
  CHECK(read("a/* b").reports == 1);
  CHECK(read("/*/ x */").tokens.size() == 1);
}

TEST_CASE("ill-formed bytes and NUL give tokens, never a loop") {
  CHECK(first(std::string("\xFF\xFE", 2)).kind == Kind::ident);
  CHECK(first(std::string("\0", 1)).kind == Kind::delimiter);
  CHECK(first("\\").kind == Kind::delimiter);
  CHECK(first("url(a b").kind == Kind::url);
  CHECK(first("url( 'a')").kind == Kind::function);
  CHECK(first("<!-- a").kind == Kind::comment_mark);
  CHECK(first("#").kind == Kind::delimiter);
  CHECK(first("@").kind == Kind::delimiter);
  CHECK(first("@-webkit-x").kind == Kind::at_keyword);
}
