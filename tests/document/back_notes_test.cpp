#include "document/back_notes.h"

#include "document/element.h"
#include "document/plain_text.h"
#include "support/builders.h"
#include "support/catch.h"

using namespace huozi;
using namespace huozi::document;
using test::note, test::p, test::t;

namespace {

Section section_of(SectionRole role, const char* title, Blocks blocks) {
  Section section;
  section.role = role;
  section.title = {t(title)};
  section.blocks = std::move(blocks);
  return section;
}

// "甲: 一 二; 丙: 三": each chapter's title and its notes' texts.
std::string shown(const std::vector<BackChapter>& chapters) {
  std::string out;
  for (const BackChapter& chapter : chapters) {
    out += (out.empty() ? "" : "; ") + chapter.title + ":";
    for (const BackNote& each : chapter.notes) {
      const Note& content = std::get<Note>(each.call->content);
      out += " " + plain_text(std::get<Paragraph>(content.blocks.front().content).children);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the notes of chapters are gathered under their titles, in reading order") {
  Book book;
  book.sections = {
      section_of(SectionRole::front_article, "序", {p({t("文"), note({p("前")})})}),
      section_of(SectionRole::chapter, "甲", {p({t("文"), note({p({t("外"), note({p("内")})})}), note({p("次")})})}),
      section_of(SectionRole::chapter, "乙", {p("文")}),
      section_of(SectionRole::chapter, "丙", {p({t("文"), note({p("三")})})}),
      section_of(SectionRole::back_article, "跋", {p({t("文"), note({p("后")})})}),
  };
  const auto all = [](size_t, const Note&) { return true; };
  CHECK(shown(back_notes(book, all)) == "甲: 外 内 次; 丙: 三");
  CHECK(shown(back_notes(book, [](size_t section, const Note&) { return section == 3; })) == "丙: 三");
  CHECK(back_notes(book, [](size_t, const Note&) { return false; }).empty());
}

TEST_CASE("a gathered note is in the language of the block that calls it") {
  Book book;
  book.metadata.language = "zh-Hant";
  book.sections = {
      section_of(SectionRole::chapter, "甲", {p({t("文"), note({p("一")})}), p({t("文"), note({p("二")})})}),
      section_of(SectionRole::chapter, "乙", {p({t("文"), note({p("三")})})})};
  book.sections[0].language = "zh-Hans";
  book.sections[0].blocks[1].info.attributes.lang = "ja";
  const auto chapters = back_notes(book, [](size_t, const Note&) { return true; });
  REQUIRE(chapters.size() == 2);
  CHECK(chapters[0].notes[0].language == "zh-Hans");
  CHECK(chapters[0].notes[1].language == "ja");
  CHECK(chapters[1].notes[0].language == "zh-Hant");
}

TEST_CASE("the section of notes stands behind the last chapter and in the contents") {
  Book book;
  book.metadata.language = "zh-TW";
  book.sections = {section_of(SectionRole::contents, "", {}), section_of(SectionRole::chapter, "甲", {p("文")}),
                   section_of(SectionRole::chapter, "乙", {p("文")}),
                   section_of(SectionRole::back_article, "跋", {p("文")}),
                   section_of(SectionRole::colophon, "版权", {p("文")})};
  for (size_t i = 0; i < book.sections.size(); ++i) book.sections[i].info.id = {static_cast<source::FileId>(i), 0};
  const Book print = with_notes_section(book);
  REQUIRE(print.sections.size() == 6);
  const Section& notes = print.sections[3];
  CHECK(notes.role == SectionRole::endnotes);
  CHECK(notes.name == "endnotes");
  CHECK(plain_text(notes.title) == "註釋");
  CHECK(notes.blocks.empty());
  CHECK(is_back(notes.role));
  CHECK(element_of(notes).classes == std::vector<std::string_view>{"endnotes"});
  std::string listed;
  for (const ContentsEntry& entry : contents_of(print, 3)) listed += entry.title + " ";
  CHECK(listed == "甲 乙 註釋 跋 版权 ");
  CHECK(print.sections[0].blocks.size() == 6);  // the heading and a row for each
}
