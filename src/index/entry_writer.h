// Paragraphs of a section that lists pages, with ids of their own. Not here: what stands in them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "citation/template.h"
#include "document/book.h"
#include "document/element.h"
#include "document/front_matter_pages.h"

namespace huozi::index {

// Ids of such sections lie beyond those of all others: lists of pages may hold more nodes than other sections do. The
// title has the first of them, entries begin at the next stride.
constexpr size_t kSourcesIds = 21'000;
constexpr size_t kReferencesIds = 25'000;
constexpr size_t kIndexIds = 30'000;

class EntryWriter {
 public:
  explicit EntryWriter(document::GeneratedIds ids) : ids_(ids) {}

  document::NodeId id() { return ids_.next(); }

  template <typename Content>
  document::Inline node(Content content, std::string class_name = {}) {
    document::Inline made;
    made.info.id = ids_.next();
    if (!class_name.empty()) made.info.attributes.classes = {std::move(class_name)};
    made.content = std::move(content);
    return made;
  }
  document::Inline text(std::string words) { return node(document::Text{std::move(words)}); }
  // Words that lead to a place in the book.
  document::Inline link(document::NodeId to, std::string words) {
    return node(document::Link{{}, {text(std::move(words))}, to});
  }
  // An entry of a list of sources, with the addresses in it as links; [1] before it unless `number` is 0.
  document::Inlines line(const citation::Line& words, size_t number) {
    document::Inlines out;
    if (number > 0) out.push_back(text("[" + std::to_string(number) + "] "));
    for (const citation::Words& each : words) {
      document::Inline made = text(each.text);
      out.push_back(each.address.empty() ? std::move(made) : node(document::Link{each.address, {std::move(made)}}));
    }
    return out;
  }
  document::Inline span(document::Inlines children, std::string class_name) {
    return node(document::Styled{document::StyledKind::span, std::move(children)}, std::move(class_name));
  }
  template <typename Content>
  document::Block block(Content content, std::vector<std::string> classes) {
    document::Block made;
    made.info.id = ids_.next();
    made.info.attributes.classes = std::move(classes);
    made.content = std::move(content);
    return made;
  }

 private:
  document::GeneratedIds ids_;
};

// A back section with a title and nothing else.
inline document::Section empty_section(document::SectionRole role, size_t ids, std::string title) {
  EntryWriter writer{document::GeneratedIds(ids)};
  document::Section section;
  section.role = role;
  section.name = document::role_name(role);
  section.info.id = writer.id();
  section.title = {writer.text(std::move(title))};
  return section;
}

}  // namespace huozi::index
