#include "parse/inlines.h"

#include <algorithm>

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

bool is_break(const Inline& node) {
  return std::holds_alternative<LineBreak>(node.content);
}

bool is_blank_text(const Inline& node) {
  const auto* text = std::get_if<Text>(&node.content);
  return text && text->text.find_first_not_of(" \t\n\f\r") == std::string::npos;
}

}  // namespace

std::vector<Inlines> split_at_blank_lines(Inlines inlines) {
  std::vector<Inlines> parts(1);
  for (size_t i = 0; i < inlines.size(); ++i) {
    Inline& node = inlines[i];
    if (is_break(node)) {
      size_t last = i;
      for (size_t j = i + 1; j < inlines.size() && (is_break(inlines[j]) || is_blank_text(inlines[j])); ++j) {
        if (is_break(inlines[j])) last = j;
      }
      if (last > i) {
        parts.emplace_back();
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
