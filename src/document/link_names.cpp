#include "document/link_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "document/plain_text.h"
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
  std::map<NodeId, std::string> titles;
  std::map<source::FileId, uint32_t> last;
  const auto seen = [&](const NodeInfo& info) {
    uint32_t& ordinal = last[info.id.article];
    ordinal = std::max(ordinal, info.id.ordinal);
  };
  for (const Section& section : book.sections) {
    titles[section.info.id] = numbered_title(section.number, section.title);
    seen(section.info);
    walk(
        section, Notes::enter,
        [&](const Block& block) {
          seen(block.info);
          const auto* heading = std::get_if<Heading>(&block.content);
          if (heading) titles[block.info.id] = numbered_title(heading->number, heading->children);
        },
        [&](const Inline& node) { seen(node.info); });
  }
  for (const auto& [info, link] : wanted) {
    const auto title = titles.find(*link->node);
    if (title == titles.end() || title->second.empty()) continue;
    Inline words;
    words.info.id = {info->id.article, ++last[info->id.article]};
    words.info.span = info->span;
    words.content = Text{title->second};
    link->children.insert(link->children.begin(), std::move(words));
    audit.generated.push_back({"link-text", title->second});
  }
}

}  // namespace huozi::document
