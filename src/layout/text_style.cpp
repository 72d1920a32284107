#include "layout/text_style.h"

namespace huozi::layout {
namespace {

text::TrimStyle trim_of(style::TextSpacingTrim trim) {
  switch (trim) {
    case style::TextSpacingTrim::normal:
      return text::TrimStyle::normal;
    case style::TextSpacingTrim::space_all:
      return text::TrimStyle::space_all;
    case style::TextSpacingTrim::trim_all:
      return text::TrimStyle::trim_all;
    case style::TextSpacingTrim::kaiming:
      return text::TrimStyle::kaiming;
  }
  return text::TrimStyle::normal;
}

text::HangStyle hang_of(style::HangingPunctuation value) {
  switch (value) {
    case style::HangingPunctuation::none:
      return text::HangStyle::none;
    case style::HangingPunctuation::allow_end:
      return text::HangStyle::allow_end;
    case style::HangingPunctuation::force_end:
      return text::HangStyle::force_end;
  }
  return text::HangStyle::none;
}

text::BreakLevel level_of(style::LineBreak value) {
  switch (value) {
    case style::LineBreak::strict:
      return text::BreakLevel::strict;
    case style::LineBreak::normal:
      return text::BreakLevel::normal;
    case style::LineBreak::loose:
      return text::BreakLevel::loose;
    case style::LineBreak::anywhere:
      return text::BreakLevel::anywhere;
  }
  return text::BreakLevel::strict;
}

}  // namespace

TextStyle make_text_style(const style::ComputedStyle& style, std::string_view language, text::FontLibrary& fonts,
                          Length raise_base, Length parent_size) {
  TextStyle result;
  text::FontRequest request;
  request.families = style.font_family;
  request.weight = style.font_weight;
  request.italic = style.font_style == style::FontSlant::italic;
  request.language = language;
  result.fonts = &fonts.resolve(request);
  result.size = style.font_size;
  result.line_height = style.line_height;
  result.color = style.color;
  result.language = language;
  // Inherited by smaller type it may be too much again.
  const Length letter_spacing = std::max(style.letter_spacing, style::least_letter_spacing(style.font_size));
  result.spacing = {trim_of(style.text_spacing_trim), style.text_autospace, letter_spacing,
                    hang_of(style.hanging_punctuation)};
  result.spacing_cut = style.letter_spacing_cut;
  result.dot_stops = style.full_stop == style::FullStop::dot;
  result.tabular = style.tabular_numerals;
  result.break_level = level_of(style.line_break);
  result.hyphens = style.hyphens;
  result.decoration = style.text_decoration;
  result.border = style.border;
  result.framed = style.border.top.is_drawn() || style.border.right.is_drawn() || style.border.bottom.is_drawn() ||
                  style.border.left.is_drawn();
  // CSS Text Decoration 4 2.7, 3.4: what `auto` is hangs on the language.
  const bool chinese = language.starts_with("zh");
  result.underline_below = style.text_underline_position == style::UnderlinePosition::under || chinese ||
                           language.starts_with("ja") || language.starts_with("ko");
  const style::EmphasisPosition side = style.text_emphasis_position;
  result.emphasis = {style.text_emphasis, style.text_emphasis_open,
                     side == style::EmphasisPosition::over || (side == style::EmphasisPosition::auto_ && !chinese),
                     style.text_emphasis_color.value_or(style.color)};
  result.keep_spaces = style.white_space == style::WhiteSpace::pre || style.white_space == style::WhiteSpace::pre_wrap;
  // CSS 2 10.8.1: super and sub leave the amount to us; a third and a fifth of the surrounding size.
  const Length around = parent_size > Length() ? parent_size : style.font_size;
  result.raise = raise_base + style.baseline_shift;
  if (style.vertical_align == style::VerticalAlign::super) result.raise += around / 3;
  if (style.vertical_align == style::VerticalAlign::sub) result.raise -= around / 5;
  return result;
}

}  // namespace huozi::layout
