// From a parser's text back to the bytes it was made of: cut where an escape, an entity or a dropped tag stands.
// Not here: decoding (the parsers did that).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huozi::parse {

// text == source[begin, end) unless the piece is one decoded entity or line end: then the sizes differ.
struct AlignedPiece {
  std::string_view text;
  size_t begin = 0;
  size_t end = 0;
};

enum class Markup { html, markdown };

// `literal` as it is written in source[begin, limit). Nothing when it cannot be followed there to its end.
std::optional<std::vector<AlignedPiece>> align_text(std::string_view literal, std::string_view source, size_t begin,
                                                    size_t limit, Markup markup);

}  // namespace huozi::parse
