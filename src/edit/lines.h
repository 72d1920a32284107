// A flow's blocks as lines: what the rules for headings and verse look at. Inside edit/ only.
// Not here: what a line is taken for (heading_evidence, verse).
// A Line points into the flow it was made from, which must not change meanwhile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/heading_family.h"
#include "document/node.h"

namespace huozi::edit {

struct Line {
  const document::Block* block = nullptr;
  std::string text;  // of a paragraph, trimmed; empty for every other block
  size_t length = 0;
  bool strong = false;    // all of it is bold
  bool plain = false;     // words only, nothing styled
  bool in_verse = false;  // one of four short lines in a row, or more
  document::HeadingFamily family = document::HeadingFamily::unnumbered;
  std::optional<int64_t> number;  // of its family

  bool is_paragraph() const { return !text.empty(); }
  bool is_numbered() const { return family != document::HeadingFamily::unnumbered; }
};

std::vector<Line> lines_of(const document::Blocks& flow);

// From `begin` on, the end of the lines in_verse; `begin` when it is none.
size_t verse_end(const std::vector<Line>& lines, size_t begin);

}  // namespace huozi::edit
