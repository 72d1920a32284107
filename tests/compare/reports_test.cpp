#include "compare/reports.h"

#include "compare/record.h"
#include "support/catch.h"

using namespace huozi::compare;

namespace {

Paragraph paragraph(std::string id, std::string text, std::vector<Line> lines) {
  Paragraph out;
  out.id = std::move(id);
  out.element = "p";
  out.text = std::move(text);
  out.lines = std::move(lines);
  return out;
}

Edition old_edition() {
  Edition out;
  out.name = "old";
  out.pages = {{"1", "a"}, {"2", "b"}, {"3", "c"}};
  out.paragraphs = {paragraph("1-1", "茶园在山上。他走的很快。", {{0, 1, 0}, {1, 1, 18}}),
                    paragraph("1-2", "末段在这里。", {{2, 4, 0}})};
  return out;
}

Edition new_edition() {
  Edition out;
  out.name = "new";
  out.pages = {{"1", "a"}, {"2", "x"}};
  out.paragraphs = {paragraph("1-1", "茶园在山上。他走得很快。", {{0, 1, 0}, {0, 2, 18}})};
  return out;
}

}  // namespace

TEST_CASE("the text report tells places, words and pages") {
  const Edition before = old_edition(), after = new_edition();
  CHECK(text_report(before, after, compare(before, after)) ==
        "changed  page 1 (was 2), line 2, paragraph 1-1\n"
        "- 他走[-的-]很快。\n"
        "+ 他走{+得+}很快。\n"
        "\n"
        "removed paragraph  page 3 (now 1), line 4, paragraph 1-2\n"
        "- 末段在这里。\n"
        "\n"
        "old -> new: 0 added, 1 removed, 1 changed, 0 moved\n"
        "pages that differ: 2\n"
        "pages there are no more: 3\n");
}

TEST_CASE("the JSON report has the same, and counts characters") {
  const Edition before = old_edition(), after = new_edition();
  const std::string report = json_report(before, after, compare(before, after));
  const auto has = [&](std::string_view part) { return report.find(part) != std::string::npos; };
  CHECK(has("\"kind\": \"changed\",\n      \"unit\": \"sentence\""));
  CHECK(has("\"text\": \"他走得很快。\""));
  CHECK(has("\"changed\": [\n          [\n            2,\n            3\n          ]"));
  CHECK(has("\"pages_changed\": [\n    \"2\"\n  ]"));
}

TEST_CASE("editions without words have reports") {
  const Edition nothing, something = old_edition();
  for (const auto& [before, after] : {std::pair(nothing, something), std::pair(something, nothing)}) {
    const Comparison found = compare(before, after);
    CHECK_FALSE(text_report(before, after, found).empty());
    CHECK_FALSE(json_report(before, after, found).empty());
    CHECK(found.changes.size() == 2);
  }
}

TEST_CASE("an edition comes back from a report as it was") {
  Edition edition = old_edition();
  edition.paragraphs[1].part = "contents";
  edition.paragraphs[1].note = true;
  const std::string report = with_record("{\n  \"figures\": {\n    \"pages\": 3\n  }\n}\n", edition);
  const auto read = read_record(report);
  REQUIRE(read.has_value());
  CHECK(record_json(*read) == record_json(edition));
  CHECK(read->paragraphs[0].lines[1].text_begin == 18);
  CHECK(read->paragraphs[1].note);
}

TEST_CASE("damaged reports hold no edition") {
  const std::string good = with_record("{\n  \"a\": 1\n}\n", old_edition());
  CHECK_FALSE(read_record("").has_value());
  CHECK_FALSE(read_record("[1]").has_value());
  CHECK_FALSE(read_record("{}").has_value());
  CHECK_FALSE(read_record(std::string(200'000, '[')).has_value());
  CHECK_FALSE(read_record(R"({"edition": {"pages": [], "paragraphs": 3}})").has_value());
  for (const char* lines : {"0:1:0", "x", "0:1", "0:1:99 ", "-1:1:0"}) {
    const std::string record =
        R"({"edition": {"pages": [], "paragraphs": [{"text": "一", "lines": ")" + std::string(lines) + R"("}]}})";
    CHECK_FALSE(read_record(record).has_value());
  }
  // Cut off anywhere, or with a byte changed: an edition or none, never a place outside of it.
  for (size_t at = 0; at + 3 < good.size(); ++at) CHECK_FALSE(read_record(good.substr(0, at)).has_value());
  for (size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = '7';
    const auto read = read_record(bad);
    if (!read) continue;
    text_report(*read, old_edition(), compare(*read, old_edition()));
  }
}

TEST_CASE("a report tells another picture, a heading made, and that only the setting differs") {
  Edition before = old_edition(), after = before;
  after.name = "new";
  CHECK(text_report(before, after, compare(before, after)) ==
        "old -> new: 0 added, 0 removed, 0 changed, 0 moved\npages that differ: none\n");
  after.pages[1].digest = "x";
  CHECK(text_report(before, after, compare(before, after)) ==
        "old -> new: 0 added, 0 removed, 0 changed, 0 moved\nno words differ, but how they are set\n"
        "pages that differ: 2\n");
  after.paragraphs[1].element = "h2";
  before.paragraphs.push_back(paragraph("1", "a.png 茶", {{0, 0, 0}}));
  before.paragraphs.back().element = kPicture;
  before.paragraphs.back().digest = "d1";
  after.paragraphs.push_back(before.paragraphs.back());
  after.paragraphs.back().digest = "d2";
  CHECK(text_report(before, after, compare(before, after)) ==
        "recast paragraph  page 3, line 4, paragraph 1-2, now a heading\n  末段在这里。\n\n"
        "changed picture  page 1, picture 1, another picture in the file\n  a.png 茶\n\n"
        "old -> new: 0 added, 0 removed, 1 changed, 0 moved, 1 heading made or unmade\npages that differ: 2\n");
  const std::string json = json_report(before, after, compare(before, after));
  CHECK(json.find("\"digest\": \"d2\"") != std::string::npos);
  CHECK(json.find("\"kind\": \"recast\"") != std::string::npos);
  const auto read = read_record(with_record("{\n  \"a\": 1\n}\n", after));
  REQUIRE(read.has_value());
  CHECK(read->paragraphs.back().digest == "d2");
}
