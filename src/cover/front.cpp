#include "cover/front.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "cover/palette.h"
#include "cover/panel.h"
#include "cover/spine_column.h"
#include "cover/words.h"

namespace huozi::cover {
namespace {

// Lengths in 1600ths of the panel's width.
class Designer {
 public:
  Designer(const document::BookMetadata& metadata, Length width, Length height, const style::Cascade& cascade,
           text::FontLibrary& fonts, const Finish& finish)
      : words_(words_of(metadata)),
        width_(width),
        height_(height),
        bleed_(finish.bleed),
        ink_(finish.black ? style::Color() : kInk),
        panel_(width, height, metadata.language, cascade, fonts),
        accent_(accent_of(panel_.whole())) {}

  Front design() {
    panel_.rule(upright(-bleed_, width_ + bleed_ * 2), kPaper);
    if (panel_.whole().writing_mode == "vertical-rl") {
      downwards();
    } else {
      across();
    }
    Front front;
    front.cut = panel_.cut();
    front.missing = panel_.missing();
    front.page = panel_.take();
    return front;
  }

 private:
  // Of low panels the height counts.
  Length unit(int64_t n) const { return std::min(width_.scaled(n, 1600), height_.scaled(n, 2000)); }

  // From head to foot, with what is cut off.
  layout::Rect upright(Length x, Length breadth) const { return {x, -bleed_, breadth, height_ + bleed_ * 2}; }

  style::ComputedStyle style(std::string_view element) const {
    style::ComputedStyle style = panel_.style(element);
    if (style.color == style::Color()) style.color = ink_;
    return style;
  }

  // Few characters are set large; from the sixth on the title takes more lines at one size.
  Fit title_fit(size_t characters, Length measure, size_t most_lines) const {
    constexpr std::array<int64_t, 6> kSizes = {480, 480, 430, 340, 270, 230};
    Fit fit;
    fit.measure = measure;
    fit.largest = unit(kSizes[std::min(characters, kSizes.size() - 1)]);
    fit.least = unit(40);
    fit.most_lines = characters <= 5 ? 1 : characters <= 30 ? std::min<size_t>(3, most_lines) : most_lines;
    fit.leading = 128;
    return fit;
  }

  // The widths of Han characters that the title has.
  static size_t wide_characters(std::string_view text) {
    size_t halves = 0;
    for (const auto c : base::CodePoints(text)) halves += c.code_point >= 0x2E80 ? 2 : 1;
    return (halves + 1) / 2;
  }

  // A band at one side with the series in it, character below character, words of letters as on a spine; and a thin
  // line beside it.
  void band(bool at_right) {
    const bool named = !words_.series.empty();
    const Length breadth = unit(named ? 236 : 120);
    const Length left = at_right ? width_ - breadth : Length();
    panel_.rule(upright(at_right ? left : -bleed_, breadth + bleed_), accent_);
    const Length beside = at_right ? left - unit(24) : breadth + unit(18);
    panel_.rule(upright(beside, unit(6)), accent_);
    if (!named) return;
    style::ComputedStyle series = panel_.style("series");
    if (series.color == style::Color()) series.color = kPaper;
    const Length top = unit(300), room = height_ - top - unit(300);
    const std::vector<SpineCell> spine = spine_cells(words_.series);
    if (std::any_of(spine.begin(), spine.end(), [](const SpineCell& each) { return each.turned; })) {
      series.font_size = unit(88);
      while (column_height(panel_, spine, series) > room && series.font_size > unit(43)) {
        series.font_size = series.font_size.scaled(95, 100);
      }
      put_spine_column(panel_, spine, series, left + breadth / 2, top, room);
      return;
    }
    const auto cells = static_cast<int64_t>(column_cells(words_.series).size());
    const Length pitch = std::max(std::min(unit(116), room / std::max<int64_t>(cells, 1)), unit(56));
    panel_.put_column(words_.series, series, std::min(unit(88), pitch.scaled(76, 100)), pitch, left + breadth / 2, top,
                      static_cast<size_t>(room / pitch));
  }

