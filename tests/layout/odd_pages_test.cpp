// Whole chapters on pages nobody would choose: all text stands on them, within the type area unless a message says so.
#include <map>
#include <set>
#include <string>

#include "layout/page_geometry.h"
#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;

namespace {

std::string words(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += i % 7 == 6 ? "，" : i % 3 == 0 ? "天" : i % 3 == 1 ? "地" : "人";
  return out;
}

Block plain(int count) {
  return p(words(count).c_str());
}

// 40 x 30 pt.
Block picture() {
  Inline node = img("a.png", "图");
  auto& image = std::get<document::Image>(node.content);
  image.file = "a.png";
  image.pixel_width = 80 * 2 / 3;
  image.pixel_height = 60 * 2 / 3;
  return figure({p({std::move(node)})}, "题");
}

Block noted(int notes, int length) {
  Words out{};
  for (int i = 0; i < notes; ++i) {
    out.push_back(t("文"));
    out.push_back(note({plain(length)}));
  }
  return p(std::move(out));
}

Block long_table(int rows) {
  std::vector<std::vector<std::string>> cells;
  for (int i = 0; i < rows; ++i) cells.push_back({"天" + std::to_string(i), words(5)});
  return table(std::move(cells));
}

Block nested_list(int depth) {
  std::vector<Blocks> items{{plain(30)}, {plain(3)}};
  if (depth > 0) items.push_back({plain(9), nested_list(depth - 1)});
  return list(std::move(items));
}

Blocks everything() {
  Blocks out{plain(200), noted(1, 900), plain(40), noted(150, 8), h(2, "天地"), long_table(300), nested_list(6)};
  for (int i = 0; i < 12; ++i) {
    out.push_back(picture());
    out.push_back(plain(90));
  }
  out.push_back(with_class(plain(60), "recto"));
  out.push_back(quote({plain(150), with_class(plain(700), "whole"), noted(3, 60)}));
  return out;
}

constexpr const char* kBlocks =
    ".recto { break-before: recto } .whole { break-inside: avoid } ul { padding-left: 1em }";

std::string without_space(std::string text) {
  std::erase(text, ' ');
  return text;
}

// A table's head stands on several pages: some times the same.
bool is_repeated(const std::string& shown, const std::string& text) {
  for (size_t at = 0; at < shown.size(); at += text.size()) {
    if (shown.compare(at, text.size(), text) != 0) return false;
  }
  return !shown.empty();
}

void check_text(const Typeset& set) {
  std::map<document::NodeId, std::string> shown;
  for (const layout::Page& page : set.pages) {
    for (const layout::Item& item : page.items) {
      const auto* run = std::get_if<layout::GlyphRun>(&item.content);
      if (run && item.region != layout::Region::margin) shown[run->node] += run->text;
    }
  }
  document::for_each_inline(set.book, [&](const Inline& node) {
    const auto* text = std::get_if<document::Text>(&node.content);
    if (!text) return;
    INFO(text->text);
    CHECK(is_repeated(without_space(shown[node.info.id]), without_space(text->text)));
  });
}

void check_edges(const Typeset& set) {
  size_t number = 0;
  for (const layout::Page& page : set.pages) {
    const bool recto = number % 2 == 0;
    ++number;
    const style::PageStyle style =
        set.cascade.page_style({set.galleys[0].page_name, number == 1, !recto, recto, false});
    const layout::PageGeometry area = layout::page_geometry(style, set.cascade.body(), recto);
    for (const layout::Item& item : page.items) {
      const auto* run = std::get_if<layout::GlyphRun>(&item.content);
      if (!run || run->glyphs.empty() || item.region == layout::Region::margin) continue;
      INFO("page " << number << ": " << run->text << " at " << run->origin.x.to_points() << " "
                   << run->origin.y.to_points());
      const Length foot =
          area.top + area.type_height + (item.region == layout::Region::note ? area.note_drop : Length());
      CHECK(run->origin.y > area.top);
      CHECK(run->origin.y < foot);
      CHECK(run->origin.x + run->glyphs.back().x < area.left + area.measure + run->size);
    }
  }
}

std::set<std::string> messages(const Typeset& set) {
  std::set<std::string> out;
  for (const auto& each : set.diagnostics.items()) out.insert(each.rule);
  return out;
}

using Messages = std::set<std::string>;

// All of it on such pages; returns what is reported.
Messages check(const std::string& css) {
  INFO(css);
  const Typeset set({chapter("题", everything()), chapter("题", {plain(3)})}, kBlocks + css);
  check_text(set);
  Messages out = messages(set);
  if (!out.contains("layout.too-tall")) check_edges(set);
  return out;
}

}  // namespace

TEST_CASE("odd pages: large type on a small page") {
  CHECK(check("html { font-size: 20pt; line-height: 34pt } @page { size: 298pt 420pt; margin: 34pt;"
              "-huozi-type-area: none }") == Messages{});
}

TEST_CASE("odd pages: twelve lines, and a single one") {
  CHECK(check("@page { size: 300pt 400pt; -huozi-type-area: 20 12 }") == Messages{});
  CHECK(check("@page { size: 300pt 400pt; -huozi-type-area: 20 1 }") ==
        Messages{"layout.too-tall"});  // the table's first row, with the rule above it
}

TEST_CASE("odd pages: columns") {
  CHECK(check("section.chapter { column-count: 2 } @page { size: 300pt 400pt; -huozi-type-area: 22 12 }") ==
        Messages{});
  CHECK(check("section.chapter { column-count: 6 } @page { size: 760pt 400pt; -huozi-type-area: 70 12 }") ==
        Messages{});
  CHECK(check("section.chapter { column-count: 6 }") == Messages{"layout.columns-narrow"});
}

TEST_CASE("odd pages: every figure at the head of a page") {
  for (const char* columns : {"1", "2"}) {
    CHECK(check("figure { float: top } section.chapter { column-count: " + std::string(columns) +
                "} @page { size: 300pt 400pt; -huozi-type-area: 22 12 }") == Messages{});
  }
}

TEST_CASE("odd pages: notes side by side") {
  CHECK(check("aside.footnote { footnote-display: inline } @page { size: 500pt 300pt; -huozi-type-area: 40 9 }") ==
        Messages{});
}

TEST_CASE("odd pages: filled up to sixteen") {
  const Typeset set({chapter("题", {plain(3)})}, "@page { -huozi-page-multiple: 16 }");
  CHECK(set.pages.size() == 16);
  CHECK(check("@page { -huozi-page-multiple: 16 }") == Messages{});
}

TEST_CASE("a break to the next column is reported once") {
  const Typeset set({chapter("题", {plain(3), with_class(plain(3), "next"), with_class(plain(3), "next")})},
                    "section.chapter { column-count: 2 } .next { break-before: column }"
                    "@page { size: 300pt 400pt; -huozi-type-area: 22 12 }");
  REQUIRE(set.diagnostics.items().size() == 1);
  CHECK(set.diagnostics.items()[0].rule == "layout.column-break");
}
