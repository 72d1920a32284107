#include "parse/docx_builder.h"
#include "parse/xml_tree.h"
#include "parse/zip_archive.h"
#include "support/catch.h"

using namespace huozi::test;
using huozi::parse::parse_xml;
using huozi::parse::ZipArchive;

namespace {

std::string repeated(const std::string& text, size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (size_t i = 0; i < count; ++i) out += text;
  return out;
}

const std::string kPng("\x89PNG\r\n\x1A\nrest");

std::string drawing(const std::string& id, const std::string& description = {}) {
  return "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='n' descr='" + description +
         "'/><a:graphic><a:blip r:embed='" + id + "'/></a:graphic></wp:inline></w:drawing></w:r></w:p>";
}

}  // namespace

TEST_CASE("pictures are taken out once each, under safe names", "[docx]") {
  DocxFile file;
  file.relate("image", "media/image1.png");
  file.relate("image", "https://example.org/far.png");
  file.parts["word/media/image1.png"] = kPng;
  file.set_body(drawing("rId1", "石桥") + drawing("rId1") +
                "<w:p><w:r><w:drawing><a:blip r:link='rId2'/></w:drawing></w:r></w:p>");
  const DocxReading reading(file.bytes(), "../in box/桥 史.v2.docx");
  REQUIRE(reading.article);
  REQUIRE(reading.article->images.size() == 1);
  CHECK(reading.article->images[0].path == "images/桥-史-v2-1.png");
  CHECK(reading.article->images[0].bytes == kPng);
  CHECK(reading.dump() ==
        "paragraph\n  image \"images/桥-史-v2-1.png\" alt \"石桥\"\nparagraph\n  image \"images/桥-史-v2-1.png\"\n"
        "paragraph\n  image \"https://example.org/far.png\"\n");
}

TEST_CASE("a relation that leads out of the file is not followed", "[docx]") {
  DocxFile file;
  file.relate("image", "../../../etc/passwd");
  file.relate("image", "/media/none.png");
  file.set_body(drawing("rId1") + drawing("rId2") + drawing("rId9"));
  const DocxReading reading(file);
  CHECK(reading.rules() == "docx.outside docx.missing-image docx.missing-image docx.missing-image");
  REQUIRE(reading.article);
  CHECK(reading.article->images.empty());
  CHECK(reading.dump().find("passwd") == std::string::npos);
}

TEST_CASE("what is no Word file is refused with a message", "[docx]") {
  CHECK(DocxReading(std::string()).rules() == "docx.not-word");
  CHECK(DocxReading(std::string("hello")).rules() == "docx.not-word");
  CHECK(DocxReading(std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old")).rules() == "docx.old-format");
  CHECK(DocxReading(pack({{"a.txt", "b"}})).rules() == "docx.not-word");
  CHECK(DocxReading(pack({{"word/document.xml", "<w:document/>"}})).rules() == "docx.not-word");
  CHECK(DocxReading(pack({{"word/document.xml", "<w:document><w:body></w:document>"}})).rules() ==
        "docx.part docx.damaged");
}

TEST_CASE("a file cut off or changed at any byte gives a message or a document", "[docx]") {
  const std::string whole =
      DocxFile(wp("甲") + drawing("rId3")).with("styles", "").with("footnotes", "<w:footnote w:id='1'/>").bytes();
  for (size_t size = 0; size < whole.size(); size += 7) {
    const DocxReading cut(whole.substr(0, size));
    CHECK_FALSE(cut.article);
    CHECK(cut.diagnostics.has_errors());
  }
  for (size_t at = 0; at < whole.size(); at += 3) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x5A);
    const DocxReading reading(changed);
    CHECK((reading.article || reading.diagnostics.has_errors()));
  }
}

TEST_CASE("a file that unpacks to very much is not unpacked", "[docx]") {
  DocxFile bomb(wp(std::string(70u << 20, 'a')));
  CHECK(DocxReading(bomb).rules() == "docx.part docx.damaged");
  DocxFile picture;
  picture.set_body(drawing(picture.relate("image", "media/i.png")));
  picture.parts["word/media/i.png"] = std::string((64u << 20) + 1, '\0');
  CHECK(DocxReading(picture).rules() == "docx.missing-image");
}

TEST_CASE("all that is read of an archive counts", "[docx]") {
  const std::string bytes = pack({{"a", std::string(100u << 20, '\0')}, {"b", "c"}});
  std::optional<ZipArchive> archive = ZipArchive::open(bytes);
  REQUIRE(archive);
  std::string out;
  for (int i = 0; i < 5; ++i) CHECK(archive->read("a", UINT64_MAX, out) == ZipArchive::Outcome::read);
  CHECK(archive->read("a", UINT64_MAX, out) == ZipArchive::Outcome::too_large);
  CHECK(out.empty());
  CHECK(archive->read("b", UINT64_MAX, out) == ZipArchive::Outcome::too_large);
  CHECK(archive->read("d", UINT64_MAX, out) == ZipArchive::Outcome::missing);
}

TEST_CASE("XML beyond the bounds is refused", "[docx]") {
  CHECK(docx(repeated("<w:sdt>", 40) + wp("深") + repeated("</w:sdt>", 40)) == "paragraph\n  text \"深\"\n");
  CHECK(DocxReading(DocxFile(repeated("<w:sdt>", 50'000))).rules() == "docx.part docx.damaged");
  CHECK(DocxReading(DocxFile(repeated("<w:sdt>", 120) + repeated("</w:sdt>", 120))).rules() ==
        "docx.part docx.damaged");
  std::string attributes = "<a";
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i) + "=''";
  CHECK(parse_xml(attributes + "/>").fault == "an element has more than 250 attributes");
  CHECK(parse_xml("<a>" + repeated("<b/>", 4'000'000) + "</a>").fault ==
        "there are more than 4 million tags and attributes");
  CHECK(parse_xml("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").root.all_text() != "c");
}

TEST_CASE("the tree keeps white space and lines", "[docx]") {
  const auto tree = parse_xml("<a>\n<b> </b> <c>\t</c>\n<d x='1 = 2 > 0'>e &lt; <![CDATA[ <f> ]]></d></a>");
  REQUIRE(tree.good());
  CHECK(tree.root.all_text().find("e <  <f> ") != std::string::npos);
  CHECK(tree.root.child("b")->all_text() == " ");
  CHECK(tree.root.child("c")->all_text() == "\t");
  CHECK(tree.root.child("d")->line == 3);
  CHECK(tree.root.child("d")->value("x") == "1 = 2 > 0");
}

TEST_CASE("lists, notes and styles in rings end", "[docx]") {
  DocxFile file("<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:footnoteReference w:id='1'/></w:r></w:p>");
  file.with("styles",
            "<w:style w:styleId='a'><w:basedOn w:val='b'/></w:style>"
            "<w:style w:styleId='b'><w:basedOn w:val='a'/></w:style>");
  file.with("footnotes",
            "<w:footnote w:id='1'><w:p>" + wr("环") + "<w:r><w:footnoteReference w:id='1'/></w:r></w:p></w:footnote>");
  const DocxReading reading(file);
  CHECK(reading.rules() == "parse.note-in-itself");
  CHECK(reading.dump().find("环") != std::string::npos);
}

TEST_CASE("a field that never ends swallows nothing beyond its paragraph", "[docx]") {
  const DocxReading reading(
      DocxFile("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>" + wr("字") + "</w:p>" + wp("下一段")));
  CHECK(reading.dump() == "paragraph\n  text \"下一段\"\n");
  CHECK(reading.audit_dump() == "audit parse.field \"字\"\n");
}
