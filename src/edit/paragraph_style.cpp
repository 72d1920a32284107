#include "edit/paragraph_style.h"

#include <algorithm>
#include <array>

#include "edit/line_shape.h"

namespace huozi::edit {

using document::Inline;
using document::Inlines;

namespace {

bool is_aligned(const document::Block& block, std::string_view alignment) {
  for (const std::string_view key : {std::string_view("text-align"), std::string_view("align")}) {
    const std::string* value = block.info.attributes.value(key);
    if (value != nullptr && trimmed(*value) == alignment) return true;
  }
  return false;
}

bool is_blank_text(const Inline& node) {
  const auto* text = std::get_if<document::Text>(&node.content);
  return text != nullptr && trimmed(text->text).empty();
}

const document::Styled* styled_as(const Inline& node, document::StyledKind kind) {
  const auto* styled = std::get_if<document::Styled>(&node.content);
  return styled != nullptr && styled->kind == kind ? styled : nullptr;
}

// Text, links, styling of any kind: words and nothing else.
bool holds_words_only(const Inlines& nodes) {
  return std::all_of(nodes.begin(), nodes.end(), [](const Inline& node) {
    if (const auto* styled = std::get_if<document::Styled>(&node.content)) return holds_words_only(styled->children);
    if (const auto* link = std::get_if<document::Link>(&node.content)) return holds_words_only(link->children);
    return std::holds_alternative<document::Text>(node.content) || std::holds_alternative<document::Note>(node.content);
  });
}

// Every node that shows is a span for which `test` holds, or a span of such nodes.
template <typename Test>
bool all_within(const Inlines& nodes, const Test& test) {
  bool some = false;
  for (const Inline& node : nodes) {
    if (is_blank_text(node) || std::holds_alternative<document::Note>(node.content)) continue;
    some = true;
    if (test(node)) continue;
    const document::Styled* span = styled_as(node, document::StyledKind::span);
    if (span == nullptr || !all_within(span->children, test)) return false;
  }
  return some;
}

}  // namespace

bool is_centred(const document::Block& block) {
  return is_aligned(block, "center");
}
bool is_right_aligned(const document::Block& block) {
  return is_aligned(block, "right");
}

bool is_wholly_strong(const Inlines& nodes) {
  return all_within(nodes, [](const Inline& node) {
    const document::Styled* strong = styled_as(node, document::StyledKind::strong);
    return strong != nullptr && holds_words_only(strong->children);
  });
}

bool begins_with_strong(const Inlines& nodes) {
  bool strong = false;
  for (const Inline& node : nodes) {
    if (is_blank_text(node)) continue;
    if (std::holds_alternative<document::LineBreak>(node.content)) return false;
    if (strong) return true;
    const document::Styled* first = styled_as(node, document::StyledKind::strong);
    if (first == nullptr || !holds_words_only(first->children)) return false;
    strong = true;
  }
  return false;
}

bool is_plain(const Inlines& nodes) {
  return std::all_of(nodes.begin(), nodes.end(), [](const Inline& node) {
    const document::Styled* span = styled_as(node, document::StyledKind::span);
    return (span != nullptr && is_plain(span->children)) || std::holds_alternative<document::Text>(node.content) ||
           std::holds_alternative<document::Note>(node.content);
  });
}

bool is_grey(const Inlines& nodes) {
  return all_within(nodes, [](const Inline& node) {
    const document::Styled* span = styled_as(node, document::StyledKind::span);
    if (span == nullptr) return false;
    constexpr std::array<std::string_view, 6> kGreys = {"#666", "#888", "#999", "#7f7f7f", "gray", "grey"};
    for (const std::string_view key : {std::string_view("color"), std::string_view("style")}) {
      const std::string* value = node.info.attributes.value(key);
      if (value == nullptr) continue;
      if (std::any_of(kGreys.begin(), kGreys.end(), [&](std::string_view grey) { return contains(*value, grey); })) {
        return true;
      }
    }
    return false;
  });
}

}  // namespace huozi::edit
