#include "epub/conformance.h"

#include "epub/colours.h"
#include "epub/foreign.h"
#include "epub/moving_image.h"
#include "package_reader.h"
#include "sample_book.h"
#include "support/catch.h"

using namespace huozi::epub;

namespace {

using sample::Maker;
using namespace huozi::document;

// What keeps a book of one chapter from conformance, apart by blanks and with the number of places.
std::string missed(Blocks blocks, Input input = {}) {
  std::string all;
  const Output output = write_epub(sample::one_chapter(std::move(blocks)), input);
  for (const Shortfall& each : output.shortfalls) all += each.what + " " + std::to_string(each.places) + "; ";
  const bool claims = Package(output.bytes).file("EPUB/package.opf").find("dcterms:conformsTo") != std::string::npos;
  CHECK(claims == all.empty());
  return all;
}

Block picture(Maker& make, std::string words, std::vector<std::string> classes = {}) {
  return make.block(
      Paragraph{{make.in(Image{"a.png", std::move(words), "", "a.png"}, make.info("", std::move(classes)))}});
}

}  // namespace

TEST_CASE("a book of plain text conforms, and says so in these very words") {
  Maker make(1);
  CHECK(missed({make.heading(2, "节"), make.paragraph("正文。")}).empty());
  const auto book = sample::one_chapter({make.paragraph("正文。")});
  const std::string opf = Package(write_epub(book, {}).bytes).file("EPUB/package.opf");
  CHECK(opf.find("<meta property=\"dcterms:conformsTo\" id=\"conformance\">EPUB Accessibility 1.1 - WCAG 2.1 Level "
                 "AA</meta>") != std::string::npos);
  CHECK(opf.find("a11y:") == std::string::npos);
}

TEST_CASE("each check finds what it is there for") {
  Maker make(1);
  CHECK(missed({picture(make, ""), picture(make, " "), picture(make, "一座桥")}) == "images without words 2; ");
  CHECK(missed({picture(make, "", {"decoration"})}).empty());
  CHECK(missed({make.block(Paragraph{{make.in(Link{"https://example.com/", {make.text(" ")}})}})}) ==
        "links without words 1; ");
  CHECK(missed({make.heading(2, " ")}) == "headings without words 1; ");
  Table bare;
  bare.rows.push_back({make.cell("甲"), make.cell("乙")});
  CHECK(missed({make.block(bare)}) == "tables without header cells 1; ");
  bare.rows[0][0].header = true;
  CHECK(missed({make.block(bare)}).empty());
  const std::string french = "Le jardin de ma tante est plus grand que celui de mon oncle.";
  CHECK(missed({make.paragraph(french)}) == "passages in another language that are not marked `lang` 1; ");
  CHECK(missed({make.block(Paragraph{{make.text(french)}}, make.info("", {}, "fr"))}).empty());
  CHECK(missed({make.block(Paragraph{{make.in(Styled{StyledKind::code, {make.text(french)}})}})}).empty());
  Input coloured;
  coloured.stylesheet = "p { color: #777777; background-color: white }";
  CHECK(missed({make.paragraph("正文。")}, coloured) == "colours that may be hard to read 1; ");
  CHECK(missed({make.block(Quotation{{make.heading(2, "")}}), make.heading(3, "")}) == "headings without words 2; ");
}

TEST_CASE("a declared decoration is silent, whatever it says") {
  Maker make(1);
  Input input;
  input.images.push_back({"a.png", "image/png", sample::red_dot()});
  const auto book = sample::one_chapter({picture(make, "花边", {"decoration"})});
  CHECK(Package(write_epub(book, input).bytes)
            .file("EPUB/text/chapter-001.xhtml")
            .find("<img class=\"decoration\" src=\"../images/a.png\" alt=\"\" role=\"presentation\"/>") !=
        std::string::npos);
}

