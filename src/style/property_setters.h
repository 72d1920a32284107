// What each property does to a ComputedStyle or a PageStyle, given a value that its grammar has accepted.
// Not here: the table that binds them to names (style/property.cpp).
#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "style/property.h"

namespace huozi::style::setters {

inline bool is_keyword(const Component& component, std::string_view name) {
  return component.kind == Component::Kind::keyword && component.text == name;
}
inline bool is_keyword(Components value, std::string_view name) {
  return value.size() == 1 && is_keyword(value[0], name);
}
inline int whole(const Component& component) {
  return static_cast<int>(component.quantity.millionths / kMillion);
}

// ---------------------------------------------------------------- fields that take one keyword, number or length

template <typename Enum, size_t N>
using Keywords = std::array<std::pair<std::string_view, Enum>, N>;

template <auto Field, const auto& Table>
void set_keyword(ComputedStyle& style, Components value, const SetContext&) {
  for (const auto& [name, meaning] : Table) {
    if (is_keyword(value[0], name)) style.*Field = meaning;
  }
}

template <auto Field>
void set_whole(ComputedStyle& style, Components value, const SetContext&) {
  style.*Field = whole(value[0]);
}

template <auto Field>
void set_length(ComputedStyle& style, Components value, const SetContext& context) {
  style.*Field = resolve(value[0].quantity, context.lengths);  // `normal` is a quantity of zero
}

// `Otherwise` stands for the empty string.
template <auto Field, const auto& Otherwise>
void set_name(ComputedStyle& style, Components value, const SetContext&) {
  style.*Field = is_keyword(value, Otherwise) ? std::string() : value[0].text;
}

template <auto... Fields>
void copy(ComputedStyle& to, const ComputedStyle& from) {
  ((to.*Fields = from.*Fields), ...);
}

// ---------------------------------------------------------------- the four sides

template <auto Group, auto Side>
void set_side(ComputedStyle& style, Components value, const SetContext& context) {
  style.*Group.*Side = resolve(value[0].quantity, context.lengths);
}
template <auto Group, auto Side>
void copy_side(ComputedStyle& to, const ComputedStyle& from) {
  to.*Group.*Side = from.*Group.*Side;
}

// One to four values: top, right, bottom, left; a missing one is that of the opposite side.
template <typename T, typename Function>
void spread(Sides<T>& sides, Components value, Function set) {
  const size_t n = value.size();
  set(sides.top, value[0]);
  set(sides.right, value[n > 1 ? 1 : 0]);
  set(sides.bottom, value[n > 2 ? 2 : 0]);
  set(sides.left, value[n > 3 ? 3 : n > 1 ? 1 : 0]);
}

template <auto Group>
void set_sides(ComputedStyle& style, Components value, const SetContext& context) {
  spread(style.*Group, value,
         [&](Length& side, const Component& part) { side = resolve(part.quantity, context.lengths); });
}

void set_border_side(BorderSide& side, Components value, const SetContext& context, const Color& text);

template <auto... Side>
void set_border(ComputedStyle& style, Components value, const SetContext& context) {
  (set_border_side(style.border.*Side, value, context, style.color), ...);
}
template <auto... Side>
void copy_border(ComputedStyle& to, const ComputedStyle& from) {
  ((to.border.*Side = from.border.*Side), ...);
}
void set_border_width(ComputedStyle& style, Components value, const SetContext& context);
void set_border_style(ComputedStyle& style, Components value, const SetContext& context);
void set_border_color(ComputedStyle& style, Components value, const SetContext& context);

// ---------------------------------------------------------------- the others, by name

void set_text_indent(ComputedStyle& style, Components value, const SetContext& context);
void copy_text_indent(ComputedStyle& to, const ComputedStyle& from);
void set_font_family(ComputedStyle& style, Components value, const SetContext& context);
void set_font_size(ComputedStyle& style, Components value, const SetContext& context);
void set_font_weight(ComputedStyle& style, Components value, const SetContext& context);
void set_line_height(ComputedStyle& style, Components value, const SetContext& context);
void set_color(ComputedStyle& style, Components value, const SetContext& context);
void set_text_emphasis(ComputedStyle& style, Components value, const SetContext& context);
void set_text_emphasis_style(ComputedStyle& style, Components value, const SetContext& context);
void set_text_emphasis_color(ComputedStyle& style, Components value, const SetContext& context);
void set_text_emphasis_position(ComputedStyle& style, Components value, const SetContext& context);
void set_quotes(ComputedStyle& style, Components value, const SetContext& context);
void set_max_width(ComputedStyle& style, Components value, const SetContext& context);
void set_width(ComputedStyle& style, Components value, const SetContext& context);
void set_height(ComputedStyle& style, Components value, const SetContext& context);
void set_column_gap(ComputedStyle& style, Components value, const SetContext& context);
void set_vertical_align(ComputedStyle& style, Components value, const SetContext& context);
void set_text_decoration(ComputedStyle& style, Components value, const SetContext& context);
void set_text_decoration_style(ComputedStyle& style, Components value, const SetContext& context);
void set_text_underline_position(ComputedStyle& style, Components value, const SetContext& context);
void set_content(ComputedStyle& style, Components value, const SetContext& context);
void set_counter_reset(ComputedStyle& style, Components value, const SetContext& context);
void set_counter_increment(ComputedStyle& style, Components value, const SetContext& context);
void set_string_set(ComputedStyle& style, Components value, const SetContext& context);
void set_letter_spacing(ComputedStyle& style, Components value, const SetContext& context);
void set_continued(ComputedStyle& style, Components value, const SetContext& context);
void set_rows_before(ComputedStyle& style, Components value, const SetContext& context);

// `auto` in @page: the type area says what the margin is.
void set_margin_autos(PageStyle& page, Components value, const LengthContext& lengths);
template <auto Side>
void set_margin_auto(PageStyle& page, Components value, const LengthContext&) {
  page.margin_auto.*Side = is_keyword(value, "auto");
}
void set_size(PageStyle& page, Components value, const LengthContext& lengths);
void set_bleed(PageStyle& page, Components value, const LengthContext& lengths);
void set_marks(PageStyle& page, Components value, const LengthContext& lengths);
void set_type_area(PageStyle& page, Components value, const LengthContext& lengths);
void set_page_multiple(PageStyle& page, Components value, const LengthContext& lengths);
void set_rule_length(PageStyle& page, Components value, const LengthContext& lengths);
void set_continued_rule_length(PageStyle& page, Components value, const LengthContext& lengths);

}  // namespace huozi::style::setters
