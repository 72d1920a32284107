#include "pdf/picture_report.h"

#include "support/builders.h"
#include "support/catch.h"

namespace huozi {
namespace {

using base::Length;

struct Book {
  document::Book book;
  std::vector<layout::Page> pages;
};

// The picture stands on the second page, so many points wide.
Book with_picture(int64_t width) {
  Book out;
  document::Section section;
  section.blocks = test::document_of({test::p({test::t("桥")}), test::p({test::img("a.png", "石桥")})}).document.blocks;
  layout::ImageItem item;
  item.file = "a.png";
  item.node = std::get<document::Paragraph>(section.blocks[1].content).children[0].info.id;
  item.rect = {Length(), Length(), Length::points(width), Length::points(10)};
  layout::Page page;
  page.label = "2";
  page.items.push_back({layout::Region::body, item});
  out.pages = {layout::Page(), page};
  out.book.sections.push_back(std::move(section));
  return out;
}

std::string said(const Book& book, pdf::PictureFacts facts, pdf::PictureLimits limits = {}) {
  source::Diagnostics diagnostics;
  facts.file = "a.png";
  pdf::report_pictures(book.book, pdf::picture_uses(book.pages), {facts}, limits, diagnostics);
  std::string out;
  for (const source::Diagnostic& each : diagnostics.items()) {
    out += each.rule + "@" + std::to_string(each.span.begin);
    for (const std::string& argument : each.arguments) out += " " + argument;
  }
  return out;
}

TEST_CASE("pictures with few pixels for their size are told where they stand", "[pdf]") {
  const Book inch = with_picture(72);
  CHECK(said(inch, {"", 300, 100}) == "");
  CHECK(said(inch, {"", 250, 100}) == "");
  CHECK(said(inch, {"", 249, 100}) == "print.coarse@3 a.png 249 2");
  CHECK(said(inch, {"", 96, 100}) == "print.coarse@3 a.png 96 2");
  CHECK(said(inch, {"", 149, 100}, {300, true}) == "release.coarse@3 a.png 149 2");
  CHECK(said(inch, {"", 150, 100}, {300, true}) == "print.coarse@3 a.png 150 2");
  CHECK(said(with_picture(36), {"", 150, 100}) == "");
  CHECK(said(inch, {"", 0, 0}) == "");
}

TEST_CASE("more ink than the paper takes is told", "[pdf]") {
  CHECK(said(with_picture(72), {"", 600, 100, 300}) == "");
  CHECK(said(with_picture(72), {"", 600, 100, 320}) == "print.ink@3 a.png 320 300");
  CHECK(said(with_picture(72), {"", 600, 100, 320}, {340, false}) == "");
}

TEST_CASE("where each picture is largest, and how fine it is there", "[pdf]") {
  const Book inch = with_picture(72);
  const auto uses = pdf::press_pictures(inch.pages, {{"a.png", 600, 100, 320}, {"unused.png", 9, 9}});
  REQUIRE(uses.size() == 1);
  CHECK(uses[0].file == "a.png");
  CHECK(uses[0].page == 1);
  CHECK(uses[0].per_inch == 600);
  CHECK(uses[0].ink == 320);
  CHECK(pdf::press_pictures(inch.pages, {{"a.png", 0, 0}})[0].per_inch == 0);
}

}  // namespace
}  // namespace huozi
