#include "citation/attribution.h"

#include "citation/entry.h"
#include "citation/style_file.h"
#include "document/plain_text.h"
#include "document/walk.h"
#include "support/builders.h"

using namespace huozi;
using document::CitationRecord;

namespace {

// An article's own source, addresses in <>.
std::string cited(const char* style, std::string author, std::string source, std::string date, std::string url,
                  const std::string& access = {}, std::string title = "活字") {
  document::ArticleMetadata article;
  article.author = std::move(author);
  article.title = std::move(title);
  article.source = std::move(source);
  article.date = std::move(date);
  article.url = std::move(url);
  const document::Reference reference = citation::reference_of(article, access);
  if (reference.title.empty()) return {};
  std::string out;
  for (const citation::Words& words : citation::entry(reference, test::style(style))) {
    out += words.address.empty() ? words.text : "<" + words.text + ">";
  }
  return out;
}

CitationRecord speech() {
  CitationRecord record;
  record.kind = CitationRecord::Kind::speech;
  record.text = "2022年3月1日，在读书节上的讲话";
  record.title = "在读书节上的讲话";
  record.date = "2022-03-01";
  record.complete = true;
  return record;
}

struct Restyled {
  std::string words;
  document::Audit audit;
};

Restyled restyled(const CitationRecord& record, const char* style) {
  document::Inline node = test::note({test::p({test::t(record.text)})});
  auto& note = std::get<document::Note>(node.content);
  note.kind = document::NoteKind::citation;
  note.citation = record;
  document::Document article;
  article.blocks.push_back(test::p({test::t("文"), std::move(node)}));
  Restyled out;
  citation::restyle_attributions(article, test::style(style), out.audit);
  document::for_each_note(article.blocks, [&](const document::Inline&, const document::Note& each) {
    out.words = document::plain_text(std::get<document::Paragraph>(each.blocks[0].content).children);
  });
  return out;
}

}  // namespace

TEST_CASE("an article is cited by author, title, source, date and address", "[attribution]") {
  CHECK(cited("humanities", "林舟", "示例报", "2022-05-25", "") == "林舟：《活字》，示例报，2022年5月25日。");
  CHECK(cited("humanities", "林舟", "示例报", "2022-05-05", "https://example.com/1") ==
        "林舟：《活字》，示例报，2022年5月5日，<https://example.com/1>。");
  CHECK(cited("humanities", "林舟", "示例报", "2022-05-05", "https://example.com/1", "2022-06-01") ==
        "林舟：《活字》，示例报，2022年5月5日，<https://example.com/1>，访问日期：2022年6月1日。");
  CHECK(cited("gb-t-7714-2025", "林舟", "示例网", "2022-05-05", "https://example.com/1", "2022-06-01") ==
        "林舟. 活字[EB/OL]. 示例网（2022-05-05）[2022-06-01]. <https://example.com/1>.");
  CHECK(cited("gb-t-7714-2015", "林舟", "示例网", "2022-05-05", "https://example.com/1", "2022-06-01") ==
        "林舟. 活字[EB/OL]. 示例网(2022-05-05)[2022-06-01]. <https://example.com/1>.");
  CHECK(cited("gb-t-7714-2025", "林舟", "示例报", "2022-05-25", "", "2022-06-01") ==
        "林舟. 活字[Z]. 示例报，2022-05-25.");
}

TEST_CASE("the source leads where no author is known", "[attribution]") {
  CHECK(cited("humanities", "", "观察者网", "2022-05-25", "https://a.b/") ==
        "观察者网：《活字》，2022年5月25日，<https://a.b/>。");
  CHECK(cited("humanities", "观察者网", "观察者网", "", "") == "观察者网：《活字》。");
  CHECK(cited("humanities", "", "观察者网", "2022-05-25", "") == "观察者网：《活字》，2022年5月25日。");
}

TEST_CASE("what is missing is left out, and nothing is cited from a title alone", "[attribution]") {
  CHECK(cited("humanities", "", "", "2022-05", "") == "《活字》，2022年5月。");
  CHECK(cited("humanities", "", "", "", "https://example.com/") == "《活字》，<https://example.com/>。");
  CHECK(cited("humanities", "林舟", "", "", "") == "林舟：《活字》。");
  CHECK(cited("humanities", "", "", "", "").empty());
}

TEST_CASE("title marks within a title become single ones", "[attribution]") {
  CHECK(cited("humanities", "林舟", "", "2022", "", "", "读《天工开物》") == "林舟：《读〈天工开物〉》，2022年。");
  CHECK(cited("gb-t-7714-2025", "林舟", "", "2022", "", "", "读《天工开物》") == "林舟. 读《天工开物》[Z]. 2022.");
}

TEST_CASE("attributions take the style's form, with their words in the audit", "[attribution]") {
  const Restyled made = restyled(speech(), "gb-t-7714-2025");
  CHECK(made.words == "在读书节上的讲话（2022-03-01）[Z].");
  REQUIRE(made.audit.entries.size() == 1);
  CHECK(made.audit.entries[0].rule == "citation.style");
  CHECK(made.audit.entries[0].removed == speech().text);
  CHECK(made.audit.entries[0].replaced_by == made.words);
  CHECK(restyled(speech(), "gb-t-7714-2015").words == "在读书节上的讲话(2022-03-01)[Z].");

  CitationRecord report;
  report.text = "对图书馆工作作出的重要指示，据新华社北京2017年7月19日电";
  report.title = "对图书馆工作作出的重要指示";
  report.agency = "新华社";
  report.place = "北京";
  report.dateline_date = "2017-07-19";
  report.complete = true;
  CHECK(restyled(report, "gb-t-7714-2025").words == "对图书馆工作作出的重要指示[Z]. 北京：新华社，2017-07-19.");
}

TEST_CASE("a title alone has its day at the end", "[attribution]") {
  CitationRecord record;
  record.text = "《读书札记》，1948年";
  record.title = "读书札记";
  record.date = "1948";
  record.complete = true;
  CHECK(restyled(record, "gb-t-7714-2025").words == "读书札记[Z]. 1948.");
}

TEST_CASE("words stay where the style keeps them or the record does not hold them", "[attribution]") {
  CHECK(restyled(speech(), "humanities").words == speech().text);
  CitationRecord record = speech();
  record.complete = false;
  CHECK(restyled(record, "gb-t-7714-2025").words == record.text);
  CHECK(restyled(record, "gb-t-7714-2025").audit.entries.empty());
  // A book's day of publication would be lost.
  record.complete = true;
  record.publisher = "示例出版社";
  record.published = "1948-07-09";
  CHECK(restyled(record, "gb-t-7714-2025").words == record.text);
  record.published = "1948";
  CHECK(restyled(record, "gb-t-7714-2025").words == "在读书节上的讲话（2022-03-01）[M]. 示例出版社，1948.");
}
