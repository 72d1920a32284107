#include "edit/conservation.h"

#include "base/utf8.h"
#include "document/walk.h"
#include "edit/han_count.h"
#include "edit/source_text.h"

namespace huozi::edit {

using namespace document;

namespace {

// What a reader sees or hears.
HanCount count_text(const Document& document) {
  HanCount count;
  document::walk(
      document.blocks, Notes::enter,
      [&](const Block& block) {
        if (const auto* code = std::get_if<CodeBlock>(&block.content)) count.add(code->text);
      },
      [&](const Inline& node) {
        if (const auto* text = std::get_if<Text>(&node.content)) {
          count.add(text->text);
        } else if (const auto* image = std::get_if<Image>(&node.content)) {
          count.add(image->alternative);
        } else if (const auto* ruby = std::get_if<Ruby>(&node.content)) {
          for (const Ruby::Pair& pair : ruby->pairs) count.add(pair.text);
        }
      });
  return count;
}

}  // namespace

Conservation check_conservation(std::string_view body, std::string_view title, const Document& document,
                                const Audit& audit) {
  constexpr size_t kShown = 20;
  HanCount text, markup;
  part_source(
      body, [&](std::string_view piece) { text.add(piece); }, [&](std::string_view piece) { markup.add(piece); });
  HanCount kept = count_text(document);
  kept.add(title);
  HanCount removed, added;
  for (const AuditEntry& entry : audit.entries) {
    if (entry.rule.starts_with("address.")) continue;  // no text
    removed.add(entry.removed);
    added.add(entry.replaced_by);
  }

  Conservation result;
  result.source = text.total();
  result.kept = kept.total();
  result.removed = removed.total();
  result.added = added.total();
  // What was put in may have been removed again, and does not make up for what the source had.
  HanCount lost = text;
  lost.add(kept, -1);
  lost.add(removed, -1);
  lost.add(added);
  HanCount gained = kept;
  gained.add(text, -1);
  gained.add(markup, -1);
  gained.add(added, -1);
  result.lost = lost.surplus_total();
  result.gained = gained.surplus_total();
  result.markup = result.kept + result.removed - result.added - (result.source - result.lost) - result.gained;
  if (result.lost > 0) result.lost_characters = base::to_utf8(lost.surplus(kShown));
  if (result.gained > 0) result.gained_characters = base::to_utf8(gained.surplus(kShown));
  return result;
}

}  // namespace huozi::edit
