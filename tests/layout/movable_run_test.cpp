#include "layout/movable_run.h"

#include <string>

#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;

namespace {

// Two rows high, and one for the caption, on pages of eight.
Block picture(Words caption = "说") {
  Inline node = img("a.png", "图");
  auto& image = std::get<document::Image>(node.content);
  image.file = "a.png";
  image.pixel_width = 80;
  image.pixel_height = 40;
  return figure({p({std::move(node)})}, std::move(caption));
}

// Of so many lines.
Block lines(size_t count) {
  std::string words;
  for (size_t k = 0; k < count * 10; ++k) words += "字";
  return p({t(words)});
}

// What stands on each page, downwards: "-" a line, "F" a figure.
std::string pages(Blocks blocks, const std::string& css = {}) {
  const Typeset book({chapter("", std::move(blocks))}, css);
  std::string out;
  for (const layout::Page& page : book.pages) {
    if (!out.empty()) out += "|";
    Length last;
    for (const layout::Item& item : page.items) {
      if (std::holds_alternative<layout::ImageItem>(item.content)) out += "F";
      const auto* run = std::get_if<layout::GlyphRun>(&item.content);
      if (!run || run->origin.y == last) continue;
      out += "-";
      last = run->origin.y;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a figure between texts gives way to the text after it") {
  CHECK(pages({lines(6), picture(), lines(5)}) == "--------|F----");
  CHECK(pages({lines(6), picture(), lines(2), lines(3)}) == "--------|F----");
  const Blocks item = {p("一二三四")};
  CHECK(pages({lines(6), picture(), list({item, item, item, item, item})}) == "--------|F----");
  CHECK(pages({h(2, "标题"), lines(4), picture(), lines(5)}) == "-------|F----");
}

TEST_CASE("a figure stays where it is written before a heading, a quotation and a break") {
  CHECK(pages({lines(6), picture(), h(2, "标题"), lines(5)}).starts_with("------|F"));
  CHECK(pages({lines(6), picture(), quote({lines(5)})}, "blockquote { margin-top: 20pt }").starts_with("------|F"));
  CHECK(pages({lines(6), picture(), lines(5)}, "figure { break-after: page }") == "------|F-|-----");
  CHECK(pages({lines(6), picture(), lines(5)}, "p { break-before: page }").starts_with("------|F"));
}

TEST_CASE("a figure stays with what it is kept with, and with its notes") {
  CHECK(pages({lines(5), p("见图："), picture(), lines(5)}) == "-----|-F----|--");
  CHECK(pages({lines(6), picture(), lines(5)}, "figure { break-before: avoid }") == "----|--F----|--");
  CHECK(pages({lines(6), picture(), lines(5)}, "figure { break-after: avoid }") == "------|F------");
  CHECK(pages({lines(6), picture({t("说"), note({p("注")})}), lines(5)}).starts_with("------|F"));
}