  // Creators and publisher at the foot, up from `bottom`; a rule above them. Returns the rule's top.
  Length foot(Length left, Length measure, Length bottom) {
    std::vector<Lines> rows;
    Length height;
    const auto add = [&](std::string_view text, std::string_view element, int64_t size, size_t lines) {
      if (text.empty()) return;
      rows.push_back(panel_.fit_names(text, style(element), {measure, unit(size), unit(34), lines, 150}));
      height += rows.back().height();
    };
    const size_t roles = words_.creators.size();
    for (const std::string& line : words_.creators) add(line, "creators", roles > 4 ? 44 : 66, roles > 2 ? 3 : 5);
    const bool published = !words_.publisher.empty();
    add(words_.publisher, "publisher", 58, 2);
    if (rows.empty()) return bottom;
    // The publisher stands a little apart.
    const Length gap = unit(34), apart = published && rows.size() > 1 ? unit(40) : Length();
    height += gap * static_cast<int64_t>(rows.size() - 1) + apart;
    Length y = bottom - height;
    const Length top = y - unit(58);
    panel_.rule({left, top, measure, unit(4)}, accent_);
    for (size_t i = 0; i < rows.size(); ++i) {
      if (published && i + 1 == rows.size()) y += apart;
      y = panel_.put(rows[i], left, y) + gap;
    }
    return top;
  }

  void across() {
    band(false);
    const Length left = unit(words_.series.empty() ? 250 : 370);
    const Length measure = width_ - left - unit(110);
    const Length foot_top = foot(left, measure, height_ - unit(230));
    Length y = unit(420);
    const size_t wide = wide_characters(words_.title);
    Fit fit = title_fit(wide, measure, 9);
    fit.most_height = (foot_top - y).scaled(words_.subtitle.empty() ? 85 : 68, 100);
    const Lines title = panel_.fit_title(words_.title, style("h1"), fit);
    y = panel_.put(title, left, y) + std::max(title.size / 3, unit(60));
    panel_.rule({left, y, unit(180), unit(10)}, accent_);
    if (words_.subtitle.empty()) return;
    y += unit(90);
    const auto room = static_cast<size_t>(std::max<int64_t>((foot_top - y) / unit(110), 1));
    panel_.put(
        panel_.fit(words_.subtitle, style("subtitle"), {measure, unit(82), unit(44), std::min<size_t>(room, 4), 140}),
        left, y);
  }

  // The lines as columns from `right` leftwards. Returns the left edge of the last.
  Length columns(const Lines& lines, std::string_view element, Length right, Length top, Length room) {
    const std::vector<std::string> texts = panel_.texts(lines);
    size_t most = 1;
    for (const std::string& text : texts) most = std::max(most, column_cells(text).size());
    // Figures are a cell each here, and were half a one in the lines.
    const Length pitch = std::min(lines.size.scaled(106, 100), room / static_cast<int64_t>(most));
    const Length size = pitch.scaled(100, 106);
    Length x = right - size / 2;
    for (const std::string& text : texts) {
      panel_.put_column(text, style(element), size, pitch, x, top);
      x -= size.scaled(138, 100);
    }
    return x + size.scaled(138, 100) - size / 2;
  }

  // Columns from right to left: title, subtitle; at the foot those who made the book, across.
  void downwards() {
    band(true);
    const Length right = width_ - unit(words_.series.empty() ? 250 : 370);
    const Length top = unit(300);
    const Length foot_top = foot(unit(120), right - unit(120), height_ - unit(230));
    const Length room = foot_top - top - unit(160);
    Fit fit = title_fit(wide_characters(words_.title), room, 4);
    fit.largest = std::min(fit.largest, unit(300));
    fit.leading = 138;
    fit.most_height = right - unit(words_.subtitle.empty() ? 120 : 440);
    const Lines title = panel_.fit_title(words_.title, style("h1"), fit);
    const Length left = columns(title, "h1", right, top, room);
    if (words_.subtitle.empty()) return;
    const Length lower = title.size / 4;
    Fit small{room - lower, unit(84), unit(44), 3, 138};
    small.most_height = left - unit(190);
    columns(panel_.fit(words_.subtitle, style("subtitle"), small), "subtitle", left - unit(70), top + lower,
            room - lower);
  }

  Words words_;
  Length width_, height_, bleed_;
  style::Color ink_;
  Panel panel_;
  style::Color accent_;
};

}  // namespace

Front typeset_front(const document::BookMetadata& metadata, Length width, Length height, const style::Cascade& cascade,
                    text::FontLibrary& fonts, const Finish& finish) {
  return Designer(metadata, width, height, cascade, fonts, finish).design();
}

}  // namespace huozi::cover
