// Where a section too long for small readers is parted into files: at its headings, else between blocks.
// Not here: the files' names (plan).
#pragma once

#include <cstddef>
#include <vector>

#include "document/book.h"

namespace huozi::epub {

// Readers with little memory refuse larger files (Adobe's engine: 300 KB of XHTML).
constexpr size_t kMostFileBytes = 250'000;

// Blocks [begin, end) of the section.
struct Part {
  size_t begin = 0;
  size_t end = 0;
};

// About as many bytes as the block takes as XHTML, notes called in it included; rather more than fewer.
size_t written_size(const document::Block& block);

// All blocks in order, in as few parts as their headings allow: cut before headings of the highest level there is,
// parts still too long before those of the next. Only a single block may be larger than `most`. One part at least; none
// but the first begins or ends with nothing but a heading.
std::vector<Part> parts_of(const document::Section& section, size_t most = kMostFileBytes);

}  // namespace huozi::epub
