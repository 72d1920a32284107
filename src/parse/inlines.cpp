#include "parse/inlines.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/mark.h"
#include "document/walk.h"

namespace huozi::parse {

using namespace document;

Inline make_text(Span span, std::string text) {
  return {{{}, span, {}}, Text{std::move(text)}};
}

Inline make_styled(StyledKind kind, Span span, Inlines children) {
  return {{{}, span, {}}, Styled{kind, std::move(children)}};
}

Block make_paragraph(Span span, Inlines children) {
  return {{{}, span, {}}, Paragraph{std::move(children)}};
}

Span joined(Span first, Span last) {
  if (first.file == source::kNoFile) return last;
  if (last.file == source::kNoFile) return first;
  return {first.file, std::min(first.begin, last.begin), std::max(first.end, last.end)};
}

Span span_of(const Inlines& inlines) {
  Span span;
  for (const Inline& node : inlines) span = joined(span, node.info.span);
  return span;
}

bool is_blank(const Inlines& inlines) {
  bool blank = true;
  for_each_inline(
      inlines,
      [&](const Inline& node) {
        if (const auto* text = std::get_if<Text>(&node.content)) {
          if (text->text.find_first_not_of(" \t\n\f\r") != std::string::npos) blank = false;
        } else if (is_mark(node) ||
                   (!std::holds_alternative<Styled>(node.content) && !std::holds_alternative<Link>(node.content) &&
                    !std::holds_alternative<LineBreak>(node.content))) {
          blank = false;
        }
      },
      Notes::skip);
  return blank;
}

bool has_image(const Inlines& inlines) {
  bool found = false;
  for_each_inline(
      inlines, [&](const Inline& node) { found = found || std::holds_alternative<Image>(node.content); }, Notes::skip);
  return found;
}

namespace {

Inlines* children_of(Inline& node) {
  if (auto* styled = std::get_if<Styled>(&node.content)) return &styled->children;
  if (auto* link = std::get_if<Link>(&node.content)) return &link->children;
  return nullptr;
}

bool is_any_blank(char32_t cp) {
  return cp == ' ' || cp == '\t' || cp == '\n' || cp == '\f' || cp == '\r' || cp == 0xA0 || cp == 0x3000 ||
         (cp >= 0x2000 && cp <= 0x200B) || cp == 0xFEFF;
}

bool is_break(const Inline& node) {
  return std::holds_alternative<LineBreak>(node.content);
}

// What a line of nothing holds: blanks of any kind, styled or not.
bool is_blank_node(const Inline& node) {
  const auto* styled = std::get_if<Styled>(&node.content);
  if (styled && node.info.attributes.id.empty() && !is_mark(node)) {
    return std::all_of(styled->children.begin(), styled->children.end(), is_blank_node);
  }
  const auto* text = std::get_if<Text>(&node.content);
  if (!text) return false;
  for (const auto item : base::CodePoints(text->text)) {
    if (!is_any_blank(item.code_point)) return false;
  }
  return true;
}

// A line within a paragraph that begins as a paragraph does: behind the break at `i`, or at the beginning (npos), two
// ems of blanks, as U+3000 or as references.
bool begins_indented(const Inlines& inlines, size_t i) {
  int halves = 0;  // of an em
  for (size_t j = i + 1; j < inlines.size(); ++j) {
    const auto* text = std::get_if<Text>(&inlines[j].content);
    if (!text) return false;
    for (const auto item : base::CodePoints(text->text)) {
      if (!is_any_blank(item.code_point)) return false;
      if (item.code_point == 0x3000 || item.code_point == 0x2003) halves += 2;
      if (item.code_point == 0xA0 || item.code_point == 0x2002) halves += 1;
      if (halves >= 4) return true;
    }
  }
  return false;
}

// Every line is indented: the breaks part paragraphs.
bool all_lines_indented(const Inlines& inlines) {
  if (!begins_indented(inlines, std::string::npos)) return false;
  for (size_t i = 0; i < inlines.size(); ++i) {
    const bool last = i + 1 == inlines.size();
    if (is_break(inlines[i]) && !last && !is_break(inlines[i + 1]) && !begins_indented(inlines, i)) return false;
  }
  return true;
}

}  // namespace

std::vector<Inlines> split_at_blank_lines(Inlines inlines) {
  std::vector<Inlines> parts(1);
  const bool break_parts = all_lines_indented(inlines);
  for (size_t i = 0; i < inlines.size(); ++i) {
    Inline& node = inlines[i];
    if (is_break(node)) {
      size_t last = i;
      for (size_t j = i + 1; j < inlines.size() && (is_break(inlines[j]) || is_blank_node(inlines[j])); ++j) {
        if (is_break(inlines[j])) last = j;
      }
      if (last > i || break_parts) {
        parts.emplace_back();
        // Blanks between the breaks are the next part's indent, which the audit wants to know of.
        for (size_t j = i + 1; j < last; ++j) {
          if (!is_break(inlines[j])) parts.back().push_back(std::move(inlines[j]));
        }
        i = last;
        continue;
      }
    }
    Inlines* children = children_of(node);
    std::vector<Inlines> inner;
    if (children) inner = split_at_blank_lines(std::move(*children));
    for (size_t k = 0; k < inner.size(); ++k) {
      if (k > 0) parts.emplace_back();
      Inline part = k + 1 < inner.size() ? node : std::move(node);
      if (k > 0) part.info.attributes.id.clear();
      if (inner.size() > 1) part.info.span = span_of(inner[k]);
      *children_of(part) = std::move(inner[k]);
      parts.back().push_back(std::move(part));
    }
    if (!children) parts.back().push_back(std::move(node));
  }
  return parts;
}

void join_lines(Inlines& to, Inlines from) {
  if (from.empty()) return;
  if (!to.empty()) {
    const Span span = {from.front().info.span.file, from.front().info.span.begin, from.front().info.span.begin};
    to.push_back({{{}, span, {}}, LineBreak{}});
  }
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

namespace {

void append_text(Inline& to, const Inline& from) {
  std::string& text = std::get<Text>(to.content).text;
  const std::string& more = std::get<Text>(from.content).text;
  Span& span = to.info.span;
  const Span next = from.info.span;
  const bool exact = span.end - span.begin == text.size() && next.end - next.begin == more.size() &&
                     span.end == next.begin && span.file == next.file;
  text += more;
  span = joined(span, next);
  // A span as long as its text promises that the source writes the text so.
  if (!exact && span.end - span.begin == text.size()) --span.end;
}

bool mergeable(const Inline& a, const Inline& b) {
  if (a.content.index() != b.content.index()) return false;
  if (std::holds_alternative<Text>(a.content)) return true;
  if (!one_element(a.info.attributes, b.info.attributes)) return false;
  if (const auto* styled = std::get_if<Styled>(&a.content)) {
    return styled->kind == std::get<Styled>(b.content).kind;
  }
  if (const auto* link = std::get_if<Link>(&a.content)) return link->target == std::get<Link>(b.content).target;
  return false;
}

bool says_nothing(const Inline& node) {
  const auto* styled = std::get_if<Styled>(&node.content);
  const Attributes& attributes = node.info.attributes;
  return styled && styled->kind == StyledKind::span && attributes.id.empty() && attributes.classes.empty() &&
         attributes.lang.empty() && attributes.values.empty();
}

}  // namespace

void append_merged(Inlines& to, Inline node) {
  if (says_nothing(node)) {
    for (Inline& child : std::get<Styled>(node.content).children) append_merged(to, std::move(child));
    return;
  }
  if (to.empty() || !mergeable(to.back(), node)) {
    to.push_back(std::move(node));
    return;
  }
  if (std::holds_alternative<Text>(node.content)) {
    append_text(to.back(), node);
    return;
  }
  to.back().info.span = joined(to.back().info.span, node.info.span);
  Inlines* children = children_of(to.back());
  for (Inline& child : *children_of(node)) append_merged(*children, std::move(child));
}

Inlines take_text(Blocks& blocks) {
  Inlines text;
  Blocks others;
  for (Block& block : blocks) {
    if (auto* paragraph = std::get_if<Paragraph>(&block.content)) {
      join_lines(text, std::move(paragraph->children));
    } else if (auto* heading = std::get_if<Heading>(&block.content)) {
      join_lines(text, std::move(heading->children));
    } else {
      others.push_back(std::move(block));
    }
  }
  blocks = std::move(others);
  return text;
}

std::string words_of(const Blocks& blocks) {
  std::string words;
  walk(
      blocks, Notes::skip,
      [&](const Block& block) {
        if (const auto* code = std::get_if<CodeBlock>(&block.content)) words += code->text;
      },
      [&](const Inline& node) {
        if (const auto* text = std::get_if<Text>(&node.content)) words += text->text;
        if (const auto* image = std::get_if<Image>(&node.content)) words += image->alternative;
        if (const auto* ruby = std::get_if<Ruby>(&node.content)) {
          for (const Ruby::Pair& pair : ruby->pairs) words += pair.text;
        }
      });
  return words;
}

}  // namespace huozi::parse
