#include "parse/docx.h"

#include <algorithm>

#include "document/walk.h"
#include "parse/docx_builder.h"
#include "support/catch.h"

using namespace huozi::test;

namespace {

// Heading, quotation and title styles as Word writes them, and one an author made.
const std::string kStyles =
    R"(<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>)"
    R"(<w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="own"><w:name w:val="My own"/><w:basedOn w:val="1"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/><w:rPr><w:b/></w:rPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="src"><w:name w:val="Source Code"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>)"
    R"(<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>)"
    R"(<w:style w:type="character" w:styleId="h"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>)";

std::string style(const std::string& id) {
  return "<w:pStyle w:val=\"" + id + "\"/>";
}

DocxFile styled(const std::string& body) {
  return DocxFile(body).with("styles", kStyles);
}

}  // namespace

TEST_CASE("paragraphs, title, headings and quotations of a Word file", "[docx]") {
  const DocxReading reading(styled(wp("园艺手册", style("t")) + wp("第一章", style("1")) + wp("浇水", style("own")) +
                                   wp("清晨浇水。") + wp("引一", style("q")) + wp("引二", style("q")) +
                                   wp("分节", style("2")) + wp("大纲", "<w:outlineLvl w:val=\"2\"/>")));
  CHECK(reading.rules().empty());
  REQUIRE(reading.article);
  CHECK(reading.article->document.metadata.title == "园艺手册");
  CHECK(reading.dump() ==
        "heading 2\n  text \"第一章\"\nheading 2\n  text \"浇水\"\nparagraph\n  text \"清晨浇水。\"\n"
        "quotation\n  paragraph\n    text \"引一\"\n  paragraph\n    text \"引二\"\n"
        "heading 3\n  text \"分节\"\nheading 4\n  text \"大纲\"\n");
  CHECK(reading.source() == "园艺手册\n第一章\n浇水\n清晨浇水。\n引一\n引二\n分节\n大纲\n");
}

TEST_CASE("without a Title paragraph the one heading of the first level is the title", "[docx]") {
  const DocxReading one(styled(wp("题", style("1")) + wp("甲") + wp("节", style("2"))));
  CHECK(one.article->document.metadata.title == "题");
  CHECK(one.dump() == "paragraph\n  text \"甲\"\nheading 2\n  text \"节\"\n");
  const DocxReading two(styled(wp("章", style("1")) + wp("甲") + wp("章二", style("1"))));
  CHECK(two.article->document.metadata.title.empty());
  CHECK(two.dump() == "heading 2\n  text \"章\"\nparagraph\n  text \"甲\"\nheading 2\n  text \"章二\"\n");
}

TEST_CASE("the properties of a Word file", "[docx]") {
  DocxFile file(wp("书名") + wp("甲"));
  file.parts["docProps/core.xml"] =
      "<cp:coreProperties xmlns:dc='x'><dc:title>书名</dc:title><dc:creator> 林园 </dc:creator>"
      "<dcterms:created>2023-03-04T23:30:00Z</dcterms:created><cp:keywords>茶，花; "
      "桥</cp:keywords></cp:coreProperties>";
  const DocxReading reading(file);
  const auto& metadata = reading.article->document.metadata;
  CHECK(metadata.title == "书名");
  CHECK(metadata.author == "林园");
  CHECK(metadata.date == "2023-03-04");
  CHECK(metadata.tags == std::vector<std::string>{"茶", "花", "桥"});
  CHECK(reading.dump() == "paragraph\n  text \"甲\"\n");
  CHECK(reading.audit_dump().find("audit parse.repeated-title") != std::string::npos);
}

TEST_CASE("runs of the same look are one, blanks between them stay", "[docx]") {
  CHECK(docx("<w:p>" + wr("古", "<w:b/>") + wr("桥", "<w:b/><w:sz w:val='24'/>") + wr(" ") + wr("old") + wr(" ") +
             wr("bridge", "<w:i w:val='1'/>") + wr("止", "<w:b w:val='false'/>") + "</w:p>") ==
        "paragraph\n  strong\n    text \"古桥\"\n  text \" old \"\n  em\n    text \"bridge\"\n  text \"止\"\n");
  CHECK(docx("<w:p>" + wr("甲", "<w:u w:val='single'/>") + wr("乙", "<w:strike/>") +
             wr("2", "<w:vertAlign w:val='superscript'/>") + wr("点", "<w:em w:val='dot'/>") +
             wr("夹注", "<w:eastAsianLayout w:id='1' w:combine='1'/>") + "</w:p>") ==
        "paragraph\n  u\n    text \"甲\"\n  s\n    text \"乙\"\n  sup\n    text \"2\"\n"
        "  span .emphasis-dots\n    text \"点\"\n  span .warichu\n    text \"夹注\"\n");
  const DocxReading strong(styled("<w:p>" + wr("强", "<w:rStyle w:val='s'/>") + "</w:p>"));
  CHECK(strong.dump() == "paragraph\n  strong\n    text \"强\"\n");
}

