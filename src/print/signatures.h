// How a book's pages part into folded sheets (帖). Not here: where each page stands on a sheet.
#pragma once

#include <cstddef>

namespace huozi::print {

// A sheet folded three times.
constexpr size_t kSignature = 16;

struct Signatures {
  size_t count = 0;   // with the last one, which blank pages may fill
  size_t blanks = 0;  // pages to add
};

// REQUIRES: size > 0.
constexpr Signatures signatures_of(size_t pages, size_t size = kSignature) {
  const size_t count = (pages + size - 1) / size;
  return {count, count * size - pages};
}

}  // namespace huozi::print
