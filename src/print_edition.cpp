#include "print_edition.h"

namespace huozi {

std::vector<const text::Font*> faces_of(const text::FontLibrary& fonts) {
  std::vector<const text::Font*> faces;
  for (size_t i = 0; i < fonts.size(); ++i) faces.push_back(&fonts.font(static_cast<text::FontId>(i)));
  return faces;
}

}  // namespace huozi
