#include "parse/article_title.h"

#include <algorithm>

#include "document/plain_text.h"
#include "document/walk.h"

namespace huozi::parse {

using namespace document;

namespace {

// Only text: no picture, note or link would be lost with the heading.
bool is_text_only(const Inlines& inlines) {
  bool plain = true;
  for_each_inline(inlines, [&](const Inline& node) {
    plain = plain && (std::holds_alternative<Text>(node.content) || std::holds_alternative<Styled>(node.content) ||
                      std::holds_alternative<LineBreak>(node.content));
  });
  return plain;
}

}  // namespace

void take_title(Document& document, Audit& audit) {
  const auto first = std::find_if(document.blocks.begin(), document.blocks.end(),
                                  [](const Block& block) { return std::holds_alternative<Heading>(block.content); });
  if (first == document.blocks.end()) return;
  const auto& heading = std::get<Heading>(first->content);
  if (heading.level != 1) return;
  ArticleMetadata& metadata = document.metadata;
  const std::string text = plain_text(heading.children);
  if (metadata.title.empty()) {
    metadata.title = text;
    metadata.title_span = first->info.span;
  } else if (metadata.title == text) {
    audit.entries.push_back({"parse.repeated-title", first->info.span, text, {}});
  } else {
    return;
  }
  if (first->info.attributes.has_class("unnumbered")) metadata.numbered = false;
  if (!is_text_only(heading.children)) return;
  metadata.title_id = first->info.attributes.id;
  document.blocks.erase(first);
}

}  // namespace huozi::parse
