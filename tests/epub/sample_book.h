// Books made by hand: one that holds every kind of node, and the pieces to make others.
// Not here: anything read from a file.
#pragma once

#include <string>
#include <utility>

#include "document/book.h"
#include "document/links.h"
#include "document/numbering.h"
#include "document/page_references.h"
#include "epub/epub.h"

namespace sample {

using namespace huozi::document;

// Makes nodes with ids of one article.
class Maker {
 public:
  explicit Maker(huozi::source::FileId article) : article_(article) {}

  NodeInfo info(std::string id = {}, std::vector<std::string> classes = {}, std::string lang = {}) {
    NodeInfo made;
    made.id = {article_, ++last_};
    made.attributes.id = std::move(id);
    made.attributes.classes = std::move(classes);
    made.attributes.lang = std::move(lang);
    return made;
  }
  template <typename Content>
  Inline in(Content content, NodeInfo given) {
    return {std::move(given), std::move(content)};
  }
  template <typename Content>
  Inline in(Content content) {
    return in(std::move(content), info());
  }
  Inline text(std::string words) { return in(Text{std::move(words)}); }
  template <typename Content>
  Block block(Content content, NodeInfo given) {
    return {std::move(given), std::move(content)};
  }
  template <typename Content>
  Block block(Content content) {
    return block(std::move(content), info());
  }
  Block paragraph(std::string words) { return block(Paragraph{{text(std::move(words))}}); }
  Block heading(int level, std::string words) { return block(Heading{level, {text(std::move(words))}, {}}); }
  Inline note(std::string words, NoteKind kind = NoteKind::author) {
    Note made;
    made.kind = kind;
    made.blocks.push_back(paragraph(std::move(words)));
    return in(std::move(made));
  }
  TableCell cell(std::string words, bool header = false) {
    TableCell made;
    made.info = info();
    made.header = header;
    if (!words.empty()) made.children.push_back(paragraph(std::move(words)));
    return made;
  }

