#include "document/target_names.h"

#include <string_view>
#include <utility>

#include "document/plain_text.h"
#include "document/walk.h"

namespace huozi::document {
namespace {

// The number without what parts it from the caption.
TargetName of_caption(const std::string& number, const Inlines& caption) {
  TargetName name{numbered_title(number, {}), true};
  for (const std::string_view blank : {" ", "\u3000", "\u2002", "\u2003"}) {
    while (name.text.ends_with(blank)) name.text.resize(name.text.size() - blank.size());
  }
  return name.text.empty() ? TargetName{plain_text(caption), false} : name;
}

}  // namespace

std::map<NodeId, TargetName> target_names(const Book& book) {
  std::map<NodeId, TargetName> names;
  const auto add = [&](NodeId id, TargetName name) {
    if (!name.text.empty()) names.emplace(id, std::move(name));
  };
  for (const Section& section : book.sections) {
    add(section.info.id, {numbered_title(section.number, section.title)});
    for_each_block(section, [&](const Block& block) {
      if (const auto* heading = std::get_if<Heading>(&block.content)) {
        add(block.info.id, {numbered_title(heading->number, heading->children)});
      } else if (const auto* figure = std::get_if<Figure>(&block.content)) {
        add(block.info.id, of_caption(figure->number, figure->caption));
      } else if (const auto* table = std::get_if<Table>(&block.content)) {
        add(block.info.id, of_caption(table->number, table->caption));
      }
    });
  }
  return names;
}

}  // namespace huozi::document
