#include "layout/code_line.h"

#include <algorithm>

namespace huozi::layout {

Length cell_of(const TextStyle& style, const text::FontLibrary& fonts) {
  const text::FontId id = style.fonts->front();
  const text::Font& font = fonts.font(id);
  const text::GlyphId digit = font.glyph(U'0');
  const Length width = digit ? font.scale(font.advance(digit), fonts.size_of(id, style.size)) : Length();
  return width > Length() ? width : style.size / 2;
}

void fit_cells(text::ShapedText& shaped, Length cell) {
  for (text::Cluster& cluster : shaped.clusters) {
    const bool square = text::is_square(cluster.cls);
    const Length unit = square ? cluster.size : cell;
    const int64_t cells = std::max<int64_t>((cluster.advance + unit / 2) / unit, 1) * (square ? 2 : 1);
    const Length width = cell * cells;
    for (uint32_t g = cluster.glyph_begin; g < cluster.glyph_end; ++g) {
      shaped.glyphs[g].x += (width - cluster.advance) / 2;
    }
    cluster.advance = width;
    cluster.blank_left = cluster.blank_right = Length();
  }
}

std::vector<uint32_t> break_code(const text::ShapedText& shaped, const BreakInput& input, const BreakRequest& request,
                                 Length cell) {
  const auto count = static_cast<uint32_t>(input.size());
  const auto word_ends = [&](uint32_t k) {
    const text::CharClass before = shaped.clusters[k - 1].cls;
    return before == text::CharClass::fixed_space || before == text::CharClass::latin_closing;
  };
  std::vector<uint32_t> starts;
  for (uint32_t first = 0; first < count;) {
    starts.push_back(first);
    const Length room = request.measure - (first == 0 ? request.first_indent : Length());
    if (input.width(first, count) <= room) break;
    uint32_t last = first + 1;
    while (last < count && input.width(first, last + 1) <= room - cell * 2) ++last;
    uint32_t turn = last;
    // Within the last third of the line.
    while (turn > first + (last - first) * 2 / 3 && !word_ends(turn)) --turn;
    first = turn > first && word_ends(turn) ? turn : last;
  }
  return starts;
}

}  // namespace huozi::layout
