#include "cover/barcode.h"

#include "cover/palette.h"

namespace huozi::cover {
namespace {

// In micrometres at 100 %.
constexpr int64_t kModule = 330, kBars = 22'850, kGuards = kBars + 5 * kModule;
constexpr int64_t kBefore = 11, kBehind = 7;                    // modules
constexpr int64_t kFigures = kBars + 330 + 2750;                // to the foot of the figures
constexpr int64_t kAbove = 5400, kEdge = 2000, kPriced = 5200;  // room for the number, at head and foot, for the price
constexpr int64_t kFigureSize = 3750, kWordSize = 3300;         // of figures 2.75 mm high
constexpr int64_t kRow = kAbove - kEdge;

Length micrometres(int64_t value, int64_t per_cent) {
  return Length::ratio(value * per_cent * 72, 25'400 * 100);
}

}  // namespace

Length barcode_width(int per_cent) {
  return micrometres(kModule * (kBefore + static_cast<int64_t>(kModules) + kBehind), per_cent);
}

Length barcode_height(int per_cent, bool priced) {
  return micrometres(kAbove + kFigures + (priced ? kPriced : 0) + kEdge, per_cent);
}

void put_barcode(Panel& panel, const Barcode& code, layout::Point at, int per_cent) {
  const auto size = [&](int64_t value) { return micrometres(value, per_cent); };
  const auto x_of = [&](int64_t half_modules) { return at.x + size(kModule * (2 * kBefore + half_modules) / 2); };
  panel.rule({at.x, at.y, barcode_width(per_cent), barcode_height(per_cent, !code.price.empty())}, kWhite);
  const Length top = at.y + size(kAbove);
  for (size_t i = 0; i < kModules;) {
    size_t end = i + 1;
    while (end < kModules && code.modules[end] == code.modules[i]) ++end;
    if (code.modules[i]) {
      const Length left = x_of(2 * static_cast<int64_t>(i)), right = x_of(2 * static_cast<int64_t>(end));
      panel.rule({left, top, right - left, size(is_guard(i) ? kGuards : kBars)}, {});
    }
    i = end;
  }

  style::ComputedStyle figures = panel.style("isbn");
  figures.font_family = {"monospace", "sans-serif"};
  figures.color = {};
  const Length size_of_figure = size(kFigureSize);
  const Length figure_top = top + size(kFigures) - layout::ascent_of(size_of_figure);
  for (size_t i = 0; i < code.digits.size(); ++i) {
    // The first in the quiet zone, then six below each half: 3 modules of guard, 7 a digit, 5 in the middle.
    const auto n = static_cast<int64_t>(i);
    const int64_t middle = i == 0 ? -14 : 2 * (3 + 7 * (n - 1) + (i > 6 ? 5 : 0)) + 7;
    panel.put_column(code.digits.substr(i, 1), figures, size_of_figure, size_of_figure, x_of(middle), figure_top);
  }

  style::ComputedStyle words = panel.style("isbn");
  words.font_family = {"sans-serif"};
  words.color = {};
  const Length left = x_of(0), measure = size(kModule * static_cast<int64_t>(kModules));
  const auto line = [&](const std::string& text, Length row) {
    const Lines set = panel.fit(text, words, {measure, size(kWordSize), size(kWordSize / 2), 1, 120});
    panel.put(set, left, row);
  };
  line("ISBN " + code.isbn, at.y + size(kEdge) + size(kRow - kWordSize) / 2 - size(300));
  if (!code.price.empty()) line(code.price, top + size(kFigures + kPriced - kWordSize));
}

}  // namespace huozi::cover
