#include "citation/sources.h"

#include "citation/style_file.h"
#include "support/builders.h"
#include "support/catch.h"

using namespace huozi;

namespace {

struct Cited {
  document::Inlines words;
  const char* date = "";
  const char* key = "";
};

// One note each, numbered 1, 2, 3 ...; "words#1#3" for each source.
std::vector<std::string> sources(std::initializer_list<Cited> notes) {
  document::Book book;
  document::Section& section = book.sections.emplace_back();
  uint32_t ordinal = 0;
  for (const Cited& cited : notes) {
    document::Inline node = test::note({test::p("")});
    auto& note = std::get<document::Note>(node.content);
    note.kind = document::NoteKind::citation;
    std::get<document::Paragraph>(note.blocks[0].content).children = cited.words;
    note.citation.emplace();
    note.citation->date = cited.date;
    note.citation->key = cited.key;
    node.info.id = {0, ++ordinal};
    section.blocks.push_back(test::p({test::t("文"), std::move(node)}));
  }
  std::vector<std::string> out;
  for (const citation::CitedSource& source : citation::cited_sources(book, test::bibliography("humanities"))) {
    std::string line;
    for (const auto& words : source.words)
      line += words.text + (words.address.empty() ? "" : "<" + words.address + ">");
    for (const document::NodeId note : source.notes) line += "#" + std::to_string(note.ordinal);
    out.push_back(line);
  }
  return out;
}

using List = std::vector<std::string>;
using test::t;

}  // namespace

TEST_CASE("a source cited on several pages has one entry", "[citation]") {
  CHECK(sources({{{t("甲：《题》，某社，2001年，第3页。")}},
                 {{t("乙：《文》。")}},
                 {{t("甲：《题》，某社，2001年，第9页。")}}}) == List{"甲：《题》，某社，2001年#1#3", "乙：《文》#2"});
}

TEST_CASE("records with the same key are one source whatever their words", "[citation]") {
  CHECK(sources({{{t("在会上的讲话")}, "2022-03-01", "k"}, {{t("在会上的讲话。")}, "2022-03-01", "k"}}) ==
        List{"在会上的讲话#1#2"});
}

TEST_CASE("dated sources come first, the oldest at the top", "[citation]") {
  CHECK(
      sources(
          {{{t("无日期一")}}, {{t("新")}, "2022-03-01"}, {{t("无日期二")}}, {{t("旧")}, "1948"}, {{t("无日期一")}}}) ==
      List{"旧#4", "新#2", "无日期一#1#5", "无日期二#3"});
}

TEST_CASE("an address stays a link", "[citation]") {
  CHECK(sources({{{t("甲：《题》，"), test::a("https://a.b/", {t("https://a.b/")}), t("。")}}}) ==
        List{"甲：《题》，https://a.b/<https://a.b/>#1"});
}

TEST_CASE("authors' own notes cite nothing", "[citation]") {
  document::Book book;
  book.sections.emplace_back().blocks.push_back(test::p({test::t("文"), test::note({test::p("按语")})}));
  CHECK(citation::cited_sources(book, test::bibliography("humanities")).empty());
}
