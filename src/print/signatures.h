// How a book's pages part into folded sheets (帖). Not here: where each page stands on a sheet.
#pragma once

#include <cstddef>

#include "print/binding.h"

namespace huozi::print {

// A sheet folded three times; one folded once, as they are laid one in another where staples hold the book.
constexpr size_t kSignature = 16, kStapledSheet = 4;

constexpr size_t signature_size(Binding binding) {
  return binding == Binding::saddle ? kStapledSheet : kSignature;
}

struct Signatures {
  size_t size = kSignature;  // pages of each
  size_t count = 0;          // with the last one, which blank pages may fill
  size_t blanks = 0;         // pages to add
};

// REQUIRES: size > 0.
constexpr Signatures signatures_of(size_t pages, size_t size = kSignature) {
  const size_t count = (pages + size - 1) / size;
  return {size, count, count * size - pages};
}

}  // namespace huozi::print
