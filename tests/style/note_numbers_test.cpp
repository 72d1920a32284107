#include "style/note_numbers.h"

#include "document/numbering.h"
#include "document/walk.h"
#include "style/read_sheet.h"
#include "support/builders.h"
#include "support/catch.h"

using namespace huozi;

namespace {

// A preface with one note, then two chapters with two: their numbers.
std::string numbers(const char* css) {
  using test::note, test::p, test::t;
  document::Book book;
  const auto add = [&](document::SectionRole role, size_t notes) {
    document::Section& section = book.sections.emplace_back();
    section.role = role;
    for (size_t i = 0; i < notes; ++i) section.blocks.push_back(p({t("文"), note({p("注")})}));
  };
  add(document::SectionRole::front_article, 1);
  add(document::SectionRole::chapter, 2);
  add(document::SectionRole::chapter, 2);
  const style::Cascade print(test::read_sheet(css).sheet, style::Medium::print);
  document::number_notes(book, style::note_starts(book, print));
  std::string out;
  document::for_each_note(
      book, [&](const document::Inline&, const document::Note& each) { out += std::to_string(each.ordinal); });
  return out;
}

}  // namespace

TEST_CASE("notes are counted through the book, by chapter, or anew where pages do") {
  CHECK(numbers("") == "12345");
  CHECK(numbers("html { counter-reset: footnote }") == "12345");
  CHECK(numbers("section.chapter { counter-reset: footnote }") == "11212");
  CHECK(numbers("@page { counter-reset: footnote }") == "11212");
  CHECK(numbers("section.chapter { page: body } @page body { counter-reset: footnote }") == "11212");
  CHECK(numbers("section.chapter { counter-reset: footnote 4 }") == "15656");
  // What is for e-books alone changes nothing: both outputs have one numbering.
  CHECK(numbers("@media epub { section.chapter { counter-reset: footnote } }") == "12345");
}
