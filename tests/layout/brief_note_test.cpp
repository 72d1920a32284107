// Notes that say 同上 or 同① where an earlier one on their page has their source, from the model to the page.
#include "citation/repeat.h"
#include "document/walk.h"
#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using citation::Repeat;
using layout::Region;

namespace {

constexpr const char* kFirst = "甲：《题》，社，第1页。";
constexpr const char* kThird = "甲：《题》，社，第3页。";
constexpr const char* kOther = "乙：《文》，社，第1页。";

document::Inline cited(const char* words) {
  document::Inline node = note({p(words)});
  std::get<document::Note>(node.content).kind = document::NoteKind::citation;
  return node;
}

// A paragraph for each note, which calls it.
document::Section noted(std::initializer_list<const char*> notes, Repeat repeat) {
  document::Section section = chapter("", {});
  for (const char* words : notes) section.blocks.push_back(p({t("一"), cited(words)}));
  citation::mark_repeated(section, repeat);
  return section;
}

std::string notes_of(const Typeset& book, size_t page = 0) {
  return text_of(book.pages.at(page), Region::note);
}

}  // namespace

TEST_CASE("a note with the source of the one right before it says so") {
  const Typeset book({noted({kFirst, kFirst, kThird, kOther, kFirst}, Repeat::above)});
  CHECK(notes_of(book) == "①" + std::string(kFirst) + "②同上。③同上，第3页。④" + kOther + "⑤" + kFirst);
  REQUIRE(book.pages[0].brief_notes.size() == 2);
  CHECK(book.pages[0].brief_notes[1].words == "同上，第3页。");
}

TEST_CASE("a note with the source of any before it names the first one's number") {
  const Typeset book({noted({kOther, kFirst, kOther, kFirst, kThird}, Repeat::numbered)});
  CHECK(notes_of(book) == "①" + std::string(kOther) + "②" + kFirst + "③同①。④同②。⑤同②，第3页。");
  // A click on the number leads to that note.
  std::vector<document::NodeId> targets;
  const auto& notes = book.galleys[0].notes;
  for (const layout::Item& item : book.pages[0].items) {
    const auto* link = std::get_if<layout::LinkItem>(&item.content);
    if (link && link->kind == layout::LinkItem::Kind::note_call) targets.push_back(link->target);
  }
  REQUIRE(targets.size() == 8);
  CHECK(std::vector(targets.begin() + 5, targets.end()) ==
        std::vector{*notes[0].first, *notes[1].first, *notes[1].first});
}

TEST_CASE("on the next page a note is full, and numbers count from there") {
  const auto repeats = {kFirst, kFirst, kFirst, kFirst, kFirst, kFirst, kFirst, kFirst};
  const std::string full(kFirst);
  // The first three notes have two lines or one; what a page holds depends on their forms.
  const Typeset numbered({noted(repeats, Repeat::numbered)});
  REQUIRE(numbered.pages.size() == 2);
  CHECK(notes_of(numbered).starts_with("①" + full + "②同①。③同①。"));
  CHECK(notes_of(numbered, 1).starts_with("①" + full + "②同①。"));
  const Typeset above({noted(repeats, Repeat::above)});
  CHECK(notes_of(above, 1).starts_with("①" + full + "②同上。"));
  // Brief notes leave the text more of the page.
  const Typeset all_full({noted({kFirst, kOther, kFirst, kOther, kFirst, kOther, kFirst, kOther}, Repeat::above)});
  CHECK(all_full.pages.size() >= numbered.pages.size());
}

TEST_CASE("numbers that go through a chapter are those notes show") {
  const Typeset book({noted({kOther, kFirst, kFirst, kOther}, Repeat::numbered)},
                     "@page { counter-reset: none } section.chapter { counter-reset: footnote }"
                     "::footnote-marker { content: '[' counter(footnote) ']' }");
  CHECK(notes_of(book) == "[1]" + std::string(kOther) + "[2]" + kFirst + "[3]同[2]。[4]同[1]。");
}

TEST_CASE("a note of another kind between two is no matter where it stands elsewhere") {
  const auto mixed = [](const char* css) {
    document::Section section =
        chapter("", {p({t("一"), cited(kFirst)}), p({t("二"), note({p("按")})}), p({t("三"), cited(kFirst)})});
    citation::mark_repeated(section, Repeat::above);
    return Typeset({section}, css);
  };
  CHECK(notes_of(mixed("")) == "①" + std::string(kFirst) + "②按③" + kFirst);
  const Typeset apart =
      mixed("aside.footnote { -huozi-note-place: section } aside.citation { -huozi-note-place: page }");
  CHECK(notes_of(apart).find("同上。") != std::string::npos);
}

TEST_CASE("a form that takes more lines than the note is not used") {
  const Typeset book({noted({"甲", "甲"}, Repeat::above)}, "aside.footnote { padding-right: 80pt }");
  for (const layout::GalleyNote& each : book.galleys[0].notes) CHECK(each.brief.size() <= each.rows.size());
}
