// The papers a print shop has, and how thick a sheet of each is: the table styles/paper.yaml.
// Not here: which paper a book is printed on (parse/), what its thickness comes to (binding).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "print/millimetres.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::print {

constexpr Micrometres kLeastCaliper = 20, kMostCaliper = 2000;

struct Paper {
  std::string name;
  Micrometres caliper = 0;  // of one sheet, that is of two pages
  std::vector<std::string> also;
};
using Papers = std::vector<Paper>;

// The form is told at the top of styles/paper.yaml. ERRORS, reported: yaml.*; papers.bad, at what is not of that
// form; what can be read is.
Papers read_papers(const source::SourceFile& file, source::Diagnostics& diagnostics);

// By its name or another one it goes by; 80克胶版纸 is 80g胶版. Null: the table has none.
const Paper* find_paper(const Papers& papers, std::string_view name);

// For a hint: the names that are most like it, at most three, joined by commas; where none is, the first ones.
std::string nearest_papers(const Papers& papers, std::string_view name);

}  // namespace huozi::print
