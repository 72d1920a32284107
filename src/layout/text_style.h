// TextStyle: what layout needs of a ComputedStyle to set a run of text, with its fonts found.
#pragma once

#include <string>
#include <vector>

#include "style/computed_style.h"
#include "text/break_opportunity.h"
#include "text/font_library.h"
#include "text/spacing.h"

namespace huozi::layout {

using base::Length;

// Marks beside each emphasised character.
struct EmphasisStyle {
  style::EmphasisMark mark = style::EmphasisMark::none;
  bool open = false;
  bool over = false;
  style::Color color;
};

struct TextStyle {
  const std::vector<text::FontId>* fonts = nullptr;  // owned by the FontLibrary
  Length size;
  Length line_height;
  Length raise;  // of the baseline
  style::Color color;
  text::SpacingStyle spacing;
  bool spacing_cut = false;  // less letter-spacing was asked for
  text::BreakLevel break_level = text::BreakLevel::strict;
  style::Hyphens hyphens = style::Hyphens::manual;
  std::string language;
  style::TextDecoration decoration = style::TextDecoration::none;  // of the element itself
  style::Sides<style::BorderSide> border;                          // of the element itself
  bool framed = false;                                             // any of its sides is drawn
  bool underline_below = false;                                    // the em square, not near the baseline
  EmphasisStyle emphasis;
  bool keep_spaces = false;  // white-space: pre
  bool dot_stops = false;    // ．for 。
  bool tabular = false;      // digits of one width
};

// `raise_base`: the raise of the surrounding text, to which vertical-align adds.
TextStyle make_text_style(const style::ComputedStyle& style, std::string_view language, text::FontLibrary& fonts,
                          Length raise_base = Length(), Length parent_size = Length());

// The em square's part above the baseline. Chinese faces stand 0.88 above and 0.12 below.
constexpr Length ascent_of(Length size) {
  return size.scaled(88, 100);
}

}  // namespace huozi::layout
