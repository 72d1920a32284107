// What scraping leaves behind: words split over equal tags, blanks at the edges, paragraphs of nothing.
#include "document/plain_text.h"
#include "document/walk.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Inline;
using document::Inlines;

namespace {

// Moves the second's content to the end of the first, when they are one thing that was split.
bool join(Inline& first, Inline& second) {
  if (!one_element(first.info.attributes, second.info.attributes)) return false;
  const auto append = [](Inlines& to, Inlines& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  if (auto* a = std::get_if<document::Styled>(&first.content)) {
    auto* b = std::get_if<document::Styled>(&second.content);
    if (b == nullptr || a->kind != b->kind) return false;
    append(a->children, b->children);
  } else if (auto* link = std::get_if<document::Link>(&first.content)) {
    auto* b = std::get_if<document::Link>(&second.content);
    if (b == nullptr || link->target != b->target) return false;
    append(link->children, b->children);
  } else if (auto* text = std::get_if<document::Text>(&first.content)) {
    // Only where the source has them side by side: a joined text must still map to its bytes.
    auto* b = std::get_if<document::Text>(&second.content);
    if (b == nullptr || first.info.span.end != second.info.span.begin) return false;
    text->text += b->text;
  } else {
    return false;
  }
  first.info.span = joined(first.info.span, second.info.span);
  return true;
}

void join_split(Inlines& nodes) {
  Inlines kept;
  for (Inline& node : nodes) {
    if (kept.empty() || !join(kept.back(), node)) kept.push_back(std::move(node));
  }
  nodes = std::move(kept);
  for (Inline& node : nodes) {
    if (auto* styled = std::get_if<document::Styled>(&node.content)) join_split(styled->children);
    if (auto* link = std::get_if<document::Link>(&node.content)) join_split(link->children);
  }
}

}  // namespace

void tidy(Pass& pass) {
  document::for_each_text(pass.document.blocks, [&](Inlines& nodes) {
    join_split(nodes);
    trim_text(nodes, "edit.blank", pass);
  });
  for (document::Blocks* flow : flows(pass.document, Flows::quoted)) {
    std::erase_if(*flow, [](const document::Block& block) {
      const document::Paragraph* paragraph = paragraph_of(block);
      return paragraph != nullptr && block.info.attributes.id.empty() &&
             !block.info.attributes.has_class("page-break") && is_empty(paragraph->children);
    });
  }
}

}  // namespace huozi::edit
