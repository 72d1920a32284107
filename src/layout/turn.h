// A quarter turn counterclockwise about the origin, of items and places: what ran to the right runs upwards, what stood
// at the top stands at the left. Not here: what is turned (layout/turned_pages), how it is drawn (pdf/).
#pragma once

#include <variant>

#include "layout/page.h"

namespace huozi::layout {

inline Point turned(Point at) {
  return {at.y, -at.x};
}
inline Point turned_back(Point at) {
  return {-at.y, at.x};
}
inline Rect turned(const Rect& rect) {
  return {rect.y, -(rect.x + rect.width), rect.height, rect.width};
}

// REQUIRES: no item is turned twice.
template <typename Content>
void turn(Content& content) {
  if constexpr (requires { content.rect; }) {
    content.rect = turned(content.rect);
  } else {
    content.origin = turned(content.origin);
  }
  if constexpr (requires { content.turned; }) content.turned = true;
}

template <typename... Kinds>
void turn(std::variant<Kinds...>& item) {
  std::visit([](auto& content) { turn(content); }, item);
}

}  // namespace huozi::layout
