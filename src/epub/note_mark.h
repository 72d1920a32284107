// The visible mark of a note: circled digits, as Chinese books use them.
// Not here: which number a note has (document/numbering).
#pragma once

#include <cstdint>
#include <string>

namespace huozi::epub {

// ① to ㊿, then [51], [52] ...; 0 counts as [0].
std::string note_mark(uint32_t ordinal);

}  // namespace huozi::epub