TEST_CASE("breaks, tabs, symbols and alignment", "[docx]") {
  CHECK(docx("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>") ==
        "paragraph\n  text \"甲\"\n  break\n  text \"乙 丙\"\n");
  CHECK(docx("<w:p><w:r><w:t>甲</w:t><w:br w:type=\"page\"/><w:t>乙</w:t></w:r></w:p>" +
             wp("丙", "<w:pageBreakBefore/>")) ==
        "paragraph\n  text \"甲\"\ndivision .page-break\nparagraph\n  text \"乙\"\ndivision .page-break\n"
        "paragraph\n  text \"丙\"\n");
  CHECK(docx("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:noBreakHyphen/><w:softHyphen/></w:r></w:p>") ==
        "paragraph\n  text \"✓\xE2\x80\x91\xC2\xAD\"\n");
  CHECK(docx(wp("中", "<w:jc w:val='center'/>") + wp("右", "<w:jc w:val='end'/>") + wp("左", "<w:jc w:val='both'/>")) ==
        "paragraph text-align=center\n  text \"中\"\nparagraph text-align=right\n  text \"右\"\n"
        "paragraph\n  text \"左\"\n");
}

TEST_CASE("footnotes and endnotes stand at their calls", "[docx]") {
  DocxFile file("<w:p>" + wr("茶") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + wr("与水") +
                "<w:r><w:endnoteReference w:id='2'/></w:r></w:p>");
  file.with("footnotes",
            "<w:footnote w:type='separator' w:id='0'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
            "<w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r>" +
                wr(" 茶书。") + "</w:p>" + wp("再说。") + "</w:footnote><w:footnote w:id='3'>" + wp("无人引") +
                "</w:footnote>");
  file.with("endnotes", "<w:endnote w:id='2'>" + wp("水经。") + "</w:endnote>");
  const DocxReading reading(file);
  CHECK(reading.dump() ==
        "paragraph\n  text \"茶\"\n  note\n    paragraph\n      text \"茶书。\"\n    paragraph\n      text \"再说。\"\n"
        "  text \"与水\"\n  note\n    paragraph\n      text \"水经。\"\nparagraph\n  text \"无人引\"\n");
  CHECK(reading.rules() == "docx.unused-note");
}

TEST_CASE("tracked changes: what was put in stays, what was deleted goes into the audit", "[docx]") {
  const DocxReading reading(DocxFile(
      "<w:p>" + wr("修") + "<w:ins w:id='1'>" + wr("桥") +
      "</w:ins><w:del "
      "w:id='2'><w:r><w:delText>路</w:delText></w:r></w:del></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" +
      wr("前半") + "</w:p><w:p>" + wr("后半") + wr("看不见", "<w:vanish/>") + "</w:p>"));
  CHECK(reading.dump() == "paragraph\n  text \"修桥\"\nparagraph\n  text \"前半后半\"\n");
  CHECK(reading.audit_dump() == "audit parse.deleted \"路\"\naudit parse.hidden \"看不见\"\n");
}

TEST_CASE("comments, headers and the table of contents are in the audit", "[docx]") {
  DocxFile file = styled(wp("第一章 1", style("toc")) + wp("甲"));
  file.with("comments", "<w:comment w:id='0'>" + wp("请核对") + "</w:comment>").with("header", wp("页眉"));
  const DocxReading reading(file);
  CHECK(reading.dump() == "paragraph\n  text \"甲\"\n");
  CHECK(reading.audit_dump() ==
        "audit parse.contents \"第一章 1\"\naudit parse.comment \"请核对\"\naudit parse.margin \"页眉\"\n");
}

