#include "pdf/conformance.h"

#include "pages.h"
#include "support/builders.h"
#include "support/catch.h"

namespace huozi {
namespace {

struct Result {
  pdf::Standard kept;
  std::string reported;  // rules with their lines
};

Result check(pdf::Standard wanted, const document::Book& book, std::vector<layout::Page> pages) {
  const pdf::FontUses uses = pdf::collect_fonts(pages, test::fonts());
  const pdf::Inks inks(wanted, {});
  const pdf::TagTree tags(book);
  source::Diagnostics diagnostics;
  const bool tagged = pdf::is_archive(wanted);
  const pdf::Standard kept =
      pdf::kept_standard(wanted, {book, pages, uses, inks, tagged ? &tags : nullptr}, diagnostics);
  std::string reported;
  for (const source::Diagnostic& each : diagnostics.items()) {
    reported += each.rule + "@" + std::to_string(each.span.begin) + " ";
  }
  return {kept, reported};
}

layout::Page coloured(style::Color color, document::NodeId node = {}) {
  std::vector<layout::Item> items = test::line({{test::kSong, "桥"}});
  std::get<layout::GlyphRun>(items[0].content).color = color;
  std::get<layout::GlyphRun>(items[0].content).node = node;
  return test::page(std::move(items));
}

document::Book with(test::Blocks blocks) {
  document::Book book = test::book();
  document::Section section;
  section.blocks = test::document_of(std::move(blocks)).document.blocks;
  book.sections.push_back(std::move(section));
  return book;
}

using style::Color;

TEST_CASE("colours of screens are told where they stand, and the print file claims nothing", "[pdf]") {
  const document::Book book = with({test::p({test::t("花"), test::t("桥")})});
  const auto& text = std::get<document::Paragraph>(book.sections[0].blocks[0].content).children[1];
  const Color red{Color::Space::rgb, {800, 100, 100}};
  for (const pdf::Standard standard : {pdf::Standard::x4, pdf::Standard::x1a}) {
    const Result found = check(standard, book, {coloured(red, text.info.id), coloured(red, text.info.id)});
    CHECK(found.kept == pdf::Standard::none);
    CHECK(found.reported == "pdf.rgb-color@" + std::to_string(text.info.span.begin) + " ");
  }
  CHECK(check(pdf::Standard::x4, book, {coloured({Color::Space::rgb, {300, 300, 300}})}).kept == pdf::Standard::x4);
  CHECK(check(pdf::Standard::x4, book, {coloured({Color::Space::cmyk, {0, 800, 800, 200}})}).kept == pdf::Standard::x4);
  CHECK(check(pdf::Standard::accessible, book, {coloured(red)}).kept == pdf::Standard::accessible);
}

TEST_CASE("a picture without words keeps PDF/A and not PDF/UA", "[pdf]") {
  document::Book book =
      with({test::p({test::img("a.png")}), test::p({test::t("石桥")}), test::p({test::img("b.png")})});
  layout::Page page = test::page({});
  for (document::Block& block : book.sections[0].blocks) {
    document::Inline& image = std::get<document::Paragraph>(block.content).children[0];
    auto* picture = std::get_if<document::Image>(&image.content);
    if (!picture) continue;
    picture->file = "a.png";
    layout::ImageItem item;
    item.node = image.info.id;
    page.items.push_back({layout::Region::body, item});
  }
  const Result found = check(pdf::Standard::accessible, book, {page});
  CHECK(found.kept == pdf::Standard::archive);
  CHECK(found.reported == "pdf.no-alternative@0 pdf.no-alternative@6 ");
  CHECK(check(pdf::Standard::x4, book, {page}).kept == pdf::Standard::x4);
}

}  // namespace
}  // namespace huozi
