#include "document/link_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "document/plain_text.h"
#include "document/target_names.h"
#include "document/walk.h"

namespace huozi::document {
namespace {

bool is_empty(const Link& link) {
  bool empty = true;
  for_each_inline(link.children, [&](const Inline& node) {
    empty = empty && !std::holds_alternative<Image>(node.content) && !std::holds_alternative<Note>(node.content);
  });
  return empty && plain_text(link.children).empty();
}

}  // namespace

void name_links(Book& book, Audit& audit) {
  std::vector<std::pair<const NodeInfo*, Link*>> wanted;
  std::set<const Link*> in_headings;
  for (Section& section : book.sections) {
    walk(
        section, Notes::enter,
        [&](Block& block) {
          const auto* heading = std::get_if<Heading>(&block.content);
          if (!heading) return;
          for_each_inline(heading->children, [&](const Inline& node) {
            if (const auto* link = std::get_if<Link>(&node.content)) in_headings.insert(link);
          });
        },
        [&](Inline& node) {
          auto* link = std::get_if<Link>(&node.content);
          if (link && link->node && is_empty(*link) && in_headings.count(link) == 0)
            wanted.emplace_back(&node.info, link);
        });
  }
  if (wanted.empty()) return;
  const std::map<NodeId, TargetName> names = target_names(book);
  std::map<source::FileId, uint32_t> last;
  const auto seen = [&](const auto& node) {
    uint32_t& ordinal = last[node.info.id.article];
    ordinal = std::max(ordinal, node.info.id.ordinal);
  };
  for (const Section& section : book.sections) {
    seen(section);
    walk(section, Notes::enter, seen, seen);
  }
  for (const auto& [info, link] : wanted) {
    const auto name = names.find(*link->node);
    if (name == names.end()) continue;
    Inline words;
    words.info.id = {info->id.article, ++last[info->id.article]};
    words.info.span = info->span;
    words.content = Text{name->second.text};
    link->children.insert(link->children.begin(), std::move(words));
    audit.generated.push_back({"link-text", name->second.text});
  }
}

}  // namespace huozi::document
