#include "layout/warichu.h"

#include <algorithm>
#include <random>

#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;

namespace {

constexpr const char* kSheet = R"(
.warichu { -huozi-inline-note: two-rows }
.brackets::before { content: "（" }
.brackets::after { content: "）" }
.dots { text-emphasis: dot }
.kai { font-family: kai }
)";

Inline with(std::vector<std::string> classes, Words children) {
  Inline node = span(std::move(children));
  node.info.attributes.classes = std::move(classes);
  return node;
}
Inline warichu(Words children) {
  return with({"warichu"}, std::move(children));
}

Typeset set(Words words) {
  return Typeset({chapter("", {p(std::move(words))})}, kSheet);
}

std::vector<layout::GlyphRun> runs_of(const layout::Row& row) {
  std::vector<layout::GlyphRun> runs;
  for (const layout::RowItem& item : row.items) {
    if (const auto* run = std::get_if<layout::GlyphRun>(&item)) runs.push_back(*run);
  }
  return runs;
}
std::vector<layout::GlyphRun> runs_of(const Typeset& book) {
  std::vector<layout::GlyphRun> runs;
  for (const layout::Row& row : book.galleys.at(0).rows) {
    for (layout::GlyphRun& run : runs_of(row)) runs.push_back(std::move(run));
  }
  return runs;
}
Length end_of(const layout::GlyphRun& run) {
  return run.origin.x + run.glyphs.back().x + run.size;
}
Length top_of(const layout::GlyphRun& run) {
  return run.origin.y - layout::ascent_of(run.size);
}

}  // namespace

TEST_CASE("a note stands in two rows of half its size, in the order they are read, and moves no line") {
  const Typeset book({chapter("", {p({t("一"), warichu("甲乙丙丁戊己"), t("二")}), p("三")})}, kSheet);
  const auto runs = runs_of(book);
  REQUIRE(runs.size() == 5);
  CHECK(runs[1].text == "甲乙丙");
  CHECK(runs[2].text == "丁戊己");
  for (const size_t i : {1, 2}) {
    CHECK(runs[i].size == Length::points(5));
    CHECK(runs[i].origin.x == Length::points(10));
    CHECK(end_of(runs[i]) == Length::points(25));
  }
  CHECK(top_of(runs[1]) == top_of(runs[0]));
  CHECK(top_of(runs[2]) == top_of(runs[0]) + Length::points(5));
  CHECK(runs[3].text == "二");
  CHECK(runs[3].origin.x == Length::points(25));
  for (const layout::Row& row : book.galleys.at(0).rows) CHECK(row.height == Length::points(20));
}

TEST_CASE("both rows end together; the shorter is the second") {
  const auto runs = runs_of(set({t("一"), warichu("甲乙丙丁戊己庚"), t("二")}));
  REQUIRE(runs.size() == 4);
  CHECK(runs[1].text == "甲乙丙丁");
  CHECK(runs[2].text == "戊己庚");
  CHECK(end_of(runs[1]) == Length::points(30));
  CHECK(end_of(runs[2]) == Length::points(30));
  CHECK(runs[2].glyphs[1].x == Length::ratio(15, 2));  // two gaps of half an em of the note's
  CHECK(runs[3].origin.x == Length::points(30));
  // One character has nothing to spread.
  const auto three = runs_of(set({t("一"), warichu("甲乙丙"), t("二")}));
  REQUIRE(three.size() == 4);
  CHECK(end_of(three[2]) == Length::points(15));
  CHECK(three[3].origin.x == Length::points(20));
}

