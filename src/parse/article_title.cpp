#include "parse/article_title.h"

#include <optional>

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

struct Place {
  Blocks* flow;
  Blocks::iterator heading;
};

// In the article or a division of it.
std::optional<Place> first_heading(Blocks& flow) {
  for (auto block = flow.begin(); block != flow.end(); ++block) {
    if (std::holds_alternative<Heading>(block->content)) return Place{&flow, block};
    if (auto* division = std::get_if<Division>(&block->content)) {
      if (auto found = first_heading(division->children)) return found;
    }
  }
  return std::nullopt;
}

}  // namespace

void take_title(Document& document, Audit& audit) {
  const auto place = first_heading(document.blocks);
  if (!place) return;
  auto& [flow, first] = *place;
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
  flow->erase(first);
}

}  // namespace huozi::parse
