#include "layout/edition_words.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "layout/page_geometry.h"
#include "style/named_size.h"

namespace huozi::layout {
namespace {

// Tenths at most, as sizes are given.
std::string tenths(int64_t value) {
  return value % 10 == 0 ? std::to_string(value / 10) : fmt::format("{}.{}", value / 10, value % 10);
}

int64_t tenths_of_mm(Length length) {
  return (length.scaled(254, 72) + Length::ratio(1, 2)) / Length::points(1);
}

void count(const std::vector<Row>& rows, std::map<text::FontId, size_t>& glyphs) {
  for (const Row& row : rows) {
    for (const RowItem& item : row.items) {
      if (const auto* run = std::get_if<GlyphRun>(&item)) glyphs[run->font] += run->glyphs.size();
    }
  }
}

}  // namespace

std::string page_words(const style::PageStyle& page) {
  return fmt::format("{}mm×{}mm", tenths(tenths_of_mm(page.width)), tenths(tenths_of_mm(page.height)));
}

std::string type_area_words(const style::PageStyle& page, const style::ComputedStyle& body) {
  const PageGeometry geometry = page_geometry(page, body, true);
  return fmt::format("{}字×{}行", geometry.measure / body.font_size, geometry.lines);
}

std::string type_size_words(Length size) {
  for (const std::string_view name : style::chinese_size_names()) {
    if (style::chinese_size(name) == size) return std::string(name);
  }
  return tenths(size.scaled(10, 1) / Length::points(1)) + "pt";
}

std::vector<text::FontId> fonts_by_use(const std::vector<Galley>& galleys) {
  std::map<text::FontId, size_t> glyphs;
  for (const Galley& galley : galleys) {
    count(galley.rows, glyphs);
    for (const GalleyNote& note : galley.notes) count(note.rows, glyphs);
    for (const PageFloat& each : galley.floats) count(each.rows, glyphs);
  }
  std::vector<std::pair<text::FontId, size_t>> order(glyphs.begin(), glyphs.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<text::FontId> out;
  for (const auto& [font, uses] : order) out.push_back(font);
  return out;
}

}  // namespace huozi::layout
