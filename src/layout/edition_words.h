// How a book's pages and type are named where it speaks of itself: 140mm×203mm, 28字×28行, 五号. Not here: what is
// counted (layout/edition_figures).
#pragma once

#include <string>
#include <vector>

#include "layout/galley.h"
#include "style/computed_style.h"

namespace huozi::layout {

std::string page_words(const style::PageStyle& page);
std::string type_area_words(const style::PageStyle& page, const style::ComputedStyle& body);
std::string type_size_words(Length size);

// Fonts that glyphs of the galleys are set in, those of most glyphs first.
std::vector<text::FontId> fonts_by_use(const std::vector<Galley>& galleys);

}  // namespace huozi::layout
