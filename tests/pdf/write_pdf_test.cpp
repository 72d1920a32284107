#include "pdf/write_pdf.h"

#include <set>

#include "pages.h"
#include "pdf/metadata.h"
#include "support/builders.h"
#include "support/catch.h"
#include "unpacked.h"

using namespace huozi;
using base::Length;

namespace {

bool has(const std::string& bytes, std::string_view part) {
  return test::unpacked(bytes).find(part) != std::string::npos;
}

std::vector<layout::Page> some_pages(size_t count) {
  std::vector<layout::Page> pages;
  for (size_t i = 0; i < count; ++i) {
    pages.push_back(
        test::page(test::line({{test::kSong, "第" + std::to_string(i + 1) + "页的文字"}, {test::kKai, "楷体"}}),
                   std::to_string(i + 1)));
    pages.back().anchors.push_back({{1, static_cast<uint32_t>(i)}, Length::points(50)});
  }
  return pages;
}

layout::Item link_to(document::NodeId target) {
  layout::LinkItem link;
  link.rect = {Length::points(40), Length::points(50), Length::points(20), Length::points(12)};
  link.target = target;
  link.kind = layout::LinkItem::Kind::internal;
  return {layout::Region::body, link};
}

}  // namespace

TEST_CASE("a book's PDF is sound, with embedded subsets of both outline kinds") {
  const std::string bytes = test::write(some_pages(150));
  CHECK(bytes.substr(0, 8) == "%PDF-1.7");
  if (const auto checked = test::run_on("qpdf --check {}", bytes)) {
    INFO(*checked);
    CHECK(has(*checked, "No syntax or stream encoding errors found"));
    CHECK_FALSE(has(*checked, "WARNING"));
  }
  if (const auto listed = test::run_on("pdffonts {}", bytes)) {
    INFO(*listed);
    CHECK(has(*listed, "+NotoSerifCJKsc-Regular"));
    CHECK(has(*listed, "CID Type 0C"));
    CHECK(has(*listed, "+LXGWWenKai-Regular"));
    CHECK(has(*listed, "CID TrueType"));
    CHECK(has(*listed, "yes yes yes"));
    CHECK_FALSE(has(*listed, " no "));
  }
  if (const auto drawn = test::run_on("pdftotext -f 150 {} -", bytes)) CHECK(has(*drawn, "第150页的文字"));
}

TEST_CASE("the same pages give the same bytes for every number of jobs") {
  pdf::Options one = test::options(), two = test::options();
  two.jobs = 2;
  const auto pages = some_pages(20);
  const std::string bytes = test::write(pages, one);
  CHECK(bytes == test::write(pages, two));
  CHECK(bytes != test::write(some_pages(19), one));
}

TEST_CASE("the file identifier follows from the contents") {
  const auto id_of = [](const std::string& bytes) { return bytes.substr(bytes.find("/ID")); };
  auto changed = some_pages(2);
  std::get<layout::GlyphRun>(changed[0].items[0].content).origin.x += Length::points(1);
  const std::string id = id_of(test::write(some_pages(2)));
  CHECK(id == id_of(test::write(some_pages(2))));
  CHECK(id.substr(0, 40) != id_of(test::write(changed)).substr(0, 40));
}

TEST_CASE("page boxes follow the profile") {
  auto pages = some_pages(1);
  pages[0].bleed = Length::points(9);
  pages[0].crop_marks = true;
  const std::string screen = test::write(pages);
  CHECK(has(screen, "/MediaBox[0 0 360 500]/TrimBox[0 0 360 500]"));
  pdf::Options options = test::options();
  options.profile = pdf::Profile::print;
  const std::string print = test::write(pages, options);
  // 9 pt of bleed and 8.5 mm = 24.094 pt for the marks.
  CHECK(has(
      print,
      "/MediaBox[0 0 426.189 566.189]/BleedBox[24.094 24.094 402.094 542.094]/TrimBox[33.094 33.094 393.094 533.094]"));
  pages[0].crop_marks = false;
  CHECK(has(test::write(pages, options), "/MediaBox[0 0 378 518]"));
}

