#include "proof/places.h"

#include "support/catch.h"

namespace huozi::proof {
namespace {

// What the source has for each character of the text; * for the whole.
std::string laid(std::string_view text, std::string source) {
  const source::SourceFile file(0, "a.md", std::move(source));
  const source::Span whole = file.span(0, file.text().size());
  std::string out;
  for (const source::Span& each : places_of(text, file, whole)) {
    out += "[" + (each == whole ? "*" : std::string(file.slice(each))) + "]";
  }
  return out;
}

TEST_CASE("the place of each character", "[proof]") {
  CHECK(laid("茶花", "茶花") == "[茶][花]");
  CHECK(laid("茶  花", "茶  花") == "[茶][ ][ ][花]");
  CHECK(laid("茶花树", "茶花\n> 树") == "[茶][花][树]");
  CHECK(laid("茶 tea", "茶\ntea") == "[茶][*][t][e][a]");
  CHECK(laid("茶 tea", "茶 \n  tea") == "[茶][ \n  ][t][e][a]");
  CHECK(laid("茶--花", "茶\\--花") == "[茶][\\-][-][花]");
  CHECK(laid("茶&花", "茶&amp;花") == "[茶][&amp;][花]");
  CHECK(laid("“茶”", "\"茶\"") == "[\"][茶][\"]");
}

TEST_CASE("texts that cannot be laid beside their source", "[proof]") {
  CHECK(laid("茶花", "茶树") == "[*][*]");
  CHECK(laid("茶", "茶花") == "[*]");
  CHECK(laid("茶花", "茶") == "[*][*]");
  CHECK(laid("茶", "") == "[*]");
}

}  // namespace
}  // namespace huozi::proof
