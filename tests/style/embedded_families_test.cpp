#include "style/embedded_families.h"

#include "read_sheet.h"
#include "support/catch.h"

using namespace huozi;

namespace {

std::string printed(const char* sheet, const style::EmbeddedFamilies& families) {
  return style::print_for_epub(style::with_embedded_families(test::read_sheet(sheet).sheet, families));
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a family stands behind all that are named, before the generic") {
  const std::string css = printed("p { font-family: \"Some Song\", serif }", {"", "extra"});
  CHECK(contains(css, "font-family: \"Some Song\", "));
  CHECK(contains(css, "SimSun, \"extra\", serif;"));
}

TEST_CASE("each generic has its own family before it") {
  const std::string css =
      printed("p { font-family: kai, monospace } em { font-family: Other Face; font-weight: 500 }", {"x-", ""});
  CHECK(contains(css, "font-family: \"x-kai\", \"LXGW WenKai\""));
  CHECK(contains(css, "\"x-monospace\", Menlo, "));
  CHECK(contains(css, ", monospace;"));
  CHECK(contains(css, "font-family: \"Other Face\", \"x-serif\", serif;"));
  CHECK(contains(printed("p { font-family: inherit }", {"x-", "y"}), "font-family: inherit"));
}

TEST_CASE("a quoted generic is a font's name") {
  CHECK(contains(printed("p { font-family: \"kai\" }", {"x-", ""}), "font-family: \"kai\", \"x-serif\""));
}
