#include "index/index_section.h"

#include <map>
#include <string>
#include <utility>

#include "index/entry_writer.h"
#include "index/page_ranges.h"

namespace huozi::index {

using namespace document;

namespace {

constexpr size_t kMostWhole = 8;  // entries of one family that stay together

class Filler {
 public:
  Filler(bool traditional, Medium medium, const Folios* folios)
      : traditional_(traditional), medium_(medium), folios_(folios) {}

  // Entries get their ids first: others refer to them.
  void name(const std::vector<Group>& groups) {
    for (const Group& group : groups) name(group.entries, {});
  }

  Block group(const Group& group) {
    Blocks inner;
    inner.push_back(writer_.block(Paragraph{{writer_.text(group.label)}}, {"index-letter"}));
    inner.push_back(list(group.entries, {}));
    return writer_.block(Division{std::move(inner)}, {"index-group"});
  }

 private:
  void name(const std::vector<Entry>& entries, const Path& above) {
    for (const Entry& entry : entries) {
      Path path = above;
      path.push_back(entry.heading);
      name(entry.children, path);
      ids_.emplace(std::move(path), writer_.id());
    }
  }

  Block list(const std::vector<Entry>& entries, const Path& above) {
    List list;
    for (const Entry& entry : entries) {
      Path path = above;
      path.push_back(entry.heading);
      ListItem item;
      item.info.id = writer_.id();
      item.info.attributes.classes = {"index-entry"};
      if (!entry.children.empty() && count(entry) <= kMostWhole) item.info.attributes.classes.push_back("index-whole");
      Block head = writer_.block(Paragraph{head_of(entry)}, {});
      head.info.id = ids_.at(path);
      if (!entry.children.empty()) head.info.attributes.classes = {"index-head"};
      item.children.push_back(std::move(head));
      if (!entry.children.empty()) item.children.push_back(this->list(entry.children, path));
      list.items.push_back(std::move(item));
    }
    return writer_.block(std::move(list), {"index-entry-list"});
  }

  static size_t count(const Entry& entry) {
    size_t all = 1;
    for (const Entry& child : entry.children) all += count(child);
    return all;
  }

  Inlines head_of(const Entry& entry) {
    Inlines out = {writer_.span({writer_.text(entry.heading)}, "index-term")};
    std::vector<PageRange> places = places_of(entry);
    for (size_t i = 0; i < places.size(); ++i) {
      out.push_back(writer_.text(i == 0 ? "　" : ", "));
      Inline locator = writer_.link(places[i].first, std::move(places[i].label));
      locator.info.attributes.classes = {"index-locator"};
      out.push_back(std::move(locator));
    }
    const bool also = !entry.places.empty() || !entry.children.empty();
    for (size_t i = 0; i < entry.see.size(); ++i) {
      const Path& to = entry.see[i];
      std::string words = i > 0 ? "、" : also ? traditional_ ? "　參見" : "　参见" : traditional_ ? "　見" : "　见";
      out.push_back(writer_.text(std::move(words)));
      out.push_back(
          writer_.span({writer_.link(ids_.at(to), name_of(to))}, also ? "index-xref-related" : "index-xref-preferred"));
    }
    return out;
  }

  static std::string name_of(const Path& path) {
    std::string name;
    for (const std::string& part : path) name += (name.empty() ? "" : "：") + part;
    return name;
  }

  std::vector<PageRange> places_of(const Entry& entry) const {
    std::vector<PageRange> out;
    if (medium_ == Medium::print && folios_) return page_ranges(entry.places, *folios_);
    if (folios_) return pages(entry.places, *folios_);
    for (const NodeId place : entry.places) out.push_back({place, std::to_string(out.size() + 1)});
    return out;
  }

  EntryWriter writer_{GeneratedIds(kIndexIds + 1)};
  bool traditional_;
  Medium medium_;
  const Folios* folios_;
  std::map<Path, NodeId> ids_;  // of entries' paragraphs
};

}  // namespace

Section empty_index_section() {
  return empty_section(SectionRole::index, kIndexIds, "索引");
}

void fill_index(Section& section, const std::vector<Group>& groups, std::string_view language, Medium medium,
                const Folios* folios) {
  Filler filler(is_traditional_chinese(language), medium, folios);
  filler.name(groups);
  section.blocks.clear();
  for (const Group& group : groups) section.blocks.push_back(filler.group(group));
}

}  // namespace huozi::index
