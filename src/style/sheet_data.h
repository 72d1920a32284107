// What a sheet holds once parsed: rules, page rules, counter styles, each with the media it is for.
// Not here: selection and application (style/cascade, style/page_cascade).
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "style/counter_style.h"
#include "style/property.h"
#include "style/selector.h"
#include "style/stylesheet.h"

namespace huozi::style {

// Bits of a rule's media.
constexpr unsigned kPrintMedium = 1, kEpubMedium = 2, kAllMedia = 3;
constexpr unsigned bit_of(Medium medium) {
  return medium == Medium::print ? kPrintMedium : kEpubMedium;
}

struct Declaration {
  enum class Wide { none, inherit, initial, unset };  // CSS-wide keywords
  const Property* property = nullptr;                 // never null once parsed
  std::vector<Component> value;                       // accepted by the property's grammar
  Wide wide = Wide::none;
  bool important = false;
};
using Declarations = std::vector<Declaration>;

struct Rule {
  std::vector<Selector> selectors;
  Declarations declarations;
  unsigned media = kAllMedia;
};

struct PageSelector {
  std::string name;  // named page; empty: every page
  bool first = false, blank = false, plate = false, left = false, right = false;
  // CSS Paged Media 3 §3.4: names before :first, :blank and :plate before :left and :right.
  uint32_t specificity() const { return (name.empty() ? 0u : 16u) + 4u * (first + blank + plate) + left + right; }
};

struct PageRule {
  std::vector<PageSelector> selectors;  // never empty
  Declarations declarations;
  Declarations footnote;                                    // @footnote
  std::vector<std::pair<std::string, Declarations>> boxes;  // "top-left", its declarations
  unsigned media = kAllMedia;
};

struct StylesheetData {
  std::vector<Rule> rules;
  std::vector<PageRule> pages;
  std::vector<CounterStyle> counter_styles;
};

// The boxes round a page, clockwise from top-left-corner.
std::span<const std::string_view> margin_box_names();

}  // namespace huozi::style
