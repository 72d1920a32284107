// The rules that apply in one medium, found by an element's id, classes and name; and how declarations become a style.
// Not here: parsing, selectors' matching.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "style/sheet_data.h"

namespace huozi::style {

// In cascade order: a later one wins, an important one wins over all that are not.
struct DeclarationList {
  std::vector<const Declaration*> normal;
  std::vector<const Declaration*> important;
};
void add_declarations(const Declarations& declarations, DeclarationList& list);

class CascadeIndex {
 public:
  CascadeIndex(Stylesheet sheet, Medium medium);

  // `pseudo`: a pseudo-element's name; empty: the element itself.
  DeclarationList declarations_for(const ElementRef& element, std::string_view pseudo) const;
  const CounterStyle* counter_style(std::string_view name) const;
  const StylesheetData& sheet() const { return sheet_.data(); }
  Medium medium() const { return medium_; }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <typename T>
  using ByName = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  struct Entry {
    uint64_t priority;
    const Selector* selector;
    const Declarations* declarations;
  };
  // By the most telling part of the subject, so that few selectors are tried.
  struct Buckets {
    ByName<std::vector<Entry>> by_id, by_class, by_type;
    std::vector<Entry> others;
  };

  void add_rules(const StylesheetData& data, uint64_t origin);

  Stylesheet sheet_;  // keeps what the entries point to
  Medium medium_;
  uint64_t order_ = 0;
  ByName<Buckets> pseudo_elements_;
  ByName<const CounterStyle*> counter_styles_;
};

// `parent`: what is inherited; `root`: what rem and rlh refer to.
ComputedStyle compute(const DeclarationList& list, const ComputedStyle& parent, const ComputedStyle& root);

PageStyle compute_page(const CascadeIndex& index, const Cascade::PageContext& context, const ComputedStyle& root);

}  // namespace huozi::style
