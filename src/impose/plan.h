// The arithmetic of imposition: which page of a book stands where on which side of which sheet. No file, no mark, no
// drawing here: pages are numbers from 0.
// Coordinates: the block of pages on a sheet, its top left corner where the first page is trimmed, y downwards; each
// side as one looks at it, the sheet turned over sideways.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/length.h"

namespace huozi::impose {

using base::Length;

enum class Kind {
  signatures,  // sheets folded one by one and gathered side by side
  saddle,      // sheets folded once and nested, stitched through the fold
  two_up       // spreads in reading order, printed on one side: a proof
};
enum class Binding { left, right };

struct Job {
  Kind kind = Kind::signatures;
  int signature = 16;  // pages of a signature: 4, 8, 16, 32; of `signatures` only
  Binding binding = Binding::left;
  size_t pages = 0;
  Length width, height;  // of the trimmed page
  Length gutter;         // between two pages at the spine, such as is milled off
  Length trim;           // cut off at head, foot and fore-edge
  // How far a leaf moves towards the spine, more than the leaf around it: the paper's thickness.
  Length creep_step;
};

struct Cell {
  std::optional<size_t> page;  // none: left empty
  Length left, top;            // of the trimmed page without creep
  bool turned = false;         // upside down
  bool spine_left = false;     // as one looks at the sheet; else it is at the right
  Length shift;                // of creep, to the right
};

struct Sheet {
  size_t signature = 0;  // from 0
  size_t sheet = 0;      // from 0, in the signature; from the outermost
  std::vector<Cell> front;
  std::vector<Cell> back;  // none: printed on one side
};

struct Plan {
  Job job;
  size_t signatures = 0;
  size_t blanks = 0;   // empty pages added at the end
  size_t deepest = 0;  // leaves around the innermost leaf of a signature
  int columns = 0, rows = 0;
  Length width, height;       // of the block of pages
  std::vector<Length> lefts;  // of the columns
  std::vector<Length> tops;   // of the rows
  std::vector<Sheet> sheets;

  // Where the sheet is folded: in the middle between neighbours.
  std::vector<Length> upright_folds() const;
  std::vector<Length> level_folds() const;
};

// REQUIRES: pages >= 1, lengths not negative.
Plan make_plan(const Job& job);

// Leaves that lie around the leaf of this page (from 0) in a signature of so many pages.
size_t depth_in(size_t page, size_t pages);

}  // namespace huozi::impose
