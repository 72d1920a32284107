// Visits to every node of a tree in reading order, constant or mutable, without recursion: depth costs no stack.
// A note's blocks come at the place of its call; a figure's caption after its picture, a table's before its rows.
// Not here: list items and table cells as nodes of their own (they are parts of their block).
#pragma once

#include <algorithm>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "document/book.h"
#include "document/node.h"

namespace huozi::document {

enum class Notes { enter, skip };

namespace walking {

template <typename T, typename... Options>
constexpr bool kIsOneOf = (std::is_same_v<std::remove_const_t<T>, Options> || ...);

// Nodes still to be visited, the next one last.
template <bool kConst>
class Pending {
 public:
  template <typename T>
  using Maybe = std::conditional_t<kConst, const T, T>;
  using Item = std::variant<Maybe<Block>*, Maybe<Inline>*>;

  bool empty() const { return items_.empty(); }
  Item take() {
    const Item item = items_.back();
    items_.pop_back();
    return item;
  }

  // The parts of a root, of a block's content or of an inline's content.
  template <typename Content>
  void push(Content& content, Notes notes) {
    const auto first = static_cast<std::ptrdiff_t>(items_.size());
    add(content, notes);
    std::reverse(items_.begin() + first, items_.end());
  }

 private:
  template <typename Nodes>
  void all(Nodes& nodes) {
    for (auto& node : nodes) items_.push_back(&node);
  }

  template <typename Content>
  void add(Content& content, Notes notes) {
    if constexpr (kIsOneOf<Content, Inlines, Blocks>) {
      all(content);
    } else if constexpr (kIsOneOf<Content, Block, Inline>) {
      items_.push_back(&content);
    } else if constexpr (kIsOneOf<Content, Section>) {
      all(content.title);
      all(content.blocks);
    } else if constexpr (kIsOneOf<Content, Book>) {
      for (auto& section : content.sections) add(section, notes);
    } else if constexpr (kIsOneOf<Content, Paragraph, Heading, Quotation, Division, Styled, Link>) {
      all(content.children);
    } else if constexpr (kIsOneOf<Content, List>) {
      for (auto& item : content.items) all(item.children);
    } else if constexpr (kIsOneOf<Content, DefinitionList>) {
      for (auto& entry : content.entries) {
        for (auto& term : entry.terms) all(term);
        for (auto& definition : entry.definitions) all(definition);
      }
    } else if constexpr (kIsOneOf<Content, Table>) {
      all(content.caption);
      for (auto& row : content.rows) {
        for (auto& cell : row) all(cell.children);
      }
    } else if constexpr (kIsOneOf<Content, Figure>) {
      all(content.children);
      all(content.caption);
      all(content.credit);
    } else if constexpr (kIsOneOf<Content, Ruby>) {
      for (auto& pair : content.pairs) all(pair.base);
    } else if constexpr (kIsOneOf<Content, Note>) {
      if (notes == Notes::enter) all(content.blocks);
    } else {
      static_assert(kIsOneOf<Content, CodeBlock, ThematicBreak, Text, Image, LineBreak, PageReference, Leader>);
    }
  }

  std::vector<Item> items_;
};

}  // namespace walking

// on_block(Block&) and on_inline(Inline&) before the node's own parts. Root: Block, Blocks, Inline, Inlines, Section or
// Book, constant or not. A callback may change the node it gets and everything below it, nothing beside or above it.
template <typename Root, typename OnBlock, typename OnInline>
void walk(Root& root, Notes notes, OnBlock&& on_block, OnInline&& on_inline) {
  walking::Pending<std::is_const_v<Root>> pending;
  pending.push(root, notes);
  while (!pending.empty()) {
    std::visit(
        [&](auto* node) {
          if constexpr (walking::kIsOneOf<std::remove_pointer_t<decltype(node)>, Block>) {
            on_block(*node);
          } else {
            on_inline(*node);
          }
          std::visit([&](auto& content) { pending.push(content, notes); }, node->content);
        },
        pending.take());
  }
}

template <typename Root, typename F>
void for_each_block(Root& root, F&& f, Notes notes = Notes::enter) {
  walk(root, notes, f, [](auto&) {});
}

template <typename Root, typename F>
void for_each_inline(Root& root, F&& f, Notes notes = Notes::enter) {
  walk(
      root, notes, [](auto&) {}, f);
}

// f(Inline&, Note&): the node of the call and its content; notes within notes after their outer one.
template <typename Root, typename F>
void for_each_note(Root& root, F&& f) {
  for_each_inline(root, [&](auto& node) {
    if (auto* note = std::get_if<Note>(&node.content)) f(node, *note);
  });
}

// f(Inlines&) for every stretch of text that is set as one: a paragraph's, a heading's, a caption's, a credit's, a
// term's. A block's own before those of the blocks in it.
template <typename Root, typename F>
void for_each_text(Root& root, F&& f, Notes notes = Notes::enter) {
  const auto own_text = [&](auto& content) {
    using Content = std::remove_reference_t<decltype(content)>;
    if constexpr (walking::kIsOneOf<Content, Paragraph, Heading>) {
      f(content.children);
    } else if constexpr (walking::kIsOneOf<Content, Figure>) {
      f(content.caption);
      f(content.credit);
    } else if constexpr (walking::kIsOneOf<Content, Table>) {
      f(content.caption);
    } else if constexpr (walking::kIsOneOf<Content, DefinitionList>) {
      for (auto& entry : content.entries) {
        for (auto& term : entry.terms) f(term);
      }
    }
  };
  for_each_block(
      root, [&](auto& block) { std::visit(own_text, block.content); }, notes);
}

}  // namespace huozi::document
