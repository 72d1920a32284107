#include "pdf/page_tree.h"

#include <algorithm>

namespace huozi::pdf {
namespace {

constexpr size_t kFanOut = 64;

struct Node {
  Ref ref;
  int64_t pages = 1;
  std::vector<size_t> children;  // indices into the level below
};

void set_node(ObjectFile& file, const Node& node, const std::vector<Node>& below, const Ref* parent) {
  Array kids;
  for (const size_t child : node.children) kids.add(below[child].ref);
  Dict dict;
  dict.add("Type", Val::name("Pages")).add("Count", node.pages).add("Kids", kids);
  if (parent) dict.add("Parent", *parent);
  file.set(node.ref, dict);
}

}  // namespace

std::vector<Ref> add_page_tree(ObjectFile& file, Ref root, const std::vector<Ref>& pages) {
  std::vector<Ref> page_parents(pages.size(), root);
  std::vector<Node> below;
  for (const Ref page : pages) below.push_back({page, 1, {}});
  std::vector<Node> below_that;  // the level under `below`; empty while `below` are the pages

  for (bool at_pages = true;; at_pages = false) {
    const bool last = below.size() <= kFanOut;
    std::vector<Node> level;
    for (size_t begin = 0; begin < below.size() || level.empty(); begin += kFanOut) {
      Node node{last ? root : file.alloc(), 0, {}};
      for (size_t i = begin; i < std::min(below.size(), begin + kFanOut); ++i) {
        node.children.push_back(i);
        node.pages += below[i].pages;
        if (at_pages) page_parents[i] = node.ref;
      }
      level.push_back(std::move(node));
    }
    if (!at_pages) {
      for (const Node& node : level) {
        for (const size_t child : node.children) set_node(file, below[child], below_that, &node.ref);
      }
    }
    if (last) {
      set_node(file, level.front(), below, nullptr);
      return page_parents;
    }
    below_that = std::move(below);
    below = std::move(level);
  }
}

}  // namespace huozi::pdf