TEST_CASE("who certifies is told only with a claim") {
  Maker make(1);
  Input input;
  input.publication.accessibility = {"某鉴定中心", "二级", "https://example.com/report", "自己写的说明。"};
  const auto opf = [&](Blocks blocks) {
    return Package(write_epub(sample::one_chapter(std::move(blocks)), input).bytes).file("EPUB/package.opf");
  };
  const std::string good = opf({make.paragraph("正文。")});
  for (const char* part :
       {"<meta property=\"a11y:certifiedBy\" refines=\"#conformance\" id=\"certifier\">某鉴定中心</meta>",
        "<meta property=\"a11y:certifierCredential\" refines=\"#certifier\">二级</meta>",
        "<link rel=\"a11y:certifierReport\" refines=\"#certifier\" href=\"https://example.com/report\"/>",
        "accessibilitySummary\">自己写的说明。<"}) {
    INFO(part);
    CHECK(good.find(part) != std::string::npos);
  }
  CHECK(opf({make.heading(2, "")}).find("a11y:") == std::string::npos);
}

TEST_CASE("English and Japanese passages are marked where nobody did, and nothing else") {
  Maker make(1);
  const std::string english = "The bridge is one of the oldest in the county, and it was built by hand.";
  const auto book = sample::one_chapter({make.paragraph(english), make.paragraph("園の奥に古い橋があります。"),
                                         make.paragraph("读 The Bridge of the County 一书。"),
                                         make.paragraph("Royal Botanic Gardens"),
                                         make.block(Paragraph{{make.text(english)}}, make.info("", {}, "en-GB"))});
  const std::string file = Package(write_epub(book, {}).bytes).file("EPUB/text/chapter-001.xhtml");
  for (const char* part : {"<p lang=\"en\" xml:lang=\"en\">The bridge", "<p lang=\"ja\" xml:lang=\"ja\">園の",
                           "<p>读 The", "<p>Royal", "<p lang=\"en-GB\" xml:lang=\"en-GB\">The"}) {
    INFO(part);
    CHECK(file.find(part) != std::string::npos);
  }
}

TEST_CASE("passages in other languages") {
  CHECK(sure_language("정원 안쪽에 오래된 다리가 있습니다.") == "ko");
  CHECK(sure_language("Der Garten ist in der Nacht das, was er am Tage war.").empty());
  CHECK(sure_language("の").empty());
  CHECK(sure_language("优の良品").empty());
  CHECK_FALSE(is_foreign("园中有桥 The Bridge of the County and the Garden of Tea"));
  CHECK_FALSE(is_foreign("Royal Botanic Gardens"));
  CHECK(is_foreign("Der Garten ist in der Nacht das, was er am Tage war."));
  CHECK(is_foreign("В саду стоит старый мост."));
}

TEST_CASE("colours are plain when they are the reader's, or given in pairs that can be read") {
  CHECK(has_plain_colours(""));
  CHECK(has_plain_colours("p { margin: 0 } a { color: inherit; background: none }"));
  CHECK(has_plain_colours("th { color: #000; background-color: #eeeeee }"));
  CHECK_FALSE(has_plain_colours("th { color: #333 }"));
  CHECK_FALSE(has_plain_colours("@media (x) { th { background-color: #eee } }"));
  CHECK_FALSE(has_plain_colours("th { color: #777; background-color: #fff }"));
  CHECK_FALSE(has_plain_colours("th { color: rebeccapurple; background-color: #fff }"));
}

TEST_CASE("pictures that move are told from those that do not") {
  const std::string frame("\x21\xF9\x04\x00", 4);
  CHECK_FALSE(is_moving("image/gif", "GIF89a" + frame + "...."));
  CHECK(is_moving("image/gif", "GIF89a" + frame + "...." + frame));
  CHECK_FALSE(is_moving("image/png", frame + frame));
  CHECK(is_moving("image/svg+xml", "<svg><rect><animate/></rect></svg>"));
  Maker make(1);
  Input input;
  input.images.push_back({"a.gif", "image/gif", "GIF89a" + frame + "...." + frame});
  const auto book = sample::one_chapter({make.paragraph("正文。")});
  const std::string opf = Package(write_epub(book, input).bytes).file("EPUB/package.opf");
  CHECK(opf.find("accessibilityHazard\">unknown<") != std::string::npos);
  CHECK(opf.find("noFlashingHazard") == std::string::npos);
}