 private:
  huozi::source::FileId article_;
  uint32_t last_ = 0;
};

inline Section section(Maker& make, SectionRole role, std::string name, std::string title, Blocks blocks = {}) {
  Section made;
  made.info = make.info();
  made.role = role;
  made.name = std::move(name);
  if (!title.empty()) made.title.push_back(make.text(std::move(title)));
  made.blocks = std::move(blocks);
  return made;
}

// A book of one chapter.
inline Book one_chapter(Blocks blocks) {
  Maker make(huozi::source::kNoFile);
  Book book;
  book.metadata.title = "小书";
  book.sections.push_back(section(make, SectionRole::chapter, "chapter-001", "第一章", std::move(blocks)));
  number_notes(book);
  return book;
}

inline Section every_inline(Maker& make) {
  Section chapter = section(make, SectionRole::chapter, "chapter-001", "");
  chapter.title = {make.text("题目里的"), make.in(Styled{StyledKind::emphasis, {make.text("强调")}}),
                   make.note("题注。")};
  Inlines styled;
  for (const StyledKind kind : {StyledKind::emphasis, StyledKind::strong, StyledKind::code, StyledKind::subscript,
                                StyledKind::superscript, StyledKind::small, StyledKind::mark, StyledKind::underline,
                                StyledKind::strikethrough, StyledKind::quoted, StyledKind::span}) {
    styled.push_back(make.in(Styled{kind, {make.text("字样")}}));
    styled.push_back(make.text("，"));
  }
  chapter.blocks.push_back(make.block(Paragraph{std::move(styled)}));
  Note outer;
  outer.blocks.push_back(make.block(Paragraph{{make.text("外层注"), make.note("注中之注。"), make.text("。")}}));
  chapter.blocks.push_back(make.block(
      Paragraph{{make.text("一"), make.in(LineBreak{}), make.in(std::move(outer)),
                 make.in(Ruby{{{{make.text("汉")}, "hàn"}, {{make.text("字")}, "zì"}}}), make.in(Leader{}),
                 make.in(Styled{StyledKind::span, {make.text("mot français"), make.note("a note in French")}},
                         make.info("", {"foreign"}, "fr"))}}));
  chapter.blocks.push_back(make.block(
      Paragraph{{make.in(Link{"https://example.com/汉 字?a=1&b=2",
                              {make.text("外链"), make.note("链中之注。"), make.text("后半")}}),
                 make.in(Link{"#yi", {make.text("本章")}}), make.in(Link{"er.md#mubiao", {make.text("他章")}}),
                 make.in(Link{"er.md", {make.text("他文")}}), make.in(Link{"nowhere.md", {make.text("断链")}}),
                 make.in(Link{"javascript:alert(1)", {make.text("恶链")}})}}));
  chapter.blocks.push_back(
      make.block(Heading{2, {make.text("一节"), make.note("标题注。", NoteKind::citation)}, "一、"}, make.info("yi")));
  chapter.blocks.push_back(make.paragraph("跳级之前。"));
  chapter.blocks.push_back(make.heading(4, "跳级的小标题"));
  chapter.blocks.push_back(make.paragraph("控制符\x01与 <尖括号> & \"引号\"。"));
  return chapter;
}

inline Section every_block(Maker& make) {
  Section chapter = section(make, SectionRole::chapter, "chapter-002", "各种段落");
  Blocks& blocks = chapter.blocks;
  blocks.push_back(make.block(Paragraph{{make.text("目标段。")}}, make.info("mubiao", {"lead"})));
  blocks.push_back(make.block(Quotation{{make.paragraph("引文一。"), make.paragraph("引文二。")}}));
  List ordered;
  ordered.ordered = true;
  ordered.start = 3;
  for (const char* words : {"第三", "第四"}) {
    ListItem item;
    item.info = make.info();
    item.children.push_back(make.block(Paragraph{{make.text(words), make.note("条注。")}}));
    ordered.items.push_back(std::move(item));
  }
  List outer;
  outer.items.push_back({make.info(), {make.paragraph("外"), make.block(std::move(ordered))}});
  blocks.push_back(make.block(std::move(outer)));
  DefinitionList definitions;
  definitions.entries.push_back({make.info("ci"),
                                 {{make.text("词")}, {make.text("又名")}},
                                 {{make.paragraph("释义。")}, {make.paragraph("又释。")}}});
  definitions.entries.push_back({make.info(), {}, {{make.paragraph("没有词目。")}}});
  blocks.push_back(make.block(std::move(definitions)));
  Table table;
  table.caption = {make.text("表一 人数"), make.note("表注。")};
  table.header_rows = 1;
  table.rows.push_back({make.cell("", true), make.cell("甲", true), make.cell("乙", true)});
  table.rows.push_back({make.cell("人数", true), make.cell("1"), make.cell("2")});
  table.rows[1][1].alignment = TableCell::Alignment::right;
  TableCell wide = make.cell("合并");
  wide.column_span = 2;
  wide.children.push_back(make.block(Paragraph{{make.text("格内"), make.note("格注。")}}));
  table.rows.push_back({make.cell("备注", true), std::move(wide)});
  blocks.push_back(make.block(std::move(table)));
  blocks.push_back(make.block(CodeBlock{"int main() {\n\treturn 1 < 2;\n}", "cpp"}));
  Figure figure;
  figure.children.push_back(make.block(Paragraph{{make.in(Image{"tu.png", "一个红点", "", "images/图 一.png"})}}));
  figure.caption = {make.text("图一 红点"), make.note("图注。")};
  figure.credit = {make.text("张三摄")};
  blocks.push_back(make.block(std::move(figure)));
  Figure missing;
  missing.children.push_back(make.block(Paragraph{{make.in(Image{"que.png", "缺的图", "", ""})}}));
  blocks.push_back(make.block(std::move(missing)));
  blocks.push_back(make.block(ThematicBreak{}));
  blocks.push_back(make.block(Division{{make.paragraph("床前明月光，")}}, make.info("", {"verse"})));
  blocks.push_back(make.block(Division{}, make.info("", {"page-break"})));
  blocks.push_back(make.paragraph("完。"));
  return chapter;
}

// A PNG of one red pixel.
inline std::string red_dot() {
  static const unsigned char bytes[] = {
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00,
      0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00, 0x00, 0x90, 0x77, 0x53, 0xDE, 0x00, 0x00, 0x00,
      0x0C, 0x49, 0x44, 0x41, 0x54, 0x08, 0xD7, 0x63, 0xF8, 0xCF, 0xC0, 0x00, 0x00, 0x03, 0x01, 0x01, 0x00, 0x18,
      0xDD, 0x8D, 0xB0, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82};
  return {reinterpret_cast<const char*>(bytes), sizeof bytes};
}

struct Sample {
  Book book;
  huozi::epub::Input input;
};

// Every role of section, every kind of node, page marks inside text, cover, image.
inline Sample everything() {
  Sample made;
  Book& book = made.book;
  BookMetadata& facts = book.metadata;
  facts.title = "信访工作学习读本";
  facts.subtitle = "重要论述摘编";
  facts.creators = {{"本书编写组", "com"}, {"李四", "aut"}};
  facts.publisher = "示例出版社";
  facts.date = "2022-06-01";
  facts.isbn = "978-7-111-11111-1";
  facts.identifier = "urn:uuid:6c0f1a52-6d5b-8c3e-9f63-0c6f6a1d2b3c";
  facts.rights = "内部资料，免费交流";
  facts.description = "一本样书 <含> & 符号";
  facts.subjects = {"信访", "学习读本"};
  facts.series_title = "学习丛书";
  facts.series_position = "3";

  Maker own(huozi::source::kNoFile);
  Maker first(1);
  Maker second(2);
  Maker back(3);
  const auto title_page = [&](SectionRole role, std::string name) {
    Section page = section(own, role, std::move(name), "");
    page.blocks.push_back(own.block(Heading{1, {own.text(facts.title)}, {}}, own.info("", {"title"})));
    return page;
  };
  book.sections.push_back(title_page(SectionRole::half_title, "half-title"));
  book.sections.push_back(title_page(SectionRole::title_page, "title-page"));
  book.sections.push_back(section(own, SectionRole::imprint, "imprint", "", {own.paragraph("书名　信访工作学习读本")}));
  book.sections.push_back(section(own, SectionRole::front_article, "preface", "前言", {own.paragraph("写在前面。")}));
  Section contents = section(own, SectionRole::contents, "contents", "");
  contents.blocks.push_back(own.heading(1, "目 录"));
  book.sections.push_back(std::move(contents));
  book.sections.push_back(section(own, SectionRole::part, "part-001", "第一编 理论"));
  book.sections.push_back(every_inline(first));
  book.sections.push_back(every_block(second));
  Section after = section(back, SectionRole::back_article, "afterword", "后记", {back.paragraph("写在后面。")});
  book.sections.push_back(std::move(after));
  Section sources = section(back, SectionRole::sources, "sources", "引文出处");
  const Section& cited = book.sections[7];
  sources.blocks.push_back(
      back.block(Paragraph{{back.text("某书"), back.in(Leader{}), back.in(PageReference{cited.blocks[1].info.id})}}));
  book.sections.push_back(std::move(sources));
  Section index = section(back, SectionRole::index, "index", "索引");
  index.blocks.push_back(back.block(Paragraph{{back.text("人数 "), back.in(PageReference{book.sections[7].info.id})}}));
  book.sections.push_back(std::move(index));
  book.sections.push_back(section(own, SectionRole::colophon, "colophon", "题记", {own.paragraph("排版说明。")}));
  number_notes(book);

  huozi::epub::Input& input = made.input;
  input.stylesheet =
      "body{line-height:1.75}p{margin:0;text-indent:2em}h1,h2,h3{text-align:center}"
      "a.noteref{font-size:.75em;vertical-align:super;padding:.3em .5em}aside p{text-indent:0}a.backlink{padding:.5em}"
      "nav ol{list-style:none}img{max-width:100%}section.cover{text-align:center}section.cover img{height:95vh}\n";
  const auto mark = [&](NodeId node, uint32_t offset, const char* label) {
    input.page_marks.push_back({node, offset, label});
  };
  mark(book.sections[3].info.id, 0, "i");
  mark(book.sections[4].blocks[0].info.id, 0, "ii");
  mark(book.sections[6].info.id, 0, "1");
  mark(book.sections[7].info.id, 0, "2");
  const auto& target = std::get<Paragraph>(book.sections[7].blocks[0].content);
  mark(target.children[0].info.id, 3, "3");  // between 目 and 标
  input.images.push_back({"images/图 一.png", "image/png", red_dot()});
  huozi::source::Diagnostics unresolved;  // the broken ones are meant
  huozi::document::resolve_links(book, {{"articles/yi.md", 1}, {"articles/er.md", 2}}, unresolved);
  huozi::document::make_page_references(book);
  input.cover = {"", "image/svg+xml",
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1600 2560\"><title>甲</title></svg>"};
  input.modified_epoch = 1654041600;
  input.generator = "huozi 0.1.0";
  input.publication.subjects = {{"信访"}, {"信访工作", "CLC", "D632.8"}};
  input.names[facts.title] = {"xin fang gong zuo xue xi du ben", "信訪工作學習讀本"};
  input.names["李四"] = {"Li Si", ""};
  input.names[facts.series_title] = {"xue xi cong shu", "學習叢書"};
  input.other_script = "zh-Hant";
  return made;
}

}  // namespace sample
