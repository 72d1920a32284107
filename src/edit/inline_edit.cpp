#include "edit/inline_edit.h"

#include <algorithm>

#include "document/mark.h"
#include "document/plain_text.h"
#include "document/walk.h"
#include "edit/line_shape.h"

namespace huozi::edit {

using document::Inline;
using document::Inlines;

namespace {

bool is_exact(const Inline& node, const document::Text& text) {
  return node.info.span.end - node.info.span.begin == text.text.size();
}

// An empty span with an id stays: links may lead to it. So do marks.
bool is_empty_styling(const Inline& node) {
  if (!node.info.attributes.id.empty() || document::is_mark(node)) return false;
  const auto* styled = std::get_if<document::Styled>(&node.content);
  const auto* link = std::get_if<document::Link>(&node.content);
  const auto* text = std::get_if<document::Text>(&node.content);
  return (styled != nullptr && styled->children.empty()) || (link != nullptr && link->children.empty()) ||
         (text != nullptr && text->text.empty());
}

void drop_empty(Inlines& nodes) {
  for (Inline& node : nodes) {
    if (auto* styled = std::get_if<document::Styled>(&node.content)) drop_empty(styled->children);
    if (auto* link = std::get_if<document::Link>(&node.content)) drop_empty(link->children);
  }
  std::erase_if(nodes, is_empty_styling);
}

// A removed line break becomes a text of nothing, which drop_empty takes away.
void cut(Inline& node, size_t begin, size_t end, std::string_view rule, Pass& pass) {
  auto* text = std::get_if<document::Text>(&node.content);
  if (text == nullptr) {
    node.content = document::Text{};
    return;
  }
  const bool exact = is_exact(node, *text);
  pass.record(rule, span_within(node, begin, end - begin), text->text.substr(begin, end - begin));
  if (exact && begin == 0) {
    node.info.span.begin += static_cast<uint32_t>(end);
  } else if (exact && end == text->text.size()) {
    node.info.span.end -= static_cast<uint32_t>(end - begin);
  }
  text->text.erase(begin, end - begin);
}

}  // namespace

source::Span span_within(const Inline& text_node, size_t offset, size_t length) {
  const auto* text = std::get_if<document::Text>(&text_node.content);
  source::Span span = text_node.info.span;
  if (text == nullptr || !is_exact(text_node, *text)) return span;
  span.begin += static_cast<uint32_t>(offset);
  span.end = span.begin + static_cast<uint32_t>(length);
  return span;
}

source::Span joined(source::Span first, source::Span last) {
  if (first.file != last.file) return first;
  return {first.file, std::min(first.begin, last.begin), std::max(first.end, last.end)};
}

void erase_text(Inlines& nodes, size_t begin, size_t end, std::string_view rule, Pass& pass) {
  size_t offset = 0;
  document::for_each_inline(
      nodes,
      [&](Inline& node) {
        const auto* text = std::get_if<document::Text>(&node.content);
        if (text == nullptr && !std::holds_alternative<document::LineBreak>(node.content)) return;
        const size_t length = text != nullptr ? text->text.size() : 1;
        const size_t from = std::clamp(begin, offset, offset + length);
        const size_t to = std::clamp(end, offset, offset + length);
        if (from < to) cut(node, from - offset, to - offset, rule, pass);
        offset += length;
      },
      document::Notes::skip);
  drop_empty(nodes);
}

void trim_text(Inlines& nodes, std::string_view rule, Pass& pass) {
  const std::string text = document::plain_text(nodes);
  const std::string_view kept = trimmed(text);
  if (kept.size() == text.size()) return;
  const auto front = static_cast<size_t>(kept.data() - text.data());
  erase_text(nodes, front + kept.size(), text.size(), rule, pass);
  erase_text(nodes, 0, front, rule, pass);
}

Inlines split_off(Inlines& nodes, size_t offset, document::Document& document) {
  Inlines tail;
  size_t i = 0;
  for (; i < nodes.size(); ++i) {
    const size_t length = document::plain_text(nodes[i]).size();
    if (offset < length) break;
    offset -= length;
  }
  if (i == nodes.size()) return tail;
  Inline& node = nodes[i];
  const auto split_children = [&](auto& styling) {
    Inline rest = node;
    rest.info.id = document.make_id();
    std::get<std::remove_reference_t<decltype(styling)>>(rest.content).children =
        split_off(styling.children, offset, document);
    tail.push_back(std::move(rest));
    ++i;
  };
  if (offset > 0) {
    if (auto* text = std::get_if<document::Text>(&node.content)) {
      Inline rest = node;
      rest.info.id = document.make_id();
      rest.info.span = span_within(node, offset, text->text.size() - offset);
      rest.content = document::Text{text->text.substr(offset)};
      node.info.span = span_within(node, 0, offset);
      text->text.resize(offset);
      tail.push_back(std::move(rest));
      ++i;
    } else if (auto* styled = std::get_if<document::Styled>(&node.content)) {
      split_children(*styled);
    } else if (auto* link = std::get_if<document::Link>(&node.content)) {
      split_children(*link);
    }  // ruby is not divided: all of it follows the cut
  }
  const auto from = nodes.begin() + static_cast<std::ptrdiff_t>(i);
  tail.insert(tail.end(), std::make_move_iterator(from), std::make_move_iterator(nodes.end()));
  nodes.erase(from, nodes.end());
  return tail;
}

void unwrap_strong(Inlines& nodes) {
  Inlines out;
  for (document::Inline& node : nodes) {
    auto* styled = std::get_if<document::Styled>(&node.content);
    const document::Attributes& attributes = node.info.attributes;
    const bool bare =
        styled != nullptr && attributes.id.empty() && attributes.lang.empty() && attributes.classes.empty();
    if (bare && styled->kind == document::StyledKind::span) unwrap_strong(styled->children);
    if (bare && (styled->kind == document::StyledKind::strong || styled->kind == document::StyledKind::span)) {
      out.insert(out.end(), std::make_move_iterator(styled->children.begin()),
                 std::make_move_iterator(styled->children.end()));
    } else {
      out.push_back(std::move(node));
    }
  }
  nodes = std::move(out);
}

bool is_empty(const Inlines& nodes) {
  bool shows = false;
  document::for_each_inline(nodes, [&](const Inline& node) {
    const auto* text = std::get_if<document::Text>(&node.content);
    const bool nothing = std::holds_alternative<document::LineBreak>(node.content) ||
                         (node.info.attributes.id.empty() && !document::is_mark(node) &&
                          (std::holds_alternative<document::Styled>(node.content) ||
                           std::holds_alternative<document::Link>(node.content)));
    if (text != nullptr ? !trimmed(text->text).empty() : !nothing) shows = true;
  });
  return !shows;
}

bool has_image(const Inlines& nodes) {
  bool found = false;
  document::for_each_inline(
      nodes, [&](const Inline& node) { found = found || std::holds_alternative<document::Image>(node.content); },
      document::Notes::skip);
  return found;
}

document::Paragraph* paragraph_of(document::Block& block) {
  return std::get_if<document::Paragraph>(&block.content);
}
const document::Paragraph* paragraph_of(const document::Block& block) {
  return std::get_if<document::Paragraph>(&block.content);
}

Inline make_inline(Pass& pass, source::Span span, decltype(Inline::content) content) {
  return {{pass.document.make_id(), span, {}}, std::move(content)};
}

document::Block make_block(Pass& pass, source::Span span, decltype(document::Block::content) content) {
  return {{pass.document.make_id(), span, {}}, std::move(content)};
}

}  // namespace huozi::edit
