#include "change_bar_places.h"

namespace huozi {
namespace {

using compare::Change;
using compare::Kind;
using compare::Paragraph;
using compare::Range;

class Places {
 public:
  explicit Places(const compare::Edition& after) : after_(after) {}

  void add(const Change& change) {
    if (change.after.paragraph == compare::kNowhere) return;
    const Paragraph& paragraph = after_.paragraphs[change.after.paragraph];
    switch (change.kind) {
      case Kind::added:
        add_bar(paragraph, change.after.text);
        break;
      case Kind::removed:
        add_wedge(paragraph, change.after.text.begin);
        break;
      case Kind::changed:
        if (change.whole) add_bar(paragraph, change.after.text);
        for (const Range& mark : change.marks.in_new) {
          if (mark.begin == mark.end && paragraph.element != compare::kPicture) add_wedge(paragraph, mark.begin);
          add_bar(paragraph, mark);
        }
        break;
      case Kind::moved:
        add_moved(change);
        break;
      case Kind::recast:
        add_bar(paragraph, change.after.text);
        break;
      case Kind::split:
      case Kind::joined:
        add_bar(paragraph, {change.after.text.begin, change.after.text.begin + 1});
        break;
    }
  }

  ChangeBarPlaces take() { return std::move(out_); }

 private:
  // Lines that show something of the range.
  void add_bar(const Paragraph& paragraph, Range range) {
    if (paragraph.element == compare::kPicture) {
      out_.pictures.insert(paragraph.id);
      return;
    }
    for (size_t i = 0; i < paragraph.lines.size(); ++i) {
      const uint32_t begin = i == 0 ? 0 : paragraph.lines[i].text_begin;
      const uint32_t end = i + 1 < paragraph.lines.size() ? paragraph.lines[i + 1].text_begin : UINT32_MAX;
      if (range.begin < end && begin < range.end) out_.bars.emplace(paragraph.lines[i].page, paragraph.lines[i].line);
    }
  }

  void add_wedge(const Paragraph& paragraph, uint32_t byte) {
    const compare::Line* line = compare::line_at(paragraph, byte);
    if (line != nullptr) out_.wedges.emplace(line->page, line->line);
  }

  // Notes and pictures among the paragraphs of the body moved with them; of notes the body is no part.
  void add_moved(const Change& change) {
    const Paragraph& first = after_.paragraphs[change.after.paragraph];
    const bool of_body = !first.note && first.element != compare::kPicture;
    uint32_t left = change.paragraphs;
    for (size_t p = change.after.paragraph; p < after_.paragraphs.size() && left > 0; ++p) {
      const Paragraph& each = after_.paragraphs[p];
      const bool counts =
          each.note == first.note && (each.element == compare::kPicture) == !of_body && !each.text.empty();
      if (!each.part.empty() || !(counts || of_body)) continue;
      add_bar(each, {0, UINT32_MAX});
      if (counts) --left;
    }
  }

  const compare::Edition& after_;
  ChangeBarPlaces out_;
};

}  // namespace

ChangeBarPlaces change_bar_places(const compare::Edition& after, const compare::Comparison& comparison) {
  Places places(after);
  for (const Change& change : comparison.changes) places.add(change);
  return places.take();
}

}  // namespace huozi
