#include "text/break_opportunity.h"

#include "base/utf8.h"
#include "support/catch.h"
#include "support/test_library.h"

using namespace huozi;
using text::BreakKind;
using text::BreakLevel;

namespace {

// The text with | where a line may break and / where it must; white space at a break is left out.
std::string broken(std::string_view text, BreakLevel level = BreakLevel::strict, const std::vector<bool>& calls = {}) {
  const text::ShapedText set = test::shaped(text, calls);
  const auto breaks = text::break_opportunities(set.clusters, level);
  REQUIRE(breaks.size() == set.clusters.size());
  std::string out;
  for (size_t i = 0; i < breaks.size(); ++i) {
    if (breaks[i] == BreakKind::allowed) out += '|';
    if (breaks[i] == BreakKind::forced) out += '/';
    if (breaks[i] == BreakKind::forbidden && set.clusters[i].space_before > base::Length()) out += ' ';
    out += text.substr(set.clusters[i].text_begin, set.clusters[i].text_end - set.clusters[i].text_begin);
  }
  return out;
}

// Whether a line may begin, and may end, with the mark between ideographs at this level.
struct Edges {
  bool begins, ends;
  friend bool operator==(const Edges&, const Edges&) = default;
};
Edges edges(const std::string& mark, BreakLevel level) {
  const std::string out = broken("汉" + mark + "字", level);
  return {out.starts_with("汉|"), out.ends_with("|字")};
}

constexpr BreakLevel kLevels[] = {BreakLevel::loose, BreakLevel::normal, BreakLevel::strict};

std::vector<std::string> each(std::u32string_view marks) {
  std::vector<std::string> out;
  for (const char32_t c : marks) base::append_utf8(out.emplace_back(), c);
  return out;
}

}  // namespace

TEST_CASE("ideographs break anywhere between each other") {
  CHECK(broken("中国书籍") == "中|国|书|籍");
  CHECK(broken("") == "");
  CHECK(broken("中") == "中");
}

TEST_CASE("marks that close or pause never begin a line at any level but none") {
  // CLREQ 3.1.4: basic and above. K1, K2, K4, K7, K9.
  for (const std::string& mark : each(U"，、；：。！？．‼⁇⁈⁉”’）》〉」』】〕］｝〗～—–·‧・")) {
    INFO(mark);
    for (const BreakLevel level : kLevels) CHECK(edges(mark, level) == Edges{false, true});
    CHECK(edges(mark, BreakLevel::anywhere) == Edges{true, true});
  }
}

TEST_CASE("opening marks never end a line at any level but none") {
  // K3
  for (const std::string& mark : each(U"“‘（《〈「『【〔［｛〖")) {
    INFO(mark);
    for (const BreakLevel level : kLevels) CHECK(edges(mark, level) == Edges{true, false});
    CHECK(edges(mark, BreakLevel::anywhere) == Edges{true, true});
  }
}

TEST_CASE("dashes, ellipses and iteration marks begin no line at the strict level") {
  // K5, K6
  for (const std::string mark : {"——", "……", "…", "⸺", "々", "〻", "ー"}) {
    INFO(mark);
    CHECK(edges(mark, BreakLevel::strict) == Edges{false, true});
    CHECK(edges(mark, BreakLevel::normal) == Edges{true, true});
    CHECK(edges(mark, BreakLevel::loose) == Edges{true, true});
  }
}

TEST_CASE("a solidus stands at no line's edge from the GB level on") {
  // K10
  CHECK(edges("／", BreakLevel::strict) == Edges{false, false});
  CHECK(edges("／", BreakLevel::normal) == Edges{false, false});
  CHECK(edges("／", BreakLevel::loose) == Edges{true, true});
}

TEST_CASE("units begin no line") {
  // K8
  for (const std::string& unit : each(U"％‰℃℉°′″%")) {
    INFO(unit);
    for (const BreakLevel level : kLevels) CHECK(edges(unit, level) == Edges{false, true});
    for (const BreakLevel level : kLevels) CHECK(broken("约25" + unit, level) == "约|25" + unit);
  }
}

TEST_CASE("numbers keep their signs, marks and units") {
  // N1, UAX #14 LB25
  for (const std::string number :
       {"100%",     "25℃",      "￥199",  "$5",         "3.14", "12,345", "2024",  "1999—2024", "1999–2024",
        "10～20",   "9:30",     "-5",     "(3)",        "50°",  "±5",     "US$5",  "1/2",       "12：30",
        "３．１４", "１９９９", "ＧＤＰ", "100%～150%", "A～Z", "H₂O",    "26′46″"}) {
    INFO(number);
    for (const BreakLevel level : kLevels) CHECK(broken(number, level).find('|') == std::string::npos);
  }
  CHECK(broken("共100%的") == "共|100%|的");
  for (const std::string word : {"C++", "T'Pol", "2024-05-01", "COVID-19", "km/h", "R&D", "e-mail", "X-ray", "A-B",
                                 "abc-d", "a-bcd", "3D", "A4", "O’Neill", "U.S.A.", "10:30-12:00"}) {
    INFO(word);
    for (const BreakLevel level : kLevels) CHECK(broken(word, level).find('|') == std::string::npos);
    CHECK(broken("用" + word + "的") == "用|" + word + "|的");
  }
}

