// Reads an @counter-style rule. Its descriptors have grammars of their own, checked as properties' are.
// Not here: what the style makes of a number (style/counter_style).
#pragma once

#include <optional>
#include <span>

#include "style/counter_style.h"
#include "style/token.h"

namespace huozi::style {

// The rule whose @counter-style stands at tokens[at], its { at tokens[open], its } at tokens[close].
// Nothing: no usable name or symbols (reported).
std::optional<CounterStyle> read_counter_style(std::span<const Token> tokens, size_t at, size_t open, size_t close,
                                               const source::SourceFile& file, source::Diagnostics& diagnostics);

}  // namespace huozi::style
