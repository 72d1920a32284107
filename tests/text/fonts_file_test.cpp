#include "text/fonts_file.h"

#include "support/catch.h"

using namespace huozi;
using Families = text::FontsFile::Families;

namespace {

struct Read {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  text::FontsFile file;
  explicit Read(std::string text) {
    file = text::read_fonts_file(sources.add("fonts.yaml", std::move(text)), diagnostics);
  }
};

}  // namespace

TEST_CASE("families are listed by role and language") {
  const Read read("roles:\n  serif:\n    zh-Hant: [A, B]\n    default: [C]\n  kai: D\nfallback: [E, F]\n");
  CHECK(read.diagnostics.items().empty());
  REQUIRE(read.file.families("serif", "zh-Hans"));
  CHECK(*read.file.families("serif", "zh-Hans") == Families{"C"});
  CHECK(*read.file.families("serif", "zh-Hant") == Families{"A", "B"});
  CHECK(*read.file.families("kai", "") == Families{"D"});
  CHECK(read.file.families("fangsong", "zh") == nullptr);
  CHECK(read.file.fallback == Families{"E", "F"});
}

TEST_CASE("the longest prefix of a language tag decides") {
  const Read read("roles: {serif: {zh: [A], zh-Hant: [B], zh-Hant-HK: [C], default: [D]}}");
  const auto family = [&](std::string_view tag) { return read.file.families("serif", tag)->front(); };
  CHECK(family("zh-Hant-HK") == "C");
  CHECK(family("zh-Hant-TW") == "B");
  CHECK(family("zh-Hans-CN") == "A");
  CHECK(family("zho") == "D");
  CHECK(family("en") == "D");
}

TEST_CASE("a role without a default has nothing for other languages") {
  const Read read("roles: {serif: {ja: [A]}}");
  CHECK(read.file.families("serif", "zh") == nullptr);
}

TEST_CASE("what has another shape is reported and the rest is read") {
  const auto rules = [](std::string text) {
    const Read read(std::move(text));
    std::string out;
    for (const auto& item : read.diagnostics.items()) out += item.rule + " ";
    return out;
  };
  CHECK(rules("fallback: [A]\n") == "fonts.bad-file ");
  CHECK(rules("roles: [A]\n") == "fonts.bad-file ");
  CHECK(rules("roles: {serif: {default: [[A], B]}}\n") == "fonts.bad-file ");
  CHECK(rules("roles: {serif: A}\nfallback: {a: b}\n") == "fonts.bad-file ");
  const Read read("roles: {serif: {default: [[A], B]}}\n");
  CHECK(*read.file.families("serif", "zh") == Families{"B"});
}

TEST_CASE("a role may name faces for Latin text, and their size") {
  const Read read("roles:\n  serif: {latin: [L, M], latin-size: 98.5%, default: [A]}\n  kai: {latin: L, default: B}\n");
  CHECK(read.diagnostics.items().empty());
  CHECK(*read.file.families("serif", "latin") == Families{"A"});
  CHECK(read.file.latin.at("serif").families == Families{"L", "M"});
  CHECK(read.file.latin.at("serif").size == 985);
  CHECK(read.file.latin.at("kai").size == 1000);
  for (const char* wrong : {"105", "20%", "1e2%", "98.55%", "[1]"}) {
    INFO(wrong);
    const Read bad(std::string("roles: {serif: {latin-size: ") + wrong + ", default: A}}");
    REQUIRE(bad.diagnostics.items().size() == 1);
    CHECK(bad.file.latin.at("serif").size == 1000);
  }
}