TEST_CASE("links, bookmarks and fields", "[docx]") {
  DocxFile file;
  const std::string id = file.relate("hyperlink", "https://example.org/a?b=1");
  CHECK(id == "rId1");
  file.set_body(
      "<w:p><w:bookmarkStart w:name='top'/><w:hyperlink r:id='rId1'>" + wr("网页", "<w:u w:val='single'/>") +
      "</w:hyperlink><w:hyperlink w:anchor='_Ref1'>" + wr("见下") + "</w:hyperlink></w:p><w:p>" + wr("此") +
      "<w:bookmarkStart w:name='_Ref1'/><w:bookmarkStart w:name='_GoBack'/>" + wr("处") +
      "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK \"https://example.org/\" \\l \"x\" "
      "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" +
      wr("域") + "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:fldSimple w:instr=' SEQ 图 '>" + wr("7") +
      "</w:fldSimple></w:p>");
  const DocxReading reading(file);
  CHECK(reading.dump() ==
        "paragraph #top\n  link \"https://example.org/a?b=1\"\n    text \"网页\"\n  link \"#_Ref1\"\n"
        "    text \"见下\"\nparagraph\n  text \"此\"\n  span #_Ref1\n  text \"处\"\n  link \"https://example.org/#x\"\n"
        "    text \"域\"\n  text \"7\"\n");
  CHECK(docx("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>EQ \\o\\ac(○,3)</w:instrText></w:r>"
             "<w:r><w:fldChar w:fldCharType='end'/></w:r>" +
             wr("丙") + "</w:p>") == "paragraph\n  text \"③丙\"\n");
}

TEST_CASE("ruby", "[docx]") {
  CHECK(
      docx("<w:p><w:r><w:ruby><w:rubyPr/><w:rt>" + wr("míng qián") + "</w:rt><w:rubyBase>" + wr("明前") +
           "</w:rubyBase></w:ruby></w:r>" + wr("茶") + "</w:p>") ==
      "paragraph\n  ruby\n    over \"míng\"\n      text \"明\"\n    over \"qián\"\n      text \"前\"\n  text \"茶\"\n");
}

