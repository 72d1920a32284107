// Which page stands where on a sheet that is folded into a signature. Not here: lengths, and how a book is divided into
// signatures (plan).
// Scheme: the standard right-angle folds, each halving the sheet across the fold before it (16 pages: three folds, the
// outer form 5 12 9 8 above 4 13 16 1, as the trade's tables have it). The folded sheet opens at the left.
#pragma once

#include <vector>

namespace huozi::impose {

struct Slot {
  int page = 0;         // of the signature, from 0
  bool turned = false;  // stands on its head
};

// Each side as one looks at it when the sheet has been turned over sideways: row by row from the top, from the left.
struct FoldedSheet {
  int columns = 0, rows = 0;
  std::vector<Slot> front, back;  // the front has the first page and the last
};

// REQUIRES: pages is 4, 8, 16 or 32.
FoldedSheet folded_sheet(int pages);

}  // namespace huozi::impose
