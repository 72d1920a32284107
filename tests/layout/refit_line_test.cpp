#include "layout/refit_line.h"

#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;

namespace {

document::Inline reference(document::NodeId target) {
  document::PageReference content{target, "第", "页", "“题”"};
  return {{}, std::move(content)};
}

// "text@x" of the line's runs, in points; `width`: where its last glyph ends at the earliest.
std::vector<std::string> runs(const Typeset& book, size_t line) {
  std::vector<std::string> out;
  std::vector<Length> baselines;
  for (const layout::Item& item : book.pages.at(0).items) {
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    if (!run || item.region != layout::Region::body) continue;
    if (baselines.empty() || baselines.back() != run->origin.y) baselines.push_back(run->origin.y);
    if (baselines.size() != line + 1) continue;
    std::string text = run->text;
    for (const layout::Glyph& glyph : run->glyphs) {
      const int64_t tenths = ((run->origin.x + glyph.x) * 10).raw() / 65536;
      text += " " + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    }
    out.push_back(text);
  }
  return out;
}

using Runs = std::vector<std::string>;

}  // namespace

TEST_CASE("a page number has its natural width and the gaps of a number, and what follows it stands behind it") {
  const Typeset book({chapter("", {p({t("见"), reference({0, 1}), t("。")})})});
  CHECK(runs(book, 0) == Runs{"见 30.0", "第 40.0", "1 52.5", "页 60.0", "。 70.0"});
}

TEST_CASE("a justified line is spread by what the number leaves") {
  // Ten ems: eight characters and a box of one and a half, of which the figure takes a half.
  const Typeset book({chapter("", {p({t("一二三"), reference({0, 1}), t("四五六七八九十百千")})})});
  const Runs line = runs(book, 0);
  REQUIRE(line.size() == 5);
  CHECK(line.front().starts_with("一二三 30.0"));
  // The last of them ends where lines of the measure end, a hair aside.
  const std::string last = line.back().substr(line.back().rfind(' ') + 1);
  CHECK(std::abs(std::stod(last) - 120.0) <= 0.2);
}

TEST_CASE("items of another line stay where they are") {
  layout::ReferenceItem item;
  item.origin = {Length::points(50), Length::points(100)};
  item.width = Length::points(15);
  item.size = Length::points(10);
  item.before = Length::points(20);
  item.after = Length::points(80);
  const layout::LineRefit refit(item, Length::points(5));
  const auto run_at = [](int64_t x, int64_t y) {
    layout::GlyphRun run;
    run.origin = {Length::points(x), Length::points(y)};
    run.glyphs.emplace_back();
    return layout::Item{layout::Region::body, run};
  };
  std::vector<layout::Item> items = {run_at(40, 100), run_at(70, 100), run_at(70, 120), run_at(200, 100)};
  refit.move(items);
  const auto x = [&](size_t i) { return std::get<layout::GlyphRun>(items[i].content).origin.x; };
  CHECK(x(0) == Length::points(40));
  CHECK(x(1) == Length::points(60));
  CHECK(x(2) == Length::points(70));
  CHECK(x(3) == Length::points(200));
}

TEST_CASE("two references in a line have both their natural width") {
  const Typeset book({chapter("", {p({reference({0, 1}), reference({0, 1}), t("。")})})});
  CHECK(runs(book, 0) == Runs{"第 30.0", "1 42.5", "页 50.0", "第 60.0", "1 72.5", "页 80.0", "。 90.0"});
}
