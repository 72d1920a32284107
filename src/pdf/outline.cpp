#include "pdf/outline.h"

#include "document/plain_text.h"

namespace huozi::pdf {
namespace {

constexpr size_t kNone = SIZE_MAX;

struct Entry {
  size_t parent = kNone, previous = kNone, next = kNone, first = kNone, last = kNone;  // kNone: the root, or no entry
  int64_t children = 0;
};

void link_up(std::vector<Entry>& tree, Entry& parent, size_t index) {
  tree[index].previous = parent.last;
  if (parent.last != kNone) tree[parent.last].next = index;
  if (parent.first == kNone) parent.first = index;
  parent.last = index;
  ++parent.children;
}

}  // namespace

std::optional<Ref> add_outline(ObjectFile& file, const std::vector<document::ContentsEntry>& entries,
                               const Destinations& destinations, source::Diagnostics& diagnostics) {
  if (entries.empty()) return std::nullopt;
  std::vector<Entry> tree(entries.size());
  Entry root;
  std::vector<size_t> open;  // the path of entries from the top to the one before
  for (size_t i = 0; i < entries.size(); ++i) {
    while (!open.empty() && entries[open.back()].level >= entries[i].level) open.pop_back();
    tree[i].parent = open.empty() ? kNone : open.back();
    link_up(tree, open.empty() ? root : tree[open.back()], i);
    open.push_back(i);
  }

  const Ref root_ref = file.alloc();
  std::vector<Ref> refs;
  for (size_t i = 0; i < entries.size(); ++i) refs.push_back(file.alloc());
  for (size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = tree[i];
    Dict dict;
    dict.add("Title", Val::text(document::without_soft_hyphens(entries[i].title)))
        .add("Parent", entry.parent == kNone ? root_ref : refs[entry.parent]);
    if (entry.previous != kNone) dict.add("Prev", refs[entry.previous]);
    if (entry.next != kNone) dict.add("Next", refs[entry.next]);
    if (entry.children > 0) {
      // Negative: folded, with so many entries to show when unfolded.
      dict.add("First", refs[entry.first]).add("Last", refs[entry.last]).add("Count", -entry.children);
    }
    if (const auto destination = destinations.find(entries[i].target)) {
      dict.add("Dest", *destination);
    } else {
      diagnostics.report("pdf.outline-target", {}, {entries[i].title});
    }
    file.set(refs[i], dict);
  }
  Dict dict;
  dict.add("Type", Val::name("Outlines")).add("First", refs[root.first]).add("Last", refs[root.last]);
  file.set(root_ref, dict.add("Count", root.children));
  return root_ref;
}

}  // namespace huozi::pdf