TEST_CASE("text boxes are read once, and after their paragraph", "[docx]") {
  const std::string box = "<w:txbxContent>" + wp("框中") + "</w:txbxContent>";
  const DocxReading reading(
      DocxFile("<w:p>" + wr("前") + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>" + box +
               "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
               "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + wr("后") + "</w:p>"));
  CHECK(reading.dump() == "paragraph\n  text \"前后\"\nparagraph\n  text \"框中\"\n");
}

TEST_CASE("unknown elements keep their words", "[docx]") {
  CHECK(docx("<w:sdt><w:sdtContent>" + wp("控件") + "</w:sdtContent></w:sdt><x:odd><w:p><x:new>" + wr("新") +
             "</x:new><w:smartTag>" + wr("智") + "</w:smartTag></w:p></x:odd>" + wr("散")) ==
        "paragraph\n  text \"控件\"\nparagraph\n  text \"新智\"\nparagraph\n  text \"散\"\n");
}

TEST_CASE("every word of a Word file stands in its source text, with exact places", "[docx]") {
  const DocxReading reading(DocxFile(wp("甲") + "<w:p>" + wr("乙") + wr("丙", "<w:b/>") + "</w:p>"));
  const auto& blocks = reading.article->document.blocks;
  const auto& file = *reading.sources.find(0);
  CHECK(file.slice(blocks[1].info.span) == "乙丙");
  CHECK(file.position(blocks[1].info.span.begin).line == 2);
  const auto& second = std::get<huozi::document::Paragraph>(blocks[1].content).children;
  CHECK(file.slice(second[1].info.span) == "丙");
}

TEST_CASE("tables: heads, cells over columns and rows, alignment", "[docx]") {
  const auto cell = [](const std::string& content, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
  };
  const std::string centred = "<w:jc w:val='center'/>";
  CHECK(docx("<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell(wp("花", centred)) +
             cell(wp("月"), "<w:gridSpan w:val='2'/>") + "</w:tr><w:tr>" +
             cell(wp("梅"), "<w:vMerge w:val='restart'/>") + cell(wp("一")) + cell(wp("二")) + "</w:tr><w:tr>" +
             cell(wp(""), "<w:vMerge/>") + cell(wp("三")) + cell(wp("四")) + "</w:tr></w:tbl>") ==
        "table header 1\n  row\n    header center\n      paragraph\n        text \"花\"\n    header columns 2\n"
        "      paragraph\n        text \"月\"\n  row\n    cell rows 2\n      paragraph\n        text \"梅\"\n    cell\n"
        "      paragraph\n        text \"一\"\n    cell\n      paragraph\n        text \"二\"\n  row\n    cell\n"
        "      paragraph\n        text \"三\"\n    cell\n      paragraph\n        text \"四\"\n");
}

TEST_CASE("captions belong to the table or picture beside them; code stays line by line", "[docx]") {
  const std::string table = "<w:tbl><w:tr><w:tc>" + wp("格") + "</w:tc></w:tr></w:tbl>";
  const DocxReading before(styled(wp("表 1 花期", style("c")) + table + wp("甲")));
  CHECK(before.dump().find("caption\n    text \"表 1 花期\"") != std::string::npos);
  const DocxReading after(styled(table + wp("表 2", style("c"))));
  CHECK(after.dump().find("caption\n    text \"表 2\"") != std::string::npos);
  const DocxReading alone(styled(wp("无处可去", style("c")) + wp("甲")));
  CHECK(alone.dump() == "paragraph\n  text \"无处可去\"\nparagraph\n  text \"甲\"\n");
  const DocxReading code(styled(wp("if (a)", style("src")) + wp("  b();", style("src"))));
  CHECK(code.dump() == "code \"if (a)\\n  b();\"\n");
}

TEST_CASE("an empty paragraph with a line is a rule", "[docx]") {
  CHECK(docx("<w:p><w:pPr><w:pBdr><w:bottom w:val='single'/></w:pBdr></w:pPr></w:p>") == "rule\n");
  CHECK(docx("<w:p><w:r><w:pict><v:rect o:hr='t'/></w:pict></w:r></w:p>") == "rule\n");
}

TEST_CASE("bookmarks to which only the table of contents leads are none", "[docx]") {
  const DocxReading reading(styled("<w:p><w:pPr>" + style("toc") + "</w:pPr><w:hyperlink w:anchor='_Toc1'>" + wr("章") +
                                   "</w:hyperlink></w:p>" + "<w:p><w:bookmarkStart w:name='_Toc1'/>" + wr("章") +
                                   "</w:p>"));
  CHECK(reading.dump() == "paragraph\n  text \"章\"\n");
}

TEST_CASE("no word of a Word file is lost, and exact places are exact", "[docx]") {
  const std::string box = "<w:pict><w:txbxContent>" + wp("框") + "</w:txbxContent></w:pict>";
  DocxFile file = styled(wp("题目", style("t")) + wp("目录一行", style("toc")) + "<w:p>" + wr("修") + "<w:del>" +
                         wr("旧") + "<w:r><w:footnoteReference w:id='2'/></w:r></w:del><w:ins>" + wr("新") +
                         "</w:ins>" + wr("隐", "<w:vanish/>") + "<w:r>" + box +
                         "<w:t>框后</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r></w:p><w:tbl><w:tr><w:tc>" +
                         wp("格") + "</w:tc></w:tr></w:tbl><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" +
                         wp("请输入") + "</w:sdtContent></w:sdt><w:p><w:r><w:ruby><w:rt>" + wr("yī") +
                         "</w:rt><w:rubyBase>" + wr("一") + "</w:rubyBase></w:ruby></w:r><w:smartTag>" + wr("智") +
                         "</w:smartTag><m:oMath><m:r><m:t>式</m:t></m:r></m:oMath></w:p>");
  file.with("footnotes", "<w:footnote w:id='1'>" + wp("注") + "</w:footnote><w:footnote w:id='2'>" + wp("删注") +
                             "</w:footnote><w:footnote w:id='3'>" + wp("孤注") + "</w:footnote>");
  file.with("comments", "<w:comment>" + wp("批") + "</w:comment>").with("footer", wp("脚"));
  const DocxReading reading(file);
  REQUIRE(reading.article);
  std::string kept;
  for (const auto& entry : reading.audit.entries) kept += entry.removed;
  std::u32string seen = han_text(reading.article->document) + han_of(kept);
  std::u32string all = han_of(reading.source());
  std::sort(seen.begin(), seen.end());
  std::sort(all.begin(), all.end());
  CHECK(seen == all);
  CHECK(all.size() == 27);

  size_t exact = 0;
  huozi::document::for_each_inline(reading.article->document.blocks, [&](const huozi::document::Inline& node) {
    const auto* text = std::get_if<huozi::document::Text>(&node.content);
    if (!text || node.info.span.end - node.info.span.begin != text->text.size()) return;
    ++exact;
    CHECK(reading.sources.find(0)->slice(node.info.span) == text->text);
  });
  CHECK(exact > 5);
}
