// Which figures among a run of blocks may move (Galley::movables): those before text without margins.
#pragma once

#include <cstddef>

#include "layout/galley.h"

namespace huozi::layout {

class MovableRun {
 public:
  explicit MovableRun(Galley& galley) : galley_(galley) {}

  enum class Kind {
    text,  // paragraphs and lists without margins and breaks of their own
    figure,
    other,
  };
  // The galley's rows from `first` on are a block's. `parted`: a margin of the block before it parts them.
  void add(Kind kind, size_t first, bool parted);

 private:
  Galley& galley_;
  MovableBlock figure_;   // set before; `end` zero: none
  bool follows_ = false;  // it is among the galley's movable blocks: text follows
};

}  // namespace huozi::layout
