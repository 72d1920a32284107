// A panel of the cover being set: texts put on it in the styles of the cover's elements, line by line or character
// below character. Inside cover/ only.
// Not here: what stands where (front).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layout/page.h"
#include "layout/paragraph.h"
#include "style/stylesheet.h"
#include "text/shaper.h"

namespace huozi::cover {

using layout::Length;

// A text in lines of its own style.
struct Lines {
  std::vector<layout::SetLine> lines;
  Length size;
  Length pitch;         // from baseline to baseline
  Length measure;       // in whose middle the lines stand
  bool centred = true;  // false: they fill it
  Length height() const { return lines.empty() ? Length() : pitch * static_cast<int64_t>(lines.size() - 1) + size; }
};

// How large a text is set: from the largest size down to the least until it has room.
struct Fit {
  Length measure;
  Length largest, least;
  size_t most_lines = 1;
  int64_t leading = 135;  // of the size, in hundredths
  Length most_height = Length::points(5000);
};

class Panel {
 public:
  // `language`: of all texts. REQUIRES: the references outlive this.
  Panel(Length width, Length height, std::string_view language, const style::Cascade& cascade,
        text::FontLibrary& fonts);

  // Of an element of the cover, by its class; of "h1" the title's. An ink of its own where the sheet gives none.
  style::ComputedStyle style(std::string_view element) const;
  const style::ComputedStyle& whole() const { return whole_; }

  Lines fit(std::string_view text, const style::ComputedStyle& style, const Fit& fit);
  // The same, and smaller where that makes lines end by sense.
  Lines fit_title(std::string_view text, const style::ComputedStyle& style, const Fit& fit);
  // Names are not divided: as many on a line as it holds, an ideographic space between them.
  Lines fit_names(std::string_view names, const style::ComputedStyle& style, const Fit& fit);
  // Paragraphs of running text, parted by LF: justified, those of Chinese indented by two characters.
  Lines fit_text(std::string_view text, const style::ComputedStyle& style, const Fit& fit);
  // The lines begin at x, the first one's em square at `top`. Returns where the last one's ends.
  Length put(const Lines& lines, Length x, Length top);

  // A column of em squares, centred on `x`, from `top` down; cells beyond `most_cells` are cut off.
  void put_column(std::string_view text, style::ComputedStyle style, Length size, Length pitch, Length x, Length top,
                  size_t most_cells = SIZE_MAX);
  // Words on one line, without a break.
  Length width_of(std::string_view words, const style::ComputedStyle& style);
  // The same turned clockwise: the middle of its em squares on `x`, from `top` down.
  void put_turned(std::string_view words, const style::ComputedStyle& style, Length x, Length top);
  void rule(layout::Rect rect, const style::Color& color);
  // Another panel's items, its top left corner at `at`.
  void place(layout::Page panel, layout::Point at);
  void add(layout::ImageItem image) { page_.items.push_back({layout::Region::body, std::move(image)}); }

  std::vector<std::string> texts(const Lines& lines) const;  // of each line
  void mark_cut() { cut_ = true; }
  bool cut() const { return cut_; }
  layout::Page take() { return std::move(page_); }
  std::vector<std::string> missing() const;

 private:
  std::vector<layout::SetLine> set(std::string_view text, const style::ComputedStyle& style, Length measure);
  std::vector<layout::SetLine> set_text(std::string_view text, const style::ComputedStyle& style, Length measure,
                                        bool indented);
  Lines set_words(std::string_view words, style::ComputedStyle style);
  Lines set_at(std::string_view text, style::ComputedStyle style, Length size, const Fit& fit);
  std::vector<layout::SetLine> set_names(std::string_view names, const style::ComputedStyle& style, Length measure);
  void cut_off(Lines& lines, style::ComputedStyle style, const Fit& fit);

  std::string language_;
  const style::Cascade& cascade_;
  text::Shaper shaper_;
  source::Diagnostics diagnostics_;
  layout::Page page_;
  style::ElementRef section_;
  style::ComputedStyle whole_;
  bool cut_ = false;
};

// The cells of a column: characters in the forms they have in vertical text, two digits at a time, letters one by one.
// White space is an empty cell of half a pitch.
std::vector<std::string> column_cells(std::string_view text);

}  // namespace huozi::cover
