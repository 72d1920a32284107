#include "citation/cited_notes.h"

#include "citation/sources.h"
#include "citation/style_file.h"
#include "document/plain_text.h"
#include "document/walk.h"
#include "support/builders.h"

using namespace huozi;
using document::CitedKey;
using document::Reference;

namespace {

Reference work(const char* key, const char* author, const char* title) {
  Reference r;
  r.key = key;
  r.type = Reference::Type::book;
  r.authors.persons.push_back({{}, {}, {}, author});
  r.title = title;
  r.publisher = "示例出版社";
  r.date = "2001";
  return r;
}

citation::Bibliography bibliography(const char* style) {
  return test::bibliography(style,
                            {work("zhao", "赵某", "论茶"), work("an", "安某", "论桥"), work("smith", "Smith", "Tea")});
}

document::Inline cite(std::vector<CitedKey> keys, const char* words = "[@…]") {
  document::Inline node = test::note({test::p({test::t(words)})});
  auto& note = std::get<document::Note>(node.content);
  note.kind = document::NoteKind::citation;
  note.cited = std::move(keys);
  return node;
}

struct Settled {
  document::Book book;
  source::Diagnostics diagnostics;
  document::Audit audit;
  std::vector<std::string> notes;
  std::string rules;
};

Settled settled(const char* style, document::Blocks blocks, bool has_file = true) {
  Settled out;
  document::Document article = test::document_of(std::move(blocks)).document;
  citation::write_cited_notes(article, bibliography(style), has_file, out.diagnostics, out.audit);
  document::for_each_note(article.blocks, [&](const document::Inline&, const document::Note& note) {
    std::string words;
    document::for_each_text(note.blocks, [&](const document::Inlines& text) { words += document::plain_text(text); });
    out.notes.push_back(words);
  });
  for (const auto& item : out.diagnostics.items()) {
    out.rules += item.rule;
    for (const std::string& each : item.arguments) out.rules += " " + each;
  }
  out.book.sections.emplace_back().blocks = std::move(article.blocks);
  return out;
}

using test::p, test::t;
using List = std::vector<std::string>;

}  // namespace

TEST_CASE("notes are given their entries", "[cited_notes]") {
  document::Blocks blocks = {p({t("甲"), cite({{"zhao", "", "第12页", {}}})}),
                             p({t("乙"), cite({{"an", "见", "", {}}, {"zhao", "", "3-5", {}}})})};
  CHECK(settled("humanities", blocks).notes ==
        List{"赵某：《论茶》，示例出版社，2001年，第12页。",
             "见安某：《论桥》，示例出版社，2001年；赵某：《论茶》，示例出版社，2001年，第3—5页。"});
  const Settled gb = settled("gb-t-7714-2015", blocks);
  CHECK(gb.notes == List{"赵某. 论茶[M]. 示例出版社, 2001: 12.",
                         "见安某. 论桥[M]. 示例出版社, 2001; 赵某. 论茶[M]. 示例出版社, 2001: 3-5."});
  REQUIRE(gb.audit.entries.size() == 2);
  CHECK(gb.audit.entries[0].removed == "[@…]");
  CHECK(gb.audit.entries[0].replaced_by == gb.notes[0]);
}

TEST_CASE("within a note the entry stands among its words", "[cited_notes]") {
  const Settled made =
      settled("humanities", {p({t("甲"), test::note({p({t("参见"), cite({{"zhao", "", "", {}}}), t("。")})})})});
  CHECK(made.notes == List{"参见赵某：《论茶》，示例出版社，2001年。"});
  const auto sources = citation::cited_sources(made.book, bibliography("humanities"));
  REQUIRE(sources.size() == 1);
  CHECK(sources[0].notes.size() == 1);
}

TEST_CASE("what names no entry stays as it is, with the nearest key", "[cited_notes]") {
  const Settled made = settled("humanities", {p({t("甲"), cite({{"zhaa", "", "", {}}}, "[@zhaa]"), t("。")})});
  CHECK(made.rules == "citation.unknown-key zhaa zhao");
  CHECK(made.notes.empty());
  CHECK(test::visible_text(made.book.sections[0].blocks) == "甲[@zhaa]。");
  CHECK(made.audit.entries.empty());
  CHECK(settled("humanities", {p({cite({{"an", "", "", {}}})})}, false).rules.empty());
  CHECK(settled("humanities", {p({cite({{"x", "", "", {}}})})}, false).rules == "citation.no-references x");
  CHECK(settled("humanities", {p({cite({{"x", "图", "", {}}})})}, false).rules == "citation.taken-as-text x");
}

TEST_CASE("what is written has a bound", "[cited_notes]") {
  Reference long_one = work("long", "赵某", "");
  long_one.title = std::string(1u << 20, 'x');
  document::Document article = test::document_of({}).document;
  for (int i = 0; i < 20; ++i) article.blocks.push_back(p({t("甲"), cite({{"long", "", "", {}}}, "[@long]")}));
  source::Diagnostics diagnostics;
  document::Audit audit;
  citation::write_cited_notes(article, test::bibliography("humanities", {long_one}), true, diagnostics, audit);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].rule == "citation.too-much");
  CHECK(audit.entries.size() == 15);
  CHECK(test::visible_text(article.blocks).ends_with("甲[@long]"));
}

TEST_CASE("sources and lists of entries", "[cited_notes]") {
  const document::Blocks blocks = {p({t("甲"), cite({{"zhao", "", "1", {}}})}),
                                   p({t("乙"), cite({{"smith", "", "", {}}})}),
                                   p({t("丙"), cite({{"an", "", "", {}}, {"zhao", "", "2", {}}})})};
  const auto lines = [&](const char* style) {
    List out;
    const Settled made = settled(style, blocks);
    for (const auto& line : citation::cited_entries(made.book, bibliography(style))) {
      out.push_back(citation::text_of(line));
    }
    for (const auto& source : citation::cited_sources(made.book, bibliography(style))) {
      out.push_back(citation::text_of(source.words) + "#" + std::to_string(source.notes.size()));
    }
    return out;
  };
  // By Pinyin, Western entries last; sources without the final stop.
  CHECK(lines("humanities") == List{"安某：《论桥》，示例出版社，2001年。", "赵某：《论茶》，示例出版社，2001年。",
                                    "Smith, Tea, 示例出版社, 2001.", "赵某：《论茶》，示例出版社，2001年#2",
                                    "Smith, Tea, 示例出版社, 2001#1", "安某：《论桥》，示例出版社，2001年#1"});
  CHECK(lines("gb-t-7714-2025") == List{"赵某. 论茶[M]. 示例出版社，2001.", "Smith. Tea[M]. 示例出版社，2001.",
                                        "安某. 论桥[M]. 示例出版社，2001.", "赵某. 论茶[M]. 示例出版社，2001.#2",
                                        "Smith. Tea[M]. 示例出版社，2001.#1", "安某. 论桥[M]. 示例出版社，2001.#1"});
}
