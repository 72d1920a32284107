#include "index/entries.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "index/order.h"

namespace huozi::index {

using document::IndexTerm;

namespace {

struct Reference {  // 见
  Path from, to;
  document::Span span;
};

struct Node {
  std::vector<document::NodeId> places;
  std::vector<Path> see;
  std::string reading;
  std::map<std::string, Node> children;
};

class EntryMaker {
 public:
  EntryMaker(const document::IndexSettings& settings, std::string_view language, source::Diagnostics& diagnostics)
      : order_(settings.sort, language), diagnostics_(diagnostics) {}

  std::vector<Group> run(const std::vector<Mark>& marks, const std::vector<IndexTerm>& terms) {
    for (const Mark& mark : marks) add(mark);
    for (const IndexTerm& term : terms) {
      if (term.see.empty()) continue;
      const Path heading = path_of(term.entry.empty() ? term.term : term.entry);
      if (!heading.empty()) references_.push_back({heading, path_of(term.see), term.span});
      note_reading(heading, path_of(term.reading), term.span);
    }
    for (const Reference& reference : references_) refer(reference);
    return groups();
  }

 private:
  void add(const Mark& mark) {
    if (mark.entry.empty()) {
      diagnostics_.report("index.no-entry", mark.span);
      return;
    }
    note_reading(mark.entry, mark.readings, mark.span);
    if (mark.see.empty()) {
      at(mark.entry).places.push_back(mark.node);
    } else {
      references_.push_back({mark.entry, mark.see, mark.span});
    }
  }

  Node& at(const Path& path) {
    Node* node = &root_;
    Path so_far;
    for (const std::string& part : path) {
      so_far.push_back(part);
      const bool fresh = !node->children.contains(part);
      node = &node->children[part];
      const auto reading = readings_.find(so_far);
      if (fresh && reading != readings_.end()) node->reading = reading->second;
    }
    return *node;
  }

  // The first reading that is given for a heading counts.
  void note_reading(const Path& path, const Path& readings, document::Span span) {
    Path so_far;
    for (size_t i = 0; i < path.size() && i < readings.size(); ++i) {
      so_far.push_back(path[i]);
      if (!order_.understands(path[i], readings[i])) {
        const bool fresh = reported_.insert({path[i], readings[i]}).second;
        if (fresh) diagnostics_.report("index.reading", span, {readings[i], path[i]});
      } else if (readings_.emplace(so_far, readings[i]).second) {
        Node* const node = find(so_far);
        if (node) node->reading = readings[i];
      }
    }
  }

  Node* find(const Path& path) {
    Node* node = &root_;
    for (const std::string& part : path) {
      const auto found = node->children.find(part);
      if (found == node->children.end()) return nullptr;
      node = &found->second;
    }
    return node;
  }

  static bool has_places(const Node& node) {
    return !node.places.empty() || std::any_of(node.children.begin(), node.children.end(),
                                               [](const auto& child) { return has_places(child.second); });
  }

  void refer(const Reference& reference) {
    const Node* const target = reference.to.empty() ? nullptr : find(reference.to);
    if (!target || !has_places(*target) || reference.to == reference.from) {
      std::string wanted;
      for (const std::string& part : reference.to) wanted += (wanted.empty() ? "" : "!") + part;
      diagnostics_.report("index.see-nowhere", reference.span, {wanted});
      return;
    }
    std::vector<Path>& see = at(reference.from).see;
    if (std::find(see.begin(), see.end(), reference.to) == see.end()) see.push_back(reference.to);
  }

  struct Sorted {
    SortKey key;
    Entry entry;
  };
  std::vector<Sorted> sorted(Node& node) {
    std::vector<Sorted> out;
    for (auto& [heading, child] : node.children) {
      Entry entry{heading, std::move(child.places), std::move(child.see), {}};
      for (Sorted& inner : sorted(child)) entry.children.push_back(std::move(inner.entry));
      out.push_back({order_.key(heading, child.reading), std::move(entry)});
    }
    std::sort(out.begin(), out.end(), [](const Sorted& a, const Sorted& b) {
      return std::tie(a.key.group, a.key.bytes) < std::tie(b.key.group, b.key.bytes);
    });
    return out;
  }

  std::vector<Group> groups() {
    std::vector<Group> out;
    int last = 0;
    for (Sorted& each : sorted(root_)) {
      if (out.empty() || each.key.group != last) out.push_back({each.key.group_label, {}});
      last = each.key.group;
      out.back().entries.push_back(std::move(each.entry));
    }
    return out;
  }

  Order order_;
  source::Diagnostics& diagnostics_;
  Node root_;
  std::vector<Reference> references_;
  std::map<Path, std::string> readings_;
  std::set<std::pair<std::string, std::string>> reported_;
};

}  // namespace

std::vector<Group> make_entries(const std::vector<Mark>& marks, const document::IndexSettings& settings,
                                std::string_view language, source::Diagnostics& diagnostics) {
  return EntryMaker(settings, language, diagnostics).run(marks, settings.terms);
}

}  // namespace huozi::index
