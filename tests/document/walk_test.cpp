#include "document/walk.h"

#include "document/numbering.h"
#include "document/plain_text.h"
#include "support/builders.h"
#include "support/catch.h"

namespace huozi {
namespace {

using namespace test;

Blocks everything() {
  document::DefinitionList definitions;
  definitions.entries.push_back({{}, {{t("10")}}, {{p("11")}}});
  document::Table table_content;
  table_content.caption = {t("7")};
  table_content.rows.resize(1);
  table_content.rows[0].resize(2);
  table_content.rows[0][0].children = {p("8")};
  table_content.rows[0][1].children = {p("9")};
  return {h(2, {t("1"), note({p("2"), quote({p("3")})}), t("4")}),
          list({{p({strong({t("5")})})}, {p("6")}}),
          {{}, table_content},
          {{}, definitions},
          figure({p({img("x"), t("12")})}, "13", "14"),
          division("verse", {p({ruby("15", "shi"), br(), a("y", "16")})})};
}

std::string texts(const Blocks& blocks, document::Notes notes) {
  std::string out;
  document::for_each_inline(
      blocks,
      [&](const document::Inline& node) {
        if (const auto* text = std::get_if<document::Text>(&node.content)) out += text->text + " ";
      },
      notes);
  return out;
}

TEST_CASE("every node is visited in reading order") {
  CHECK(texts(everything(), document::Notes::enter) == "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 ");
  CHECK(texts(everything(), document::Notes::skip) == "1 4 5 6 7 8 9 10 11 12 13 14 15 16 ");
}

TEST_CASE("a visitor may change what it is given, and sees what it put there") {
  Blocks blocks = {p("甲")};
  int seen = 0;
  document::walk(
      blocks, document::Notes::enter,
      [](document::Block& block) {
        if (auto* paragraph = std::get_if<document::Paragraph>(&block.content)) paragraph->children.push_back(t("乙"));
      },
      [&](document::Inline&) { ++seen; });
  CHECK(seen == 2);
}

TEST_CASE("deep nesting costs no stack") {
  Blocks blocks = {p("底")};
  for (int i = 0; i < 5000; ++i) {
    document::Block outer{{}, document::Quotation{}};
    std::get<document::Quotation>(outer.content).children.swap(blocks);
    blocks.push_back(std::move(outer));
  }
  CHECK(texts(blocks, document::Notes::enter) == "底 ");
}

TEST_CASE("stretches of text: captions, credits and terms are some") {
  const Blocks blocks = everything();
  std::string out;
  document::for_each_text(blocks, [&](const Inlines& nodes) { out += document::plain_text(nodes) + "|"; });
  CHECK(out == "14|2|3|5|6|7|8|9|10|11|13|14|12|15 16|");
}

TEST_CASE("plain text leaves out notes and images, keeps a ruby's base") {
  CHECK(document::plain_text({t("甲"), note({p("注")}), img("x", "图"), ruby("字", "zì"), br(), strong({t("乙")})}) ==
        "甲字 乙");
}

TEST_CASE("notes are numbered from 1 in each section, the title's first") {
  document::Book book;
  book.sections.resize(2);
  book.sections[0].title = {t("题"), note({p("甲")})};
  book.sections[0].blocks = {h(2, {note({p({note({p("丙")})})})}), table({{"x"}}), quote({p({note({p("丁")})})}),
                             figure({}, {note({p("戊")})})};
  book.sections[1].blocks = {list({{p({note({p("己")})})}})};
  document::number_notes(book);
  std::string ordinals;
  document::for_each_note(book, [&](const document::Inline&, const document::Note& note_content) {
    ordinals += std::to_string(note_content.ordinal);
  });
  CHECK(ordinals == "123451");
}

}  // namespace
}  // namespace huozi
