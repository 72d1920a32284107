// Reads `name: value` declarations against the property table. What is unknown or wrong is reported and left out.
// Not here: rules and at-rules (style/reader).
#pragma once

#include <span>

#include "style/sheet_data.h"

namespace huozi::style {

// Index of the token that closes the block opened at `open` ({, ( or [, or a function), or of the last token when the
// block has no end. REQUIRES: the last token is of kind `end`.
size_t block_end(std::span<const Token> tokens, size_t open);
bool opens_block(const Token& token);

// tokens[name] is the identifier; the declaration ends before tokens[end]. `place`: one of Property::Place.
void read_declaration(std::span<const Token> tokens, size_t name, size_t end, const source::SourceFile& file,
                      unsigned place, unsigned media, Declarations& into, source::Diagnostics& diagnostics);

}  // namespace huozi::style
