#include "layout/note_area.h"

#include "support/catch.h"
#include "support/page_dump.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using layout::Region;

namespace {

document::Inline noted(const char* words) {
  return note({p(words)});
}

// Without the links.
std::string notes_of(const layout::Page& page) {
  std::string out;
  const std::string all = dump(page);
  for (size_t at = 0; at < all.size();) {
    const size_t end = all.find('\n', at) + 1;
    const std::string line = all.substr(at, end - at);
    if (line.find("note ") != std::string::npos && line.find("link ") == std::string::npos) out += line;
    at = end;
  }
  return out;
}

}  // namespace

TEST_CASE("the last note's em square stands at the foot of the type area, whatever its size") {
  // The foot is at 175 pt; the baseline is 0.12 em above it.
  for (const auto& [css, baseline] : {std::pair{"", "174.4"}, std::pair{"aside.footnote { font-size: 10pt }", "173.8"},
                                      std::pair{"aside.footnote { line-height: 5pt }", "174.4"}}) {
    const Typeset book({chapter("", {p({t("一"), noted("注")})})}, css);
    INFO(notes_of(book.pages.at(0)));
    CHECK(notes_of(book.pages.at(0)).find(std::string(" ") + baseline + " 注\n") != std::string::npos);
  }
}

TEST_CASE("the rule above a note that goes on may be longer") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "注";
  const auto rules = [&](const std::string& css) {
    const Typeset book({chapter("", {p({t("一"), noted(text.c_str())})})}, css);
    std::string widths;
    for (const layout::Page& page : book.pages) {
      for (const layout::Item& item : page.items) {
        const auto* rule = std::get_if<layout::RuleItem>(&item.content);
        if (rule) widths += std::to_string(rule->rect.width.raw() / base::Length::kUnitsPerPoint) + " ";
      }
    }
    return widths;
  };
  CHECK(rules("") == "50 50 ");
  CHECK(rules("@page { @footnote { -huozi-continued-rule-length: 100% } }") == "50 100 ");
}

TEST_CASE("footnote-display lets short notes follow each other on a line") {
  // On a measure of 20 ems of 5 pt: a mark of one em, a gap of half an em, the words.
  const auto lines = [](const char* css) {
    return notes_of(Typeset({chapter("", {p({t("一"), noted("甲乙"), t("二"), noted("丙丁"), t("三"),
                                             noted("戊己庚辛壬癸子丑寅卯辰")})})},
                            css)
                        .pages.at(0));
  };
  const std::string block = lines("");
  const std::string inline_ = lines("aside.footnote { footnote-display: inline }");
  const std::string compact = lines("aside.footnote { footnote-display: compact }");
  // Alone on three lines; the second behind the first, one em after its end, the third below them.
  CHECK(block.find("154.4 甲乙") != std::string::npos);
  CHECK(block.find("164.4 丙丁") != std::string::npos);
  for (const std::string& together : {inline_, compact}) {
    CHECK(together.find("37.5..42.5 164.4 甲乙") != std::string::npos);
    CHECK(together.find("60..65 164.4 丙丁") != std::string::npos);
    CHECK(together.find("174.4 戊己庚辛壬癸子丑寅卯辰") != std::string::npos);
  }
  // Longer than half the measure: only `inline` lets it follow.
  const auto behind = [](const char* css) {
    return notes_of(
        Typeset({chapter("", {p({t("一"), noted("甲"), t("二"), noted("一二三四五六七八九")})})}, css).pages.at(0));
  };
  CHECK(behind("aside.footnote { footnote-display: inline }").find("174.4 甲") != std::string::npos);
  CHECK(behind("aside.footnote { footnote-display: compact }").find("164.4 甲") != std::string::npos);
}

TEST_CASE("notes may stand at the end of their chapter, numbered through it, linked both ways") {
  document::Blocks body;
  for (int i = 0; i < 9; ++i) body.push_back(p({t("一"), note({p("注")})}));
  const Typeset book({chapter("", body), chapter("", {p({t("二"), note({p({t("外"), note({p("内")})})})})})},
                     "aside.footnote { -huozi-note-place: section }"
                     "::footnote-call, ::footnote-marker { content: '[' counter(footnote) ']' }");
  std::string all;
  size_t calls = 0, backs = 0;
  for (const layout::Page& page : book.pages) {
    all += text_of(page);
    CHECK(text_of(page, Region::note).empty());
    for (const layout::Item& item : page.items) {
      const auto* link = std::get_if<layout::LinkItem>(&item.content);
      if (link == nullptr) continue;
      (link->kind == layout::LinkItem::Kind::note_call ? calls : backs)++;
    }
  }
  std::string expected;
  for (int i = 1; i <= 9; ++i) expected += "一[" + std::to_string(i) + "]";
  expected += "注释";
  for (int i = 1; i <= 9; ++i) expected += "[" + std::to_string(i) + "]注";
  CHECK(all == expected + "二[1]注释[1]外[2][2]内");
  CHECK(calls == 11);
  CHECK(backs == 11);
}
