// Selectors: type, *, .class, #id, descendant and child combinators, a few pseudo-classes, one pseudo-element at the
// end. Not here: rules and cascade order (style/cascade); attribute selectors and sibling combinators, which huozi does
// not have.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "style/stylesheet.h"
#include "style/token.h"

namespace huozi::style {

struct PseudoClass {
  enum class Kind { first_child, last_child, nth_child, lang, root };
  Kind kind = Kind::first_child;
  int64_t step = 0, offset = 0;  // nth-child: step * n + offset
  std::string lang;
};

struct Compound {
  std::string type;  // empty: any
  std::string id;
  std::vector<std::string> classes;
  std::vector<PseudoClass> pseudo_classes;
  bool child = false;  // joined by > to the compound on its left, not as a descendant
};

struct Selector {
  std::vector<Compound> compounds;  // as written; the last is the subject; never empty
  std::string pseudo_element;       // without colons; empty: the element itself
  uint32_t specificity = 0;         // ids << 20 | classes << 10 | types
};

// The selectors of a comma-separated list. Nothing when one of them cannot be read, which drops the whole rule (CSS
// Syntax 3 §9.1); reported: style.bad-selector, style.unknown-pseudo.
std::optional<std::vector<Selector>> read_selectors(std::span<const Token> tokens, const source::SourceFile& file,
                                                    source::Diagnostics& diagnostics);

// Does the selector's compounds fit? The pseudo-element is the caller's concern.
bool matches(const Selector& selector, const ElementRef& element);

// As CSS text.
std::string to_text(const Selector& selector);

}  // namespace huozi::style
