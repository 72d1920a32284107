#include "index/marks.h"

#include <set>

#include "document/plain_text.h"
#include "document/walk.h"
#include "index/terms.h"
#include "support/builders.h"
#include "support/catch.h"

using namespace huozi;
using namespace huozi::test;
using document::IndexTerm;

namespace {

document::Inline mark(Words words, std::vector<std::pair<std::string, std::string>> values = {}) {
  document::Inline node = span(std::move(words), std::move(values));
  node.info.attributes.classes = {"index"};
  return node;
}

document::Book book_of(Blocks blocks) {
  document::Book book;
  document::Section& section = book.sections.emplace_back();
  section.blocks = document_of(std::move(blocks)).document.blocks;
  return book;
}

std::string joined(const index::Path& path) {
  std::string out;
  for (const std::string& part : path) out += (out.empty() ? "" : "!") + part;
  return out;
}

// "entry" of each mark, "(reading)" and ">see" where given.
std::string marks(const document::Book& book) {
  std::string out;
  for (const index::Mark& each : index::find_marks(book)) {
    out += (out.empty() ? "" : " ") + joined(each.entry);
    if (!each.readings.empty()) out += "(" + joined(each.readings) + ")";
    if (!each.see.empty()) out += ">" + joined(each.see);
  }
  return out;
}

std::string text_of(const document::Book& book) {
  std::string out;
  document::for_each_text(book, [&](const Inlines& nodes) { out += document::plain_text(nodes) + "|"; });
  return out;
}

IndexTerm term(std::string words) {
  IndexTerm out;
  out.term = std::move(words);
  return out;
}

}  // namespace

TEST_CASE("a mark's entry is its words, or what it says", "[index]") {
  CHECK(marks(book_of({p({mark("信访"), t("和"), mark("长征", {{"reading", "chang zheng"}}),
                          mark({}, {{"entry", "主词! 子词"}}), mark("上访", {{"see", "信访"}})})})) ==
        "信访 长征(chang zheng) 主词!子词 上访>信访");
  CHECK(joined(index::path_of("!甲!! 乙 !丙!丁")) == "甲!乙!丙!丁");
  CHECK(index::path_of("甲!乙!丙!丁").size() == 3);
  CHECK(index::path_of(" ! ").empty());
}

TEST_CASE("a paragraph of marks alone goes into its neighbour", "[index]") {
  const auto settled = [](Blocks blocks) {
    document::Book book = book_of(std::move(blocks));
    index::settle_marks(book);
    CHECK(index::find_marks(book).size() == 1);
    return text_of(book);
  };
  const auto lone = [] { return p({mark({}, {{"entry", "甲"}})}); };
  CHECK(settled({p("一"), lone(), p("二")}) == "一|二|");
  CHECK(settled({p("一"), lone()}) == "一|");
  CHECK(settled({lone(), table({{"一"}})}) == "||一|");
  CHECK(settled({quote({lone(), p("一")})}) == "一|");
  CHECK(settled({p({t("一"), note({p("注"), lone()})})}) == "一|注|");
}

TEST_CASE("listed terms are marked wherever they stand", "[index]") {
  document::Book book = book_of({p({t("信访与信访条例，"), strong({t("信访")}), code("信访"), mark("信访局"), t("。")}),
                                 h(2, "信访"), p({t("文"), note({p("注里的信访")})})});
  const std::string before = text_of(book);
  source::Diagnostics diagnostics;
  index::mark_terms(book, {term("信访"), term("信访条例")}, diagnostics);
  CHECK(marks(book) == "信访 信访条例 信访 信访局 信访 信访");
  CHECK(text_of(book) == before);
  CHECK(diagnostics.items().empty());
  std::set<document::NodeId> ids;
  document::for_each_inline(book, [&](const document::Inline& node) { CHECK(ids.insert(node.info.id).second); });
}

TEST_CASE("a term has the heading and reading it is given, first or everywhere", "[index]") {
  document::Book book = book_of({p("长征、重庆、重庆")});
  IndexTerm march = term("长征");
  march.reading = "chang zheng";
  IndexTerm city = term("重庆");
  city.entry = "城市!重庆";
  city.first_only = true;
  IndexTerm other = term("渝");
  other.see = "城市!重庆";
  source::Diagnostics diagnostics;
  index::mark_terms(book, {march, city, other}, diagnostics);
  CHECK(marks(book) == "长征(chang zheng) 城市!重庆");
  CHECK(diagnostics.items().empty());
}

TEST_CASE("a term broken by emphasis is marked where it begins, no term goes over a picture", "[index]") {
  document::Book book = book_of({p({t("信"), strong({t("访")}), t("，信"), img("a.png"), t("访")})});
  source::Diagnostics diagnostics;
  index::mark_terms(book, {term("信访")}, diagnostics);
  CHECK(marks(book) == "信访");
}

TEST_CASE("a term that stands nowhere is reported", "[index]") {
  document::Book book = book_of({p("文")});
  source::Diagnostics diagnostics;
  index::mark_terms(book, {term("无")}, diagnostics);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].rule == "index.unused-term");
}

TEST_CASE("spans of divided texts stay exact", "[index]") {
  Sample sample = document_of({p("前信访后")});
  document::Book book;
  book.sections.emplace_back().blocks = std::move(sample.document.blocks);
  source::Diagnostics diagnostics;
  index::mark_terms(book, {term("信访")}, diagnostics);
  std::string all;
  document::for_each_inline(book, [&](const document::Inline& node) {
    const auto* text = std::get_if<document::Text>(&node.content);
    if (!text) return;
    const auto& at = node.info.span;
    CHECK(sample.source.substr(at.begin, at.end - at.begin) == text->text);
    all += text->text + "|";
  });
  CHECK(all == "前|信访|后|");
}
