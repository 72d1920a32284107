// What must hold before the package may claim WCAG 2.1 level AA, as far as a program can see it. The words of the
// checks stand in conformance.cpp, one row each. What the writers guarantee for every book is not looked at here:
// headings without gaps, a language on every file, a title on every file, notes linked both ways.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "document/node.h"
#include "epub/epub.h"

namespace huozi::epub {

class Conformance {
 public:
  // Each node that is written. `language`: of what stands around the block.
  void look_at(const document::Inline& node);
  void look_at(const document::Block& block, std::string_view language);
  // What is not of one node.
  void look_at(const document::Book& book, const Input& input, bool moving_images);

  // In the order of the checks; only those not passed.
  std::vector<Shortfall> shortfalls() const;

 private:
  enum Check { images, links, headings, tables, languages, colours, moving, title, kChecks };
  void miss(Check check, source::Span place);

  struct Missed {
    source::Span place;
    size_t places = 0;
  };
  std::array<Missed, kChecks> missed_{};
};

}  // namespace huozi::epub
