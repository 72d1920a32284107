#include "pdf/tag_tree.h"

#include "support/builders.h"
#include "support/catch.h"

namespace huozi {
namespace {

using namespace test;
using document::NodeId;

document::Book book_of(Blocks blocks, std::string title = "春") {
  document::Book book;
  document::Section section;
  section.info.id = {7, 1};
  if (!title.empty()) section.title = Words(title.c_str());
  section.blocks = document_of(std::move(blocks)).document.blocks;
  book.sections.push_back(std::move(section));
  return book;
}

// "Sect[H1[.] P[.]]": a point is a place for content.
std::string shown(const pdf::TagTree& tree, uint32_t index = 0) {
  const pdf::Tag& tag = tree.tags()[index];
  std::string out(tag.type);
  if (tag.kids.empty()) return out;
  out += '[';
  for (const pdf::Tag::Kid& kid : tag.kids) {
    if (out.back() != '[') out += ' ';
    out += kid.kind == pdf::Tag::Kid::Kind::slot ? "." : shown(tree, kid.index);
  }
  return out + ']';
}

std::string body(Blocks blocks) {
  const pdf::TagTree tree(book_of(std::move(blocks), ""));
  return shown(tree, 1);
}

layout::Item run_of(NodeId node, bool label = false, layout::Region region = layout::Region::body) {
  layout::GlyphRun run;
  run.node = node;
  run.label = label;
  return {region, run};
}

TEST_CASE("the structure is the document's", "[pdf]") {
  CHECK(shown(pdf::TagTree(book_of({p({t("种花")})}))) == "Document[Sect[H1[.] P[.]]]");
  CHECK(body({p({t("种"), strong({t("花")}), t("。")})}) == "Sect[P[.]]");
  CHECK(body({p({t("看"), a("https://a.example/", {t("书")}), t("。")})}) == "Sect[P[. Link[.] .]]");
  CHECK(body({quote({p({t("花")}), p({t("草")})})}) == "Sect[BlockQuote[P[.] P[.]]]");
  CHECK(body({list({{p({t("花")})}, {p({t("草")}), p({t("木")})}})}) ==
        "Sect[L[LI[Lbl[.] LBody[.]] LI[Lbl[.] LBody[P[.] P[.]]]]]");
  CHECK(body({figure({p({img("a.png", "桥")})}, {t("石桥")})}) == "Sect[Div[Figure[.] Caption[.]]]");
  CHECK(body({p({t("用"), code({t("tea")})})}) == "Sect[P[. Code[.]]]");
  CHECK(body({p({ruby("汉", "hàn"), t("字")})}) == "Sect[P[Ruby[RB[.] RT[.]] .]]");
}

TEST_CASE("a note stands behind its call, its mark leads back", "[pdf]") {
  CHECK(body({p({t("花"), note({p({t("木槿")})}), t("开了")})}) ==
        "Sect[P[. Reference[Link[.]] Note[Lbl[Link[.]] P[.]] .]]");
  const pdf::TagTree tree(book_of({p({t("花"), note({p({t("木槿")})}), note({p({t("月季")})})})}));
  std::string ids;
  for (const pdf::Tag& tag : tree.tags()) ids += tag.id.empty() ? "" : tag.id + " ";
  CHECK(ids == "note-1 note-2 ");
}

TEST_CASE("headings leave out no level", "[pdf]") {
  CHECK(body({h(2, {t("一")}), h(4, {t("二")}), h(3, {t("三")}), h(2, {t("四")})}) == "Sect[H1[.] H2[.] H2[.] H1[.]]");
  CHECK(shown(pdf::TagTree(book_of({h(3, {t("一")}), h(5, {t("二")})}))) == "Document[Sect[H1[.] H2[.] H3[.]]]");
}

TEST_CASE("cells of a table's head say what they head", "[pdf]") {
  Block made = table({{"书", "册"}, {"花", "3"}});
  std::get<document::Table>(made.content).header_rows = 1;
  const document::Book book = book_of({std::move(made)}, "");
  const pdf::TagTree tree(book);
  CHECK(shown(tree, 1) == "Sect[Table[TR[TH[.] TH[.]] TR[TD[.] TD[.]]]]");
  for (const pdf::Tag& tag : tree.tags()) {
    if (tag.type == "TH") CHECK(pdf::Val(tag.attributes).syntax() == "<</O/Table/Scope/Column>>");
    if (tag.type == "TD") CHECK(tag.attributes.entries().empty());
  }
}

// "TD TD:C2": the spans of the cells, row by row.
std::string spans(const pdf::TagTree& tree) {
  std::string out;
  for (const pdf::Tag& tag : tree.tags()) {
    if (tag.type == "TR") out += out.empty() ? "" : " | ";
    if (tag.type != "TH" && tag.type != "TD") continue;
    out += out.empty() || out.back() == ' ' ? "" : " ";
    out += tag.type;
    for (const auto& [key, value] : tag.attributes.entries()) {
      if (key == "ColSpan" || key == "RowSpan") out += ':' + key.substr(0, 1) + value;
    }
  }
  return out;
}

TEST_CASE("the rows of a table are as wide as each other", "[pdf]") {
  Block made = table({{"花", "草", "木"}, {"茶"}, {"桥", "书"}});
  auto& rows = std::get<document::Table>(made.content).rows;
  rows[0][1].row_span = 2;
  rows[0][0].column_span = 1;
  rows[2][1].column_span = 9;
  rows[2][0].row_span = 5;
  CHECK(spans(pdf::TagTree(book_of({made}, ""))) == "TD TD:R2 TD | TD TD | TD TD:C2");
  std::get<document::Table>(made.content).rows[1].clear();
  CHECK(spans(pdf::TagTree(book_of({made}, ""))) == "TD TD:R2 TD | TD TD | TD TD:C2");
}

TEST_CASE("what is no grid is no table", "[pdf]") {
  Block made = table({{"花"}, {"草"}});
  auto& rows = std::get<document::Table>(made.content).rows;
  rows[1].resize(300, rows[1].front());
  CHECK(body({std::move(made)}).starts_with("Sect[Div[Div[Div[P[.]]] Div[Div[P[.]] "));
}

TEST_CASE("what stands on a page has its place, or is an artifact", "[pdf]") {
  const document::Book book = book_of({p({t("花"), note({p({t("木槿")})})}), list({{p({t("草")})}})}, "");
  const pdf::TagTree tree(book);
  const auto& paragraph = std::get<document::Paragraph>(book.sections[0].blocks[0].content);
  const NodeId text = paragraph.children[0].info.id, call = paragraph.children[1].info.id;
  const NodeId item = std::get<document::List>(book.sections[0].blocks[1].content).items[0].info.id;
  layout::Page page;
  page.items = {run_of(text),       run_of(call), run_of(call, true),
                run_of(item, true), run_of({}),   run_of(text, false, layout::Region::margin)};
  const std::vector<uint32_t> slots = tree.slots_of({page}).front();
  std::string owners;
  for (const uint32_t slot : slots) {
    owners += slot == pdf::kArtifact ? "-" : std::string(tree.tags()[tree.owner(slot)].type);
    owners += ' ';
  }
  CHECK(owners == "P Link Link Lbl - - ");
  CHECK(slots[1] != slots[2]);
  CHECK(tree.tags()[tree.tags()[tree.owner(slots[1])].parent].type == "Reference");
  CHECK(tree.tags()[tree.tags()[tree.owner(slots[2])].parent].type == "Lbl");
}

TEST_CASE("a picture that is missing says so; one that is there says what it shows", "[pdf]") {
  document::Book book = book_of({p({img("a.png")}), p({img("b.png", "桥")})}, "");
  const auto image = [&](size_t i) -> document::Image& {
    return std::get<document::Image>(
        std::get<document::Paragraph>(book.sections[0].blocks[i].content).children[0].content);
  };
  image(1).file = "b.png";
  std::string words;
  const pdf::TagTree tree(book);
  for (const pdf::Tag& tag : tree.tags()) words += tag.type == "Figure" ? tag.alternative + "|" : "";
  CHECK(words.ends_with("|桥|"));
  CHECK_FALSE(words.starts_with("|"));
  image(0).file = "a.png";
  CHECK(pdf::TagTree(book).tags()[2].alternative.empty());
}

}  // namespace
}  // namespace huozi
