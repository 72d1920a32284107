// The words on a spine, character below character: series and title from the head, creators in the middle of what is
// left, the publisher at the foot. Inside cover/ only.
#pragma once

#include "cover/panel.h"
#include "cover/words.h"

namespace huozi::cover {

// `spine`: the rectangle of the trimmed spine on the panel. All words have one size and its parts, as large as there is
// room for.
void put_spine(Panel& panel, const Words& words, const layout::Rect& spine);

}  // namespace huozi::cover
