#include "cover/spine.h"

#include <algorithm>

#include "cover/palette.h"
#include "cover/spine_column.h"

namespace huozi::cover {
namespace {

constexpr Length kLargest = Length::points(26), kLeast = Length::ratio(11, 2);

// Words of one element. Sizes are parts of the title's.
struct Part {
  std::vector<SpineCell> cells;
  std::string_view element;
  style::ComputedStyle style;
  int64_t share;  // hundredths
};

// Never so small that it cannot be read, where the title is not.
Length size_of(const Part& part, Length title) {
  return std::max(title.scaled(part.share, 100), std::min(title, kLeast));
}

Length height_of(Panel& panel, Part& part, Length title) {
  part.style.font_size = size_of(part, title);
  return column_height(panel, part.cells, part.style);
}

Length gap_of(Length size) {
  return size.scaled(3, 2);
}

}  // namespace

void put_spine(Panel& panel, const Words& words, const layout::Rect& spine) {
  style::ComputedStyle series = panel.style("series");
  const style::Color light = series.color == style::Color() ? kPaper : series.color;
  std::vector<Part> parts;  // title first, then from those that matter most
  const auto add = [&](std::string_view text, std::string_view element, int64_t share) {
    if (text.empty()) return;
    parts.push_back({spine_cells(text), element, panel.style(element), share});
    parts.back().style.color = light;
  };
  add(words.title, "h1", 100);
  add(words.publisher, "publisher", 62);
  if (!words.creators.empty()) add(words.creators.front(), "creators", 66);
  add(words.series, "series", 62);
  if (parts.empty()) return;

  const Length margin = std::min(spine.height / 14, Length::points(40));
  const Length room = spine.height - margin * 2;
  const auto needed = [&](Length size) {
    Length sum = gap_of(size) * static_cast<int64_t>(parts.size() - 1);
    for (Part& each : parts) sum += height_of(panel, each, size);
    return sum;
  };
  // A fold that is half a millimetre off must not reach the words.
  Length size = std::min(spine.width.scaled(62, 100), kLargest);
  while (needed(size) > room && size > kLeast) size = std::max(size.scaled(95, 100), kLeast);
  while (needed(size) > room && parts.size() > 1) parts.pop_back();

  const Length x = spine.x + spine.width / 2;
  const auto put = [&](Part& each, Length top) {
    each.style.font_size = size_of(each, size);
    put_spine_column(panel, each.cells, each.style, x, top, room);
  };
  const auto find = [&](std::string_view element) -> Part* {
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const Part& each) { return each.element == element; });
    return found == parts.end() ? nullptr : &*found;
  };
  Length top = spine.y + margin, bottom = spine.y + spine.height - margin;
  if (Part* each = find("series")) {
    put(*each, top);
    top += height_of(panel, *each, size) + gap_of(size);
  }
  put(parts.front(), top);
  top += height_of(panel, parts.front(), size);
  if (Part* each = find("publisher")) {
    bottom -= height_of(panel, *each, size);
    put(*each, bottom);
  }
  if (Part* each = find("creators")) {
    const bool alone = !find("publisher");  // then at the foot
    const Length height = height_of(panel, *each, size);
    put(*each, alone ? bottom - height : top + (bottom - top - height) / 2);
  }
}

}  // namespace huozi::cover