TEST_CASE("words break at blanks and after hyphens only") {
  CHECK(broken("free trade") == "free|trade");
  CHECK(broken("well-known") == "well-|known");
  CHECK(broken("-option --long- x") == "-option|--long-|x");
  CHECK(broken("Marx–Engels") == "Marx–|Engels");
  CHECK(broken("to-do list-of ab- cd") == "to-|do|list-|of|ab-|cd");
  CHECK(broken("hyphen\u00ADation") == "hyphenation");
  CHECK(broken("汉word字") == "汉|word|字");
  CHECK(broken("don’t") == "don’t");
  CHECK(broken("Hello, (big) world!") == "Hello,|(big)|world!");
  CHECK(broken("he said “yes” twice") == "he|said|“yes”|twice");
}

TEST_CASE("a blank does not undo a prohibition") {
  CHECK(broken("汉 ，字") == "汉 ，|字");
  CHECK(broken("（ 汉") == "（ 汉");
  CHECK(broken("A ）") == "A ）");
}

TEST_CASE("a note's mark stays with what stands before it and is looked through") {
  // CLREQ 3.1.5.3
  const std::string call = "\uFFFC";
  for (const BreakLevel level : kLevels) {
    CHECK(broken("汉" + call + "字", level, {true}) == "汉" + call + "|字");
    CHECK(broken("汉" + call + "，字", level, {true}) == "汉" + call + "，|字");
    CHECK(broken("汉，" + call + "字", level, {true}) == "汉，" + call + "|字");
    CHECK(broken("“" + call + "字", level, {true}) == "“" + call + "字");
    CHECK(broken("3" + call + "5", level, {true}) == "3" + call + "5");
    CHECK(broken("汉" + call + call + "字", level, {true, true}) == "汉" + call + call + "|字");
  }
  CHECK(broken("汉" + call + "字", BreakLevel::anywhere, {true}) == "汉" + call + "|字");
  CHECK(broken("汉" + call + "字") == "汉|" + call + "|字");  // an object is like an ideograph
}

TEST_CASE("pairs of dashes and dots keep together at every level") {
  for (const BreakLevel level : kLevels) {
    CHECK(broken("————", level) == "————");
    CHECK(broken("…………", level) == "…………");
  }
}

TEST_CASE("breaks may be asked for and ruled out by characters") {
  CHECK(broken("中国\u2028书籍") == "中|国/书|籍");
  CHECK(broken("https://a.b/\u200Bc") == "https://a.b/|c");
  CHECK(broken("一\u00A0二") == "一 二");
  CHECK(broken("一\u00A0\u00A0二") == "一\u00A0\u00A0二");
  CHECK(broken("汉\u3000字") == "汉\u3000|字");
}

TEST_CASE("the blank between a number and its sign or unit is no place to break") {
  // N1; UAX #14 LB25, and the blank that GB 3101 wants before a unit
  for (const std::string number : {"25 ℃", "5 kg", "120 km/h", "50 %", "3 m²", "№ 12", "￥ 199"}) {
    INFO(number);
    for (const BreakLevel level : kLevels) CHECK(broken(number, level).find('|') == std::string::npos);
  }
  CHECK(broken("5 books") == "5|books");
  CHECK(broken("5 kgs") == "5|kgs");
  CHECK(broken("the kg") == "the|kg");
  CHECK(broken("5 kg", BreakLevel::anywhere) == "5|k|g");
}

TEST_CASE("a connector ends a line between words, not between numbers") {
  CHECK(broken("北京—上海") == "北|京—|上|海");
  CHECK(broken("共100～150人") == "共|100～150|人");
  CHECK(broken("上海：1984年") == "上|海：|1984|年");
}

TEST_CASE("long words break at their joints, whatever stands around them") {
  CHECK(broken("见https://www.example.org/a/x.html。") == "见|https://|www.|example.|org/|a/|x.|html。");
  CHECK(broken("(https://www.example.org/a/x.html), and") == "(https://|www.|example.|org/|a/|x.|html),|and");
  CHECK(broken("and/or 1/2 km/h") == "and/or|1/2 km/h");
}
