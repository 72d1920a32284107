// The logical structure of a tagged PDF (ISO 32000-1, 14.7 and 14.8; ISO 14289-1): the document's own tree in
// standard types, and for every item of a page the place in it. Not here: the objects of the file (tag_writer).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/book.h"
#include "layout/page.h"
#include "pdf/node_table.h"
#include "pdf/value.h"

namespace huozi::pdf {

constexpr uint32_t kNoTag = UINT32_MAX;
// A place in a tag where marked content stands. kArtifact: no part of the text.
constexpr uint32_t kArtifact = UINT32_MAX;

struct Tag {
  struct Kid {
    enum class Kind : uint8_t { tag, slot } kind = Kind::tag;
    uint32_t index = 0;
  };
  std::string_view type;  // "P", "H1" ...
  uint32_t parent = kNoTag;
  std::vector<Kid> kids;
  std::string lang;         // where it differs from the parent's
  std::string alternative;  // Alt
  Dict attributes;          // an attribute object; empty: none
  std::string id;           // of notes (ISO 14289-1, 7.9)
  document::NodeId node;    // of figures
};

class TagTree {
 public:
  explicit TagTree(const document::Book& book);

  const std::vector<Tag>& tags() const { return tags_; }  // the first is Document; parents before their kids
  size_t slot_count() const { return slot_owners_.size(); }
  uint32_t owner(uint32_t slot) const { return slot_owners_[slot]; }

  // Of each item of each page the slot its content belongs to; of links, kArtifact.
  std::vector<std::vector<uint32_t>> slots_of(const std::vector<layout::Page>& pages) const;
  // The tag (Link) that a link's annotation belongs to; kNoTag: none is meant for it.
  uint32_t tag_of(const layout::LinkItem& link) const;
  // A Link for an annotation that has none, where the node's text stands; kNoTag: the node is in no tag.
  uint32_t add_link(document::NodeId node);

 private:
  friend class TagTreeBuilder;

  std::vector<Tag> tags_;
  std::vector<uint32_t> slot_owners_;
  NodeTable<uint32_t> text_slots_;
  NodeTable<uint32_t> label_slots_;              // of list items and notes
  NodeTable<std::vector<uint32_t>> ruby_slots_;  // of annotations, one a pair
  NodeTable<uint32_t> links_;                    // of links, calls and references
  NodeTable<uint32_t> back_links_;               // of notes, by call
};

}  // namespace huozi::pdf
