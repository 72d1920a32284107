// A heading that says its words twice, once plainly and once in bold, as pages with a hidden copy do, says them once.
#include "document/plain_text.h"
#include "document/walk.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Inlines;

namespace {

// A plain part and a styled one beside each other that say the same; `styled` is the styled one's place.
struct Repetition {
  size_t styled;
  std::string words;
};

std::optional<Repetition> find_repetition(const Inlines& nodes) {
  if (nodes.size() != 2) return std::nullopt;
  const auto is_styled = [](const document::Inline& node) {
    const auto* styled = std::get_if<document::Styled>(&node.content);
    return styled != nullptr && node.info.attributes.id.empty() && node.info.attributes.classes.empty() &&
           !has_image(styled->children);
  };
  const auto is_text = [](const document::Inline& node) {
    return std::holds_alternative<document::Text>(node.content);
  };
  const size_t styled = is_styled(nodes[1]) ? 1 : 0;
  if (!is_styled(nodes[styled]) || !is_text(nodes[1 - styled])) return std::nullopt;
  const std::string words = document::plain_text(nodes[styled]);
  const std::string other = document::plain_text(nodes[1 - styled]);
  if (trimmed(words) != trimmed(other) || character_count(trimmed(words)) < 2) return std::nullopt;
  bool notes = false;
  document::for_each_note(nodes, [&](const document::Inline&, const document::Note&) { notes = true; });
  if (notes) return std::nullopt;
  return Repetition{styled, words};
}

}  // namespace

void drop_repeated_words(Pass& pass) {
  document::for_each_block(
      pass.document.blocks,
      [&](document::Block& block) {
        auto* heading = std::get_if<document::Heading>(&block.content);
        if (heading == nullptr) return;
        const auto found = find_repetition(heading->children);
        if (!found) return;
        pass.decide("heading.repeated-words", block.info.span, 90, "the same words plainly and in bold");
        const size_t begin = found->styled == 0 ? 0 : document::plain_text(heading->children[0]).size();
        erase_text(heading->children, begin, begin + found->words.size(), "edit.repeated-words", pass);
      },
      document::Notes::skip);
}

}  // namespace huozi::edit
