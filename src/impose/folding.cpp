#include "impose/folding.h"

#include <cstddef>
#include <utility>

namespace huozi::impose {
namespace {

struct Layer {
  int column = 0, row = 0;  // where it was before any fold, seen from above
  bool face_down = true;    // the sheet's front
  bool turned = false;
};
using Pile = std::vector<Layer>;  // from below

// The sheet seen from above, its front below.
class Folder {
 public:
  Folder(int columns, int rows) : columns_(columns), rows_(rows), piles_(static_cast<size_t>(columns * rows)) {
    for (int row = 0; row < rows; ++row) {
      for (int column = 0; column < columns; ++column) at(column, row) = {{column, row, true, false}};
    }
  }

  // The right half goes over the left.
  void fold_right_over() {
    for (int row = 0; row < rows_; ++row) {
      for (int column = 0; column < columns_ / 2; ++column) lay(at(columns_ - 1 - column, row), at(column, row), false);
    }
    columns_ /= 2;
  }

  // The upper half goes over the lower: heads turn.
  void fold_top_over() {
    for (int row = 0; row < rows_ / 2; ++row) {
      for (int column = 0; column < columns_; ++column) lay(at(column, row), at(column, rows_ - 1 - row), true);
    }
    first_row_ += rows_ / 2;
    rows_ /= 2;
  }

  bool wider_than_one() const { return columns_ > 1; }
  bool higher_than_one() const { return rows_ > 1; }
  const Pile& folded() { return at(0, 0); }

 private:
  Pile& at(int column, int row) { return piles_[static_cast<size_t>((first_row_ + row) * stride_ + column)]; }

  static void lay(Pile& over, Pile& under, bool heads_turn) {
    for (auto layer = over.rbegin(); layer != over.rend(); ++layer) {
      layer->face_down = !layer->face_down;
      if (heads_turn) layer->turned = !layer->turned;
      under.push_back(*layer);
    }
    over.clear();
  }

  int columns_, rows_, first_row_ = 0;
  const int stride_ = columns_;
  std::vector<Pile> piles_;
};

}  // namespace

FoldedSheet folded_sheet(int pages) {
  FoldedSheet sheet;
  sheet.columns = pages >= 16 ? 4 : 2;
  sheet.rows = pages / 2 / sheet.columns;
  sheet.front.resize(static_cast<size_t>(pages / 2));
  sheet.back.resize(static_cast<size_t>(pages / 2));

  Folder folder(sheet.columns, sheet.rows);
  // The last fold is the spine's, so where rows are as many as columns the first goes across.
  bool across = sheet.rows == sheet.columns;
  while (folder.wider_than_one() || folder.higher_than_one()) {
    if (across) {
      folder.fold_top_over();
    } else {
      folder.fold_right_over();
    }
    across = !across;
  }

  int page = 0;
  for (const Layer& layer : folder.folded()) {
    // What was seen from above is the back; the front is looked at from the other side.
    const auto back = static_cast<size_t>(layer.row * sheet.columns + layer.column);
    const auto front = static_cast<size_t>(layer.row * sheet.columns + sheet.columns - 1 - layer.column);
    Slot first{page, layer.turned}, second{page + 1, layer.turned};
    if (!layer.face_down) std::swap(first, second);
    sheet.front[front] = first;
    sheet.back[back] = second;
    page += 2;
  }
  return sheet;
}

}  // namespace huozi::impose