TEST_CASE("a note broken over lines has two rows on each, full ones but on the last") {
  const Typeset book =
      set({t("一二三四"), warichu("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未甲乙丙丁戊己庚辛壬癸子丑寅卯"), t("五")});
  const auto& rows = book.galleys.at(0).rows;
  const auto first = runs_of(rows.at(0));
  const auto second = runs_of(rows.at(1));
  REQUIRE(first.size() == 3);
  REQUIRE(second.size() == 3);
  CHECK(end_of(first[1]) == Length::points(100));
  CHECK(end_of(first[2]) == Length::points(100));
  CHECK(second[0].origin.x == Length());
  CHECK(second[1].origin.x == Length());
  CHECK(end_of(second[0]) == end_of(second[1]));
  CHECK(second[2].origin.x == end_of(second[0]));
  CHECK(first[1].text + first[2].text + second[0].text + second[1].text ==
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未甲乙丙丁戊己庚辛壬癸子丑寅卯");
  CHECK(book.diagnostics.items().empty());
}

TEST_CASE("rows keep the rules of lines' edges") {
  const auto closing = runs_of(set({t("一"), warichu("甲乙丙，丁戊"), t("二")}));
  REQUIRE(closing.size() == 4);
  CHECK(closing[1].text == "甲乙丙，");  // where three and three would be even
  CHECK(closing[2].text == "丁戊");
  const auto opening = runs_of(set({t("一"), warichu("甲乙（丙丁）"), t("二")}));
  REQUIRE(opening.size() == 4);
  CHECK(opening[1].text == "甲乙");
  CHECK(opening[2].text == "（丙丁）");
  CHECK(opening[2].glyphs[0].x + opening[2].origin.x == Length::ratio(15, 2));  // its blank half goes
}

TEST_CASE("a note has the brackets the sheet gives it, at full size, and its parts their faces and links") {
  const Typeset book = set({t("一"), with({"warichu", "brackets"}, {t("甲乙"), with({"kai"}, "丙丁"),
                                                                    a("https://example.org/", "戊己"), t("庚辛")})});
  const auto runs = runs_of(book);
  REQUIRE(runs.size() == 7);
  CHECK(runs[1].text == "（");
  CHECK(runs[1].size == Length::points(10));
  CHECK(runs[6].text == "）");
  CHECK(runs[3].text == "丙丁");
  CHECK(runs[3].font != runs[2].font);
  CHECK(runs[3].origin.y == runs[2].origin.y);
  const auto& items = book.galleys.at(0).rows.at(0).items;
  const auto link = std::find_if(items.begin(), items.end(), [](const layout::RowItem& item) {
    return std::holds_alternative<layout::LinkItem>(item);
  });
  REQUIRE(link != items.end());
  CHECK(std::get<layout::LinkItem>(*link).rect.y == top_of(runs[4]));
  CHECK(std::get<layout::LinkItem>(*link).rect.width == Length::points(10));
}

TEST_CASE("what cannot stand in rows is set in the line, nothing lost") {
  for (const Inline& inner : {note({p("注")}), ruby("丙", "bing"), br(), with({"dots"}, "丙")}) {
    const Typeset book = set({t("一"), warichu({t("甲乙"), inner, t("丁")}), t("二")});
    const auto runs = runs_of(book);
    REQUIRE(runs.size() >= 4);
    CHECK(runs[1].text == "甲乙");
    CHECK(runs[1].size == Length::points(10));
    std::string all;
    for (const auto& run : runs) all += run.text;
    CHECK(all.find("丁") < all.find("二"));
  }
  // In another one's rows it is text like the rest.
  const auto nested = runs_of(set({warichu({t("甲乙"), warichu("丙丁")})}));
  REQUIRE(nested.size() == 2);
  CHECK(nested[1].text == "丙丁");
}

TEST_CASE("no line of random notes is wider than the measure, and all the text is there in order") {
  std::mt19937 random(5);
  const std::vector<std::string> pieces = {"甲", "乙", "丙",  "，", "。", "（", "）",
                                           "——", "ab", " cd", "《", "》", "丁"};
  for (int round = 0; round < 200; ++round) {
    std::string text;
    Words words{};
    const auto some = [&](size_t most) {
      std::string out;
      for (size_t n = 1 + random() % most; n > 0; --n) out += pieces[random() % pieces.size()];
      text += out;
      return out;
    };
    for (size_t n = 1 + random() % 4; n > 0; --n) {
      words.push_back(t(some(12)));
      words.push_back(warichu(some(60).c_str()));
    }
    const Typeset book = set(words);
    std::string found;
    for (const layout::Row& row : book.galleys.at(0).rows) {
      for (const layout::GlyphRun& run : runs_of(row)) {
        found += run.text;
        // What hangs over at the right is the blank half of a mark.
        CHECK(end_of(run) <= Length::points(100) + run.size / 2);
      }
    }
    const auto bare = [](std::string all) {
      std::erase(all, ' ');
      return all;
    };
    CHECK(bare(found) == bare(text));
    for (const auto& item : book.diagnostics.items()) CHECK(item.rule != "layout.overfull");
  }
}

TEST_CASE("the search takes no part for narrower than it is, nor for wider by more than half an em") {
  layout::Warichu note;
  note.last = 7;
  note.em = Length::points(10);
  note.sum.emplace_back();
  for (int k = 0; k < 7; ++k) {
    note.sum.push_back(Length::points(5) * (k + 1));
    note.glue.emplace_back();
    note.weight.push_back(Length::points(5));
    note.start_trim.emplace_back();
    note.end_trim.emplace_back();
    note.may_split.push_back(k != 4);  // as if a closing mark stood there
  }
  layout::BreakInput input;
  input.glue.resize(7);
  for (int k = 0; k <= 7; ++k) input.advance_sum.push_back(Length::ratio(5 * k, 2));
  for (uint32_t first = 0; first < 7; ++first) {
    for (uint32_t last = first + 1; last <= 7; ++last) {
      const layout::WarichuPart part = layout::part_of(note, first, last);
      CHECK(part.width <= layout::estimate(part, input));
      CHECK(part.width + Length::points(5) >= layout::estimate(part, input));
    }
  }
  CHECK(layout::part_of(note, 0, 7).split == 3);
}
