// How a book's leaves are held together, and how thick its spine is by that.
// Not here: papers (paper), the cover around it (cover/), how sheets are folded.
#pragma once

#include <cstddef>

#include "print/millimetres.h"

namespace huozi::print {

enum class Binding {
  perfect,  // 无线胶装: the spine is cut and glued
  sewn,     // 锁线胶装: signatures sewn, then glued
  saddle    // 骑马订: folded sheets stapled in the fold; there is no spine
};

// As written in book.yaml.
constexpr const char* binding_name(Binding binding) {
  return binding == Binding::perfect ? "perfect" : binding == Binding::sewn ? "sewn" : "saddle";
}

// With fewer pages glue does not hold; with more a stapled book gapes.
constexpr size_t kLeastGlued = 48, kMostStapled = 64;

// What a book of so many pages is bound by where nobody says it.
constexpr Binding usual_binding(size_t pages) {
  return pages >= kLeastGlued ? Binding::perfect : Binding::saddle;
}

// The pages that are bound: sheets fold to four where they are sewn or stapled, glued leaves have two. The rest of the
// last sheet or leaf is blank.
constexpr size_t bound_pages(size_t pages, Binding binding) {
  const size_t step = binding == Binding::perfect ? 2 : 4;
  return (pages + step - 1) / step * step;
}

constexpr Micrometres kUsualGlue = 400, kMostGlue = 5000;

// pages / 2 × caliper + glue, the print shops' usual formula: a leaf has two pages, and the glue between block and
// cover is 0.3 to 0.5 mm. Nothing where staples hold the book. `caliper`: of one sheet of the text's paper.
constexpr Micrometres spine_width(size_t pages, Binding binding, Micrometres caliper, Micrometres glue) {
  if (binding == Binding::saddle) return 0;
  return static_cast<Micrometres>(bound_pages(pages, binding) / 2 * caliper) + glue;
}

}  // namespace huozi::print
