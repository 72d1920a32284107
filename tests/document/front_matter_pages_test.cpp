#include "document/front_matter_pages.h"

#include <set>

#include "document/walk.h"
#include "support/builders.h"
#include "support/catch.h"

namespace huozi {
namespace {

using namespace test;
using document::SectionRole;

document::Section section(SectionRole role, Words title, Blocks blocks, uint32_t id) {
  document::Section out;
  out.info.id = {1, id};
  out.role = role;
  out.title = std::move(title);
  out.blocks = std::move(blocks);
  return out;
}

document::Book sample_book() {
  document::Book book;
  book.metadata.title = "铅字";
  book.sections.push_back(document::title_page(book.metadata, 0));
  book.sections.push_back(section(SectionRole::front_article, "前言", {}, 100));
  book.sections.push_back(section(SectionRole::part, "第一编", {}, 200));
  Blocks blocks = {h(2, {t("拣字"), note({p("注")})}), h(3, "字架"), quote({h(2, "引文里的题")}),
                   division("box", {h(2, "排版")}),    h(4, "细目"), h(2, {img("x")})};
  std::get<document::Heading>(blocks[0].content).number = "一、";
  book.sections.push_back(section(SectionRole::chapter, {t("活"), strong({t("字")})}, std::move(blocks), 300));
  book.sections.push_back(section(SectionRole::imprint, {}, {}, 400));
  return book;
}

std::string listing(const std::vector<document::ContentsEntry>& entries) {
  std::string out;
  for (const auto& entry : entries) {
    out += std::to_string(entry.section) + "." + std::to_string(entry.level) + " " + entry.title + "\n";
  }
  return out;
}

// Class names, then the words; > a leader, # a page reference.
std::string page(const document::Section& made) {
  std::string out;
  for (const auto& block : made.blocks) {
    for (const std::string& name : block.info.attributes.classes) out += "." + name;
    out += " ";
    document::for_each_inline(block, [&](const document::Inline& node) {
      if (const auto* text = std::get_if<document::Text>(&node.content)) out += text->text;
      if (std::holds_alternative<document::Leader>(node.content)) out += ">";
      if (const auto* reference = std::get_if<document::PageReference>(&node.content)) {
        out += "#" + std::to_string(reference->target.ordinal);
      }
    });
    out += "\n";
  }
  return out;
}

TEST_CASE("contents list sections and their own headings down to the depth") {
  CHECK(listing(document::contents_of(sample_book(), 1)) == "1.1 前言\n2.1 第一编\n3.1 活字\n");
  CHECK(listing(document::contents_of(sample_book(), 2)) == "1.1 前言\n2.1 第一编\n3.1 活字\n3.2 一、拣字\n3.2 排版\n");
  CHECK(listing(document::contents_of(sample_book(), 3)) ==
        "1.1 前言\n2.1 第一编\n3.1 活字\n3.2 一、拣字\n3.3 字架\n3.2 排版\n");
  CHECK(document::contents_of(sample_book(), 0).empty());
}

TEST_CASE("the contents page: title, leader, page reference") {
  const document::Section made = document::contents_section(sample_book(), 1, 1);
  CHECK(page(made) ==
        " 目录\n.toc-entry.level-1 前言>#100\n.toc-entry.part 第一编>#200\n.toc-entry.level-1 活字>#300\n");
  CHECK(made.role == SectionRole::contents);
  CHECK(made.name == "contents");
  document::Book traditional;
  traditional.metadata.language = "zh-Hant-TW";
  CHECK(page(document::contents_section(traditional, 1, 0)) == " 目錄\n");
}

TEST_CASE("the title page holds what the metadata has") {
  document::BookMetadata metadata;
  metadata.title = "铅字";
  CHECK(page(document::title_page(metadata, 0)) == ".title 铅字\n");
  metadata.subtitle = "印刷史话";
  metadata.creators = {{"林舟", "aut"}, {"本书编写组", "com"}, {"王小明", "trl"}, {"李安", "trl"}, {"某某", "xyz"}};
  metadata.publisher = "示例出版社";
  CHECK(page(document::title_page(metadata, 0)) ==
        ".title 铅字\n.subtitle 印刷史话\n.creators 林舟\n.creators 本书编写组　编著\n.creators 王小明　李安　译\n"
        ".creators 某某\n.publisher 示例出版社\n");
  metadata.language = "zh-TW";
  CHECK(page(document::title_page(metadata, 0)).find("本书编写组　編著") != std::string::npos);
  CHECK(page(document::half_title(metadata, 0)) == ".title 铅字\n");
}

TEST_CASE("made sections share no id") {
  const document::Book book = sample_book();
  std::set<document::NodeId> ids;
  size_t count = 0;
  const auto add = [&](const auto& node) {
    ids.insert(node.info.id);
    ++count;
  };
  for (const document::Section& made : {document::half_title(book.metadata, 0), document::title_page(book.metadata, 1),
                                        document::contents_section(book, 3, 2)}) {
    add(made);
    document::walk(made, document::Notes::enter, add, add);
  }
  CHECK(ids.size() == count);
  CHECK(ids.begin()->article == source::kNoFile);
}

TEST_CASE("Traditional Chinese by its tag") {
  CHECK(document::is_traditional_chinese("zh-Hant"));
  CHECK(document::is_traditional_chinese("zh-HK"));
  CHECK_FALSE(document::is_traditional_chinese("zh-Hans"));
  CHECK_FALSE(document::is_traditional_chinese("zh-TWX"));
  CHECK_FALSE(document::is_traditional_chinese(""));
}

}  // namespace
}  // namespace huozi