TEST_CASE("a press's files have no line thinner than a quarter of a point") {
  auto page = test::page({});
  page.items.push_back(
      {layout::Region::body, layout::RuleItem{{{}, {}, Length::points(90), Length::ratio(1, 10)}, {}, {}}});
  pdf::Options options = test::options();
  const auto drawn = [&](pdf::Profile profile) {
    options.profile = profile;
    return test::run_on("qpdf --qdf --object-streams=disable {} -", test::write({page}, options));
  };
  for (const pdf::Profile profile : {pdf::Profile::print, pdf::Profile::x1a}) {
    if (const auto content = drawn(profile)) CHECK(has(*content, " 90 .25 re f\n"));
  }
  for (const pdf::Profile profile : {pdf::Profile::screen, pdf::Profile::plain}) {
    if (const auto content = drawn(profile)) CHECK(has(*content, " 90 .1 re f\n"));
  }
}

TEST_CASE("links lead where their targets stand, on screen only") {
  auto pages = some_pages(2);
  pages[0].items.push_back(link_to({1, 1}));
  layout::LinkItem uri;
  uri.uri = "https://例.cn/a(b)?q=1 2";
  pages[0].items.push_back({layout::Region::body, uri});
  const std::string screen = test::write(pages);
  CHECK(has(screen, "/XYZ null 450 null]"));
  CHECK(has(screen, "/Rect[40 438 60 450]"));
  CHECK(has(screen, "(https://%E4%BE%8B.cn/a\\(b\\)?q=1%202)"));
  pdf::Options options = test::options();
  options.profile = pdf::Profile::print;
  CHECK_FALSE(has(test::write(pages, options), "/Annot"));
}

TEST_CASE("targets that stand on no page are reported") {
  auto pages = some_pages(1);
  pages[0].items.push_back(link_to({9, 9}));
  pdf::Options options = test::options();
  options.outline = {{{8, 8}, 0, 1, "无处"}};
  source::Diagnostics diagnostics;
  const std::string bytes = pdf::write_pdf(test::book(), pages, test::fonts(), options, diagnostics);
  REQUIRE(diagnostics.items().size() == 2);
  CHECK(diagnostics.items()[0].rule == "pdf.link-target");
  CHECK(diagnostics.items()[1].rule == "pdf.outline-target");
  CHECK_FALSE(has(bytes, "/Annot"));
}

TEST_CASE("the outline nests by level, folded below the top") {
  pdf::Options options = test::options();
  const auto entry = [](uint32_t page, int level, const char* title) {
    return document::ContentsEntry{{1, page}, 0, level, title};
  };
  options.outline = {entry(0, 1, "一"), entry(1, 2, "一之一"), entry(2, 4, "跳级"), entry(3, 2, "一之二"),
                     entry(4, 1, "二")};
  const std::string bytes = test::write(some_pages(5), options);
  CHECK(has(bytes, "/Type/Outlines"));
  CHECK(has(bytes, "/Count 2>>"));  // the root: two entries show
  CHECK(has(bytes, "/Count -2/"));  // 一 holds two
  CHECK(has(bytes, "/Count -1/"));  // the skipped level hangs below 一之一
  CHECK(has(bytes, "/PageMode/UseOutlines"));
  if (const auto checked = test::run_on("mutool show {} outline", bytes)) {
    INFO(*checked);
    CHECK(has(*checked, "二"));
    CHECK(has(*checked, "跳级"));
  }
}

TEST_CASE("pages that need the same resources share them") {
  const std::string bytes = test::unpacked(test::write(some_pages(3)));
  std::set<std::string> named;
  size_t pages = 0;
  for (size_t at = bytes.find("/Resources "); at != std::string::npos; at = bytes.find("/Resources ", at + 1)) {
    named.insert(bytes.substr(at, bytes.find('R', at + 11) - at));
    ++pages;
  }
  CHECK(pages == 3);
  CHECK(named.size() == 1);
}

