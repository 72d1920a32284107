#include "layout/page_series.h"

#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using document::SectionRole;
using layout::Region;

namespace {

constexpr const char* kFolios = R"(
section.chapter { break-before: recto }
section.front-article { page: front }
section.part { page: plain }
@page { @bottom-center { content: counter(page, cjk-decimal) } }
@page front { @bottom-center { content: counter(page, lower-roman) } }
@page plain { @bottom-center { content: none } }
)";

document::Blocks paragraphs(size_t count) {
  return document::Blocks(count, p("一二三"));
}

std::string labels(const Typeset& book) {
  std::string out;
  for (const layout::Page& page : book.pages) out += (out.empty() ? "" : " ") + page.label;
  return out;
}

std::string folios(const Typeset& book) {
  std::string out;
  for (const layout::Page& page : book.pages) out += text_of(page, Region::margin) + "|";
  return out;
}

}  // namespace

TEST_CASE("pages without a folio are labelled as their neighbours in the series are counted") {
  // The title page before the first roman folio, the blank before the body, the part's page and the blank behind it.
  const Typeset book(
      {section_of(SectionRole::title_page, "", {p("书")}), section_of(SectionRole::front_article, "序", paragraphs(1)),
       section_of(SectionRole::part, "编", {}), chapter("甲", paragraphs(1))},
      std::string(kFolios) +
          "section.title-page { page: plain } section.front-article { break-before: "
          "recto } section.part { break-before: recto }");
  CHECK(labels(book) == "i ii iii iv 一 二 三");
  CHECK(folios(book) == "||iii||||三|");
}

TEST_CASE("the book is filled up to a multiple of pages, with labels and without folios") {
  for (const int chapters : {1, 2, 3, 4, 5}) {
    std::vector<document::Section> sections;
    for (int i = 0; i < chapters; ++i) sections.push_back(chapter("甲", paragraphs(1)));
    const Typeset book(std::move(sections), std::string(kFolios) + "@page { -huozi-page-multiple: 4 }");
    CHECK(book.pages.size() % 4 == 0);
    CHECK(book.pages.size() < static_cast<size_t>(chapters) * 2 - 1 + 4);
    CHECK(book.pages.back().items.empty());
    CHECK(book.pages.back().recto == (book.pages.size() % 2 == 1));
  }
  const Typeset book({chapter("甲", paragraphs(1))}, std::string(kFolios) + "@page { -huozi-page-multiple: 4 }");
  CHECK(labels(book) == "一 二 三 四");
}

TEST_CASE("front matter counts into the multiple, and the body's named page decides") {
  const std::string css = std::string(kFolios) +
                          "@page front { -huozi-page-multiple: 16 } section.chapter { page: body }"
                          "@page body { -huozi-page-multiple: 8 }";
  const Typeset book({section_of(SectionRole::front_article, "序", paragraphs(1)), chapter("甲", paragraphs(1))}, css);
  CHECK(labels(book) == "i ii 一 二 三 四 五 六");
  CHECK(Typeset({}, css).pages.empty());
}

TEST_CASE("counter(pages) is the last number of the page's own series") {
  const std::string css =
      std::string(kFolios) +
      "@page { @bottom-center { content: counter(page) '/' counter(pages) } -huozi-page-multiple: 8 }"
      "@page front { @bottom-center { content: counter(page) '/' counter(pages) } }";
  const Typeset book({section_of(SectionRole::front_article, "序", paragraphs(1)), chapter("甲", paragraphs(10))}, css);
  CHECK(folios(book) == "1/2||1/2|2/2|||||");
}

TEST_CASE("a break to a recto or verso within a section leaves a blank page where it must") {
  const std::string css =
      std::string(kFolios) + ".r { break-before: recto } .v { break-before: verso } .a { break-after: recto }";
  const auto texts = [&](document::Blocks blocks) {
    const Typeset book({chapter("", std::move(blocks))}, css);
    std::string out;
    for (const layout::Page& page : book.pages) out += text_of(page) + "|";
    return out;
  };
  CHECK(texts({p("一"), with_class(p("二"), "r")}) == "一||二|");
  CHECK(texts({p("一"), with_class(p("二"), "v")}) == "一|二|");
  CHECK(texts({p("一"), with_class(p("二"), "v"), with_class(p("三"), "r")}) == "一|二|三|");
  CHECK(texts({with_class(p("一"), "a"), p("二")}) == "一||二|");
  CHECK(texts({p("一"), with_class(p("二"), "page-break")}) == "一|二|");
}
