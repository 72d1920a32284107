// The table of properties: name, grammar, initial value, inheritance, which output honours it, and what it sets.
// styles/README.md shows the same table and is tested against this one.
// Not here: parsing of sheets (style/reader), the cascade (style/cascade).
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "style/grammar.h"
#include "style/value.h"

namespace huozi::style {

struct SetContext {
  const ComputedStyle& parent;
  LengthContext lengths;
};

struct Property {
  // Font sizes come first, since em and lh refer to them; what depends on another property's value comes last.
  enum class Stage { font_size, line_height, rest, last };
  // Where a declaration may stand: in a rule for elements and in margin boxes, in @page, in @footnote.
  enum Place : unsigned { element = 1, page = 2, footnote = 4 };

  std::string_view name;
  std::string_view grammar;
  std::string_view initial;
  bool inherited;
  bool epub, pdf;  // honoured by
  unsigned places;
  Stage stage;
  // Null for what the PDF ignores. REQUIRES: a value its grammar accepts.
  void (*set)(ComputedStyle& style, Components value, const SetContext& context);
  void (*copy)(ComputedStyle& to, const ComputedStyle& from);
  // For what only pages have.
  void (*set_page)(PageStyle& page, Components value, const LengthContext& lengths);
};

std::span<const Property> properties();
// By name (lower case) or by an older name such as page-break-before; null: unknown.
const Property* find_property(std::string_view name);
const Grammar& grammar_of(const Property& property);
Components initial_value(const Property& property);
// Names to suggest for a misspelt one.
std::vector<std::string_view> property_names();

// A style with every property at its initial value, as cascading starts: a border without a style has the width
// `medium`, which the cascade makes zero in the end.
const ComputedStyle& initial_style();
// Inherited properties of `parent`, initial values of the others.
ComputedStyle inherited_style(const ComputedStyle& parent);

}  // namespace huozi::style