TEST_CASE("page labels are runs of folios") {
  std::vector<layout::Page> pages;
  for (const char* label : {"i", "ii", "iii", "1", "2", "4", "封底", "封底", "IV"})
    pages.push_back(test::page({}, label));
  const std::string bytes = test::write(pages);
  CHECK(has(bytes, "[0 <</S/r/St 1>> 3 <</S/D/St 1>> 5 <</S/D/St 4>> 6 <</P(\xFE\xFF"));
  CHECK(has(bytes, " 8 <</S/R/St 4>>]"));
}

TEST_CASE("a press's file names all creators in one entry, as its information dictionary does") {
  document::BookMetadata book;
  book.creators = {{.name = "毕昇", .role = "aut"}, {.name = "沈括", .role = "edt"}};
  pdf::FileFacts facts;
  facts.standard = pdf::Standard::x4;
  CHECK(pdf::xmp_packet(book, facts).find("<rdf:li>毕昇; 沈括</rdf:li>") != std::string::npos);
  facts.standard = pdf::Standard::accessible;
  CHECK(pdf::xmp_packet(book, facts).find("<rdf:li>毕昇</rdf:li><rdf:li>沈括</rdf:li>") != std::string::npos);
}

TEST_CASE("metadata stands in the information dictionary and in XMP, with dates of the given epoch") {
  const std::string bytes = test::write(some_pages(1));
  CHECK(has(bytes, "(D:20231114221320Z)"));
  CHECK(has(bytes, "<xmp:CreateDate>2023-11-14T22:13:20Z</xmp:CreateDate>"));
  CHECK(has(bytes, "活字&lt;&amp;&gt;</rdf:li>"));
  CHECK(has(bytes, "<dc:creator><rdf:Seq><rdf:li>毕昇</rdf:li></rdf:Seq></dc:creator>"));
  if (const auto facts = test::run_on("pdfinfo {}", bytes)) {
    INFO(*facts);
    CHECK(has(*facts, "活字<&>"));
    CHECK(has(*facts, "毕昇"));
    CHECK(has(*facts, "huozi test"));
  }
}

TEST_CASE("a book without pages or text is still a sound file") {
  const std::string bytes = test::write({test::page({})});
  if (const auto checked = test::run_on("qpdf --check {}", bytes))
    CHECK(has(*checked, "No syntax or stream encoding errors"));
}

TEST_CASE("a file that loses its standard is no release") {
  document::Book book = test::book();
  document::Section section;
  section.blocks = test::document_of({test::p({test::img("a.png")})}).document.blocks;
  book.sections.push_back(std::move(section));
  document::Inline& picture = std::get<document::Paragraph>(book.sections[0].blocks[0].content).children[0];
  std::get<document::Image>(picture.content).file = "a.png";
  auto page = test::page({});
  layout::RuleItem frame;
  frame.node = picture.info.id;
  page.items.push_back({layout::Region::body, frame});
  pdf::Options options = test::options();
  const auto said = [&] {
    source::Diagnostics diagnostics;
    pdf::write_pdf(book, {page}, test::fonts(), options, diagnostics);
    std::string rules;
    for (const source::Diagnostic& each : diagnostics.items()) {
      rules += each.rule + " ";
      if (each.rule == "release.standard") rules += each.arguments[0] + ": " + each.arguments[1];
    }
    return rules;
  };
  CHECK(said() == "pdf.no-alternative ");
  options.release = true;
  CHECK(said() == "pdf.no-alternative release.standard screen: PDF/A-2u and PDF/UA-1");
  std::get<document::Image>(picture.content).alternative = "a bridge";
  CHECK(said().empty());
}

TEST_CASE("an image that cannot be read is reported") {
  auto page = test::page({});
  page.items.push_back({layout::Region::body, layout::ImageItem{{}, "nothing.png", "", {}}});
  page.items.push_back({layout::Region::body, layout::ImageItem{{}, "../outside.png", "", {}}});
  source::Diagnostics diagnostics;
  pdf::write_pdf(test::book(), {page}, test::fonts(), test::options(), diagnostics);
  REQUIRE(diagnostics.items().size() == 2);
  CHECK(diagnostics.items()[0].rule == "pdf.image");
}
