// Where a stretch of HTML came from: its place in the file, or only the block it stands in.
// Not here: the tree. Inside parse/ only.
#pragma once

#include <cstddef>

#include "source/source_file.h"

namespace huozi::parse {

struct HtmlOrigin {
  source::FileId file = source::kNoFile;
  uint32_t offset = 0;  // of the stretch's first byte
  bool exact = true;    // false: the stretch is not written so in the file; everything in it has the span `whole`
  source::Span whole;

  source::Span span(size_t begin, size_t end) const {
    if (!exact) return whole;
    return {file, offset + static_cast<uint32_t>(begin), offset + static_cast<uint32_t>(end)};
  }
};

}  // namespace huozi::parse
