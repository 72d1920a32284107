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

// 图1-1 without what parts it from the caption; the caption where it has no number.
std::string caption_name(const std::string& number, const Inlines& caption) {
  std::string name = numbered_title(number, {});
  for (const std::string_view blank : {" ", "\u3000", "\u2002", "\u2003"}) {
    while (name.ends_with(blank)) name.resize(name.size() - blank.size());
  }
  return name.empty() ? plain_text(caption) : name;
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
          const auto* figure = std::get_if<Figure>(&block.content);
          if (figure) titles[block.info.id] = caption_name(figure->number, figure->caption);
          const auto* table = std::get_if<Table>(&block.content);
          if (table) titles[block.info.id] = caption_name(table->number, table->caption);
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
