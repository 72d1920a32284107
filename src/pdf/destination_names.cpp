#include "pdf/destination_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "document/walk.h"

namespace huozi::pdf {
namespace {

constexpr size_t kLeaf = 64;  // names in a node of the tree

struct Name {
  std::string key;  // a text string's bytes: in their order readers look a name up
  Array place;
};

struct SectionPlaces {
  std::optional<Array> begin;
  std::vector<std::pair<std::string, Array>> ids;  // in reading order, each once
};

SectionPlaces places_of(const document::Section& section, const Destinations& destinations) {
  SectionPlaces out;
  std::set<std::string_view> seen;
  const auto note = [&](const document::NodeInfo& info) {
    const bool named = !info.attributes.id.empty() && !seen.contains(info.attributes.id);
    if (out.begin && !named) return;
    const auto place = destinations.find(info.id);
    if (!place) return;
    if (!out.begin) out.begin = place;
    if (!named) return;
    seen.insert(info.attributes.id);
    out.ids.emplace_back(info.attributes.id, *place);
  };
  note(section.info);
  // Parts of blocks, which are no nodes to the walk, have ids as well.
  const auto block = [&](const document::Block& node) {
    note(node.info);
    if (const auto* list = std::get_if<document::List>(&node.content)) {
      for (const document::ListItem& item : list->items) note(item.info);
    } else if (const auto* terms = std::get_if<document::DefinitionList>(&node.content)) {
      for (const auto& entry : terms->entries) note(entry.info);
    } else if (const auto* table = std::get_if<document::Table>(&node.content)) {
      for (const auto& row : table->rows) {
        for (const document::TableCell& cell : row) note(cell.info);
      }
    }
  };
  document::walk(section, document::Notes::enter, block, [&](const document::Inline& node) { note(node.info); });
  return out;
}

std::string key_of(const std::string& name) {
  const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
  return ascii ? name : "\xFE\xFF" + utf16be(name);
}

std::vector<Name> names_of(const document::Book& book, const Destinations& destinations) {
  std::vector<SectionPlaces> sections;
  std::map<std::string, size_t, std::less<>> uses;  // of ids by sections; a section's name is one as well
  for (const document::Section& section : book.sections) {
    sections.push_back(places_of(section, destinations));
    ++uses[section.name];
    for (const auto& each : sections.back().ids) ++uses[each.first];
  }
  std::map<std::string, Array> named;
  for (size_t i = 0; i < sections.size(); ++i) {
    if (sections[i].begin && !book.sections[i].name.empty()) {
      named.try_emplace(key_of(book.sections[i].name), *sections[i].begin);
    }
  }
  for (size_t i = 0; i < sections.size(); ++i) {
    for (const auto& [id, place] : sections[i].ids) {
      named.try_emplace(key_of(uses[id] == 1 ? id : book.sections[i].name + "." + id), place);
    }
  }
  std::vector<Name> out;
  for (auto& [key, place] : named) out.push_back({key, place});
  return out;
}

}  // namespace

std::optional<Ref> add_destination_names(ObjectFile& file, const document::Book& book,
                                         const Destinations& destinations) {
  const std::vector<Name> names = names_of(book, destinations);
  if (names.empty()) return std::nullopt;
  Array leaves;
  for (size_t begin = 0; begin < names.size(); begin += kLeaf) {
    const size_t end = std::min(names.size(), begin + kLeaf);
    Array pairs, limits;
    for (size_t i = begin; i < end; ++i) pairs.add(Val::bytes(names[i].key)).add(names[i].place);
    limits.add(Val::bytes(names[begin].key)).add(Val::bytes(names[end - 1].key));
    leaves.add(file.add(Dict().add("Limits", limits).add("Names", pairs)));
  }
  return file.add(Dict().add("Kids", leaves));
}

}  // namespace huozi::pdf
