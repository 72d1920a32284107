#include "edit/lines.h"

#include <algorithm>

#include "document/plain_text.h"
#include "edit/inline_edit.h"
#include "edit/item_number.h"
#include "edit/line_shape.h"
#include "edit/paragraph_style.h"

namespace huozi::edit {
namespace {

constexpr size_t kLongestVerseLine = 24;
constexpr size_t kVerseLines = 4;

// Short, without a dash, a number or a colon that would make it part of something else.
bool is_verse_line(const Line& line) {
  return line.is_paragraph() && line.length <= kLongestVerseLine && dash_length(line.text) == 0 &&
         !announces(line.text) && !item_number(line.text) && !(line.strong && line.is_numbered());
}

// Four short lines in a row, or more, are verse, a list or an address.
void mark_verse(std::vector<Line>& lines) {
  for (size_t i = 0; i < lines.size();) {
    size_t end = i;
    while (end < lines.size() && is_verse_line(lines[end])) ++end;
    for (size_t k = i; k < end; ++k) lines[k].in_verse = end - i >= kVerseLines;
    i = std::max(end, i + 1);
  }
}

}  // namespace

std::vector<Line> lines_of(const document::Blocks& flow) {
  std::vector<Line> lines;
  lines.reserve(flow.size());
  for (const document::Block& block : flow) {
    Line line;
    line.block = &block;
    if (const document::Paragraph* paragraph = paragraph_of(block)) {
      line.text = trimmed(document::plain_text(paragraph->children));
      line.length = character_count(line.text);
      line.strong = is_wholly_strong(paragraph->children);
      line.plain = is_plain(paragraph->children);
      line.family = document::family_of(line.text);
      line.number = document::number_in(line.text);
    }
    lines.push_back(std::move(line));
  }
  mark_verse(lines);
  return lines;
}

size_t verse_end(const std::vector<Line>& lines, size_t begin) {
  size_t end = begin;
  while (end < lines.size() && lines[end].in_verse) ++end;
  return end;
}

}  // namespace huozi::edit
