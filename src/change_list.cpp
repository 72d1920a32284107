#include "change_list.h"

#include <fmt/format.h>

#include "document/front_matter_pages.h"

namespace huozi {
namespace {

using compare::Change;
using compare::Edition;
using compare::Kind;
using compare::Place;
using compare::Range;

// The words of the list, in the book's script.
struct Words {
  std::string_view title, page, line, unseen, removed, changed, moved, paragraphs, picture, heading, no_heading;
};
constexpr Words kSimplified = {"改动一览",     "第{}页", "第{}行", "（未排出）", "删去",        "原作",
                               "移自原第{}页", "等{}段", "换了图", "原来是标题", "原来不是标题"};
constexpr Words kTraditional = {"改動一覽",     "第{}頁", "第{}行", "（未排出）", "刪去",        "原作",
                                "移自原第{}頁", "等{}段", "換了圖", "原來是標題", "原來不是標題"};

class List {
 public:
  List(const document::Book& book, const Edition& before, const Edition& after)
      : before_(before),
        after_(after),
        words_(document::is_traditional_chinese(book.metadata.language) ? kTraditional : kSimplified),
        ids_(book.sections.size()) {
    section_.role = document::SectionRole::back_article;
    section_.name = "changes";
    section_.info.id = ids_.next();
    section_.title.push_back(text(std::string(words_.title)));
  }

  void add(const Change& change) {
    if (change.kind == Kind::added || change.kind == Kind::split || change.kind == Kind::joined) return;
    std::string head = place(after_, change.after, first_byte(change.after, change.marks.in_new));
    document::Paragraph paragraph;
    if (change.kind == Kind::moved) {
      const compare::Line* line =
          compare::line_at(before_.paragraphs[change.before.paragraph], change.before.text.begin);
      const std::string old_page = line == nullptr ? "-" : before_.pages[line->page].label;
      head += "，" + fmt::format(fmt::runtime(words_.moved), old_page) + "：";
      paragraph.children.push_back(text(std::move(head)));
      std::string words = old_words(change.before.paragraph, change.before.text);
      if (change.paragraphs > 1) words += " " + fmt::format(fmt::runtime(words_.paragraphs), change.paragraphs);
      paragraph.children.push_back(text(std::move(words)));
    } else {
      head += fmt::format("，{}：", what(change));
      paragraph.children.push_back(text(std::move(head)));
      add_old(paragraph, change);
    }
    document::Block block;
    block.info.id = ids_.next();
    block.content = std::move(paragraph);
    section_.blocks.push_back(std::move(block));
  }

  document::Section take() { return std::move(section_); }

 private:
  std::string_view what(const Change& change) const {
    if (change.kind == Kind::removed) return words_.removed;
    if (change.kind == Kind::changed) return change.whole ? words_.picture : words_.changed;
    return compare::is_heading(before_.paragraphs[change.before.paragraph]) ? words_.heading : words_.no_heading;
  }

  void add_old(document::Paragraph& paragraph, const Change& change) {
    uint32_t at = change.before.text.begin;
    const auto until = [&](uint32_t end) {
      if (end > at) paragraph.children.push_back(text(old_words(change.before.paragraph, {at, end})));
      at = end;
    };
    for (const Range& mark : change.marks.in_old) {
      until(mark.begin);
      if (mark.end == mark.begin) continue;
      document::Styled struck{document::StyledKind::strikethrough, {}};
      struck.children.push_back(text(old_words(change.before.paragraph, mark)));
      document::Inline node;
      node.info.id = ids_.next();
      node.content = std::move(struck);
      paragraph.children.push_back(std::move(node));
      at = mark.end;
    }
    until(change.before.text.end);
  }

  std::string old_words(uint32_t paragraph, Range range) const {
    std::string out = before_.paragraphs[paragraph].text.substr(range.begin, range.end - range.begin);
    // Code has lines and tabs, which the text of a paragraph has not.
    for (char& c : out) {
      if (c == '\n' || c == '\t' || c == '\r') c = ' ';
    }
    return out;
  }

  std::string place(const Edition& edition, const Place& at, uint32_t byte) const {
    if (at.paragraph == compare::kNowhere) return std::string(words_.unseen);
    const compare::Line* line = compare::line_at(edition.paragraphs[at.paragraph], byte);
    if (line == nullptr) return std::string(words_.unseen);
    std::string out = fmt::format(fmt::runtime(words_.page), edition.pages[line->page].label);
    if (line->line > 0) out += fmt::format(fmt::runtime(words_.line), line->line);
    return out;
  }

  document::Inline text(std::string words) {
    document::Inline node;
    node.info.id = ids_.next();
    node.content = document::Text{std::move(words)};
    return node;
  }

  const Edition& before_;
  const Edition& after_;
  const Words& words_;
  document::GeneratedIds ids_;
  document::Section section_;
};

}  // namespace

document::Section change_list(const document::Book& book, const Edition& before, const Edition& after,
                              const compare::Comparison& comparison) {
  List list(book, before, after);
  for (const Change& change : comparison.changes) list.add(change);
  return list.take();
}

}  // namespace huozi
