#include "cover/spine.h"

#include <algorithm>

#include "cover/palette.h"

namespace huozi::cover {
namespace {

constexpr Length kLargest = Length::points(26), kLeast = Length::ratio(11, 2);

// Words of one element. Sizes are parts of the title's.
struct Part {
  std::string text;
  std::string_view element;
  int64_t share;       // hundredths
  int64_t halves = 0;  // half cells: a blank is one
};

Part part(std::string text, std::string_view element, int64_t share) {
  Part out{std::move(text), element, share};
  for (const std::string& cell : column_cells(out.text)) out.halves += cell.empty() ? 1 : 2;
  return out;
}

Length pitch_of(Length size) {
  return size.scaled(112, 100);
}

// Never so small that it cannot be read, where the title is not.
Length size_of(const Part& part, Length title) {
  return std::max(title.scaled(part.share, 100), std::min(title, kLeast));
}

Length height_of(const Part& part, Length title) {
  return pitch_of(size_of(part, title)) * part.halves / 2;
}

Length gap_of(Length size) {
  return size.scaled(3, 2);
}

}  // namespace

void put_spine(Panel& panel, const Words& words, const layout::Rect& spine) {
  std::vector<Part> parts;  // title first, then from those that matter most
  parts.push_back(part(words.title, "h1", 100));
  if (!words.publisher.empty()) parts.push_back(part(words.publisher, "publisher", 62));
  if (!words.creators.empty()) parts.push_back(part(words.creators.front(), "creators", 66));
  if (!words.series.empty()) parts.push_back(part(words.series, "series", 62));

  const Length margin = std::min(spine.height / 14, Length::points(40));
  const Length room = spine.height - margin * 2;
  const auto needed = [&](Length size) {
    Length sum = gap_of(size) * static_cast<int64_t>(parts.size() - 1);
    for (const Part& each : parts) sum += height_of(each, size);
    return sum;
  };
  // A fold that is half a millimetre off must not reach the words.
  Length size = std::min(spine.width.scaled(62, 100), kLargest);
  while (needed(size) > room && size > kLeast) size = std::max(size.scaled(95, 100), kLeast);
  while (needed(size) > room && parts.size() > 1) parts.pop_back();

  style::ComputedStyle series = panel.style("series");
  const style::Color light = series.color == style::Color() ? kPaper : series.color;
  const Length x = spine.x + spine.width / 2;
  const auto put = [&](const Part& each, Length top) {
    style::ComputedStyle style = panel.style(each.element);
    style.color = light;
    const Length own = size_of(each, size);
    panel.put_column(each.text, style, own, pitch_of(own), x, top, static_cast<size_t>(room / pitch_of(own)));
  };
  const auto find = [&](std::string_view element) -> const Part* {
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const Part& each) { return each.element == element; });
    return found == parts.end() ? nullptr : &*found;
  };
  Length top = spine.y + margin, bottom = spine.y + spine.height - margin;
  if (const Part* each = find("series")) {
    put(*each, top);
    top += height_of(*each, size) + gap_of(size);
  }
  put(parts.front(), top);
  top += height_of(parts.front(), size);
  if (const Part* each = find("publisher")) {
    bottom -= height_of(*each, size);
    put(*each, bottom);
  }
  if (const Part* each = find("creators")) {
    const bool alone = !find("publisher");  // then at the foot
    const Length height = height_of(*each, size);
    put(*each, alone ? bottom - height : top + (bottom - top - height) / 2);
  }
}

}  // namespace huozi::cover
