#include "document/links.h"

#include <set>

#include "document/walk.h"
#include "support/builders.h"
#include "support/catch.h"

namespace huozi {
namespace {

using namespace test;
using document::NodeId;

Block with_id(Block block, std::string id) {
  block.info.attributes.id = std::move(id);
  return block;
}

// A chapter from the article `file`; its nodes are numbered in reading order.
document::Section chapter(source::FileId file, Blocks blocks) {
  document::Section out;
  out.info.id = {file, 0};
  out.blocks = std::move(blocks);
  uint32_t next = 0;
  const auto number = [&](auto& node) { node.info.id = {file, ++next}; };
  document::walk(out, document::Notes::enter, number, number);
  return out;
}

struct Resolved {
  document::Book book;
  source::Diagnostics diagnostics;

  explicit Resolved(std::vector<document::Section> sections) {
    book.sections = std::move(sections);
    document::resolve_links(book, {{"a/yi.md", 1}, {"a/er.md", 2}, {"front.md", 3}}, diagnostics);
  }

  // "words>article.ordinal", with the reference's words; "words>" for a link that leads nowhere.
  std::vector<std::string> links() const {
    std::vector<std::string> out;
    document::for_each_inline(book, [&](const document::Inline& node) {
      const auto* link = std::get_if<document::Link>(&node.content);
      if (link == nullptr) return;
      std::string words;
      for (const auto& child : link->children) {
        if (const auto* text = std::get_if<document::Text>(&child.content)) words += text->text;
        const auto* reference = std::get_if<document::PageReference>(&child.content);
        if (reference == nullptr) continue;
        CHECK(reference->target == link->node);
        words += reference->before + "#" + reference->after;
      }
      words += ">";
      if (link->node) words += std::to_string(link->node->article) + "." + std::to_string(link->node->ordinal);
      out.push_back(words);
    });
    return out;
  }

  std::vector<std::string> unresolved() const {
    std::vector<std::string> out;
    for (const auto& item : diagnostics.items()) {
      CHECK(item.rule == "link.unresolved");
      out.push_back(item.arguments.at(0));
    }
    return out;
  }
};

using List = std::vector<std::string>;

TEST_CASE("an address beyond all measure is no link") {
  const std::string address = "https://example.org/" + std::string(9000, 'a');
  const Resolved book({chapter(1, {p({a(address, "甲")})})});
  REQUIRE(book.diagnostics.items().size() == 1);
  CHECK(book.diagnostics.items()[0].rule == "link.too-long");
}

TEST_CASE("an id is looked for in the link's own article") {
  const Resolved book({chapter(1, {p({a("#same", "甲")}), with_id(p("一"), "same")}),
                       chapter(2, {p({a("#same", "乙")}), with_id(p("二"), "same")})});
  CHECK(book.links() == List{"甲>1.4", "乙>2.4"});
  CHECK(book.unresolved().empty());
}

TEST_CASE("a link to another article has a page reference after its words") {
  const Resolved book({chapter(1, {p({a("er.md", "文"), a("er.md#yi", "题"), a("../front.md", "序")})}),
                       chapter(2, {with_id(h(2, "第一节"), "yi"), p({a("er.md", "自己")})}), chapter(3, {p("序言")})});
  CHECK(book.links() == List{"文（第#页）>2.0", "题（第#页）>2.1", "序（第#页）>3.0", "自己>2.0"});
}

TEST_CASE("the words of a heading are its id, percent-escapes too") {
  const Resolved book({chapter(1, {p({a("er.md#小结", "甲"), a("er.md#%E5%B0%8F%E7%BB%93", "乙")})}),
                       chapter(2, {p("文"), h(2, "小结")})});
  CHECK(book.links() == List{"甲（第#页）>2.3", "乙（第#页）>2.3"});
}

TEST_CASE("a link in a heading gets no page reference") {
  const Resolved book({chapter(1, {h(2, {a("er.md", "甲")})}), chapter(2, {p("文")})});
  CHECK(book.links() == List{"甲>2.0"});
}

TEST_CASE("an item's id leads to its first block") {
  Block items = list({{p("一")}, {p("二")}});
  document::NodeInfo& second = std::get<document::List>(items.content).items.at(1).info;
  second.id = {1, 99};
  second.attributes.id = "second";
  const Resolved book({chapter(1, {p({a("#second", "甲")}), items})});
  CHECK(book.links() == List{"甲>1.7"});
}

TEST_CASE("what is not in the book is reported, web addresses and empty targets are not") {
  const Resolved book({chapter(1, {p({a("er.md", "甲"), a("#no", "乙"), a("../../x.md", "丙"), a("yi.md#no", "丁"),
                                      a("https://example.com/#no", "戊"), a("//example.com/", "己"), a("#", "庚"),
                                      a("", "辛"), a("mailto:a@example.com", "壬")})})});
  CHECK(book.unresolved() == List{"er.md", "#no", "../../x.md", "yi.md#no"});
  for (const std::string& link : book.links()) CHECK(link.ends_with(">"));
}

TEST_CASE("page references share no id with other nodes") {
  const Resolved book({chapter(1, {p({a("er.md", "甲"), a("er.md", "乙")}), p("尾")}), chapter(2, {p("文")})});
  std::set<NodeId> ids;
  size_t count = 0;
  const auto add = [&](const auto& node) {
    ids.insert(node.info.id);
    ++count;
  };
  document::walk(book.book, document::Notes::enter, add, add);
  CHECK(ids.size() == count);
}

TEST_CASE("paths resolve against the file that names them and never leave the book") {
  CHECK(document::resolve_path("articles/a.md", "b.md") == "articles/b.md");
  CHECK(document::resolve_path("articles/a.md", "../x/./%E4%B8%80.md") == "x/一.md");
  CHECK(document::resolve_path("a.md", "../b.md").empty());
  CHECK(document::resolve_path("a.md", "/b.md").empty());
}

}  // namespace
}  // namespace huozi
