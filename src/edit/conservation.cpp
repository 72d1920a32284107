#include "edit/conservation.h"

#include "base/utf8.h"
#include "document/walk.h"
#include "edit/han_count.h"
#include "edit/source_text.h"

namespace huozi::edit {

using namespace document;

namespace {

// Takes from `count` what a reader sees or hears.
void take_text(const Document& document, HanCount& count) {
  const auto take = [&](std::string_view text) { count.add(text, -1); };
  document::walk(
      document.blocks, Notes::enter,
      [&](const Block& block) {
        if (const auto* code = std::get_if<CodeBlock>(&block.content)) take(code->text);
      },
      [&](const Inline& node) {
        if (const auto* text = std::get_if<Text>(&node.content)) {
          take(text->text);
        } else if (const auto* image = std::get_if<Image>(&node.content)) {
          take(image->alternative);
        } else if (const auto* ruby = std::get_if<Ruby>(&node.content)) {
          for (const Ruby::Pair& pair : ruby->pairs) take(pair.text);
        }
      });
}

}  // namespace

Conservation check_conservation(std::string_view body, std::string_view title, const Document& document,
                                const Audit& audit) {
  constexpr size_t kShown = 20;
  Conservation result;
  // What the source has less what is kept, and what was put in: one count, because each is as long as a table of all
  // characters.
  HanCount balance, markup, removed;
  part_source(
      body, [&](std::string_view piece) { balance.add(piece); }, [&](std::string_view piece) { markup.add(piece); });
  result.source = balance.total();
  take_text(document, balance);
  balance.add(title, -1);
  result.kept = result.source - balance.total();
  for (const AuditEntry& entry : audit.entries) {
    if (entry.rule.starts_with("address.")) continue;  // no text
    removed.add(entry.removed);
    balance.add(entry.replaced_by);
  }
  result.removed = removed.total();
  result.added = balance.total() - (result.source - result.kept);

  // What was put in may have been removed again, and does not make up for what the source had.
  balance.add(removed, -1);
  result.lost = balance.surplus_total();
  if (result.lost > 0) result.lost_characters = base::to_utf8(balance.surplus(kShown));
  balance.add(removed);
  balance.add(markup);
  result.gained = balance.surplus_total(-1);
  if (result.gained > 0) result.gained_characters = base::to_utf8(balance.surplus(kShown, -1));
  result.markup = result.kept + result.removed - result.added - (result.source - result.lost) - result.gained;
  return result;
}

}  // namespace huozi::edit
