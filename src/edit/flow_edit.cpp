#include "edit/flow_edit.h"

#include <iterator>

#include "document/plain_text.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"

namespace huozi::edit {

using document::Block;
using document::Blocks;
using document::Inlines;

Blocks wrapped(Blocks flow, const std::vector<BlockRange>& ranges, Pass& pass) {
  if (ranges.empty()) return flow;
  Blocks out;
  size_t done = 0;
  const auto move_until = [&](size_t end, Blocks& to) {
    std::move(flow.begin() + static_cast<std::ptrdiff_t>(done), flow.begin() + static_cast<std::ptrdiff_t>(end),
              std::back_inserter(to));
    done = end;
  };
  for (const BlockRange& range : ranges) {
    move_until(range.begin, out);
    const source::Span span = joined(flow[range.begin].info.span, flow[range.end - 1].info.span);
    document::Division division;
    move_until(range.end, division.children);
    out.push_back(make_block(pass, span, std::move(division)));
    out.back().info.attributes.classes.push_back(range.class_name);
    pass.record("edit." + range.class_name, span);
  }
  move_until(flow.size(), out);
  return out;
}

std::vector<Inlines> lines_in(Inlines nodes) {
  std::vector<Inlines> lines(1);
  for (document::Inline& node : nodes) {
    if (std::holds_alternative<document::LineBreak>(node.content)) {
      lines.emplace_back();
    } else {
      lines.back().push_back(std::move(node));
    }
  }
  return lines;
}

Block paragraph_of_lines(const Block& other, std::vector<Inlines> lines, Pass& pass) {
  document::Paragraph paragraph;
  source::Span span = other.info.span;
  for (Inlines& line : lines) {
    if (line.empty()) continue;
    if (paragraph.children.empty()) {
      span = joined(line.front().info.span, line.back().info.span);
    } else {
      span = joined(span, line.back().info.span);
      const source::Span at{span.file, line.front().info.span.begin, line.front().info.span.begin};
      paragraph.children.push_back(make_inline(pass, at, document::LineBreak{}));
    }
    std::move(line.begin(), line.end(), std::back_inserter(paragraph.children));
  }
  Block block = make_block(pass, span, std::move(paragraph));
  block.info.attributes = other.info.attributes;
  block.info.attributes.id.clear();
  return block;
}

std::string text_of(const Block& block) {
  const document::Paragraph* paragraph = paragraph_of(block);
  return paragraph == nullptr ? std::string() : std::string(trimmed(document::plain_text(paragraph->children)));
}

}  // namespace huozi::edit
