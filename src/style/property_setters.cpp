#include "style/property_setters.h"

#include <algorithm>

#include "style/named_size.h"

namespace huozi::style::setters {
namespace {

using Kind = Component::Kind;

Length border_width(const Component& part, const SetContext& context) {
  if (is_keyword(part, "thin")) return Length::ratio(1, 2);
  if (is_keyword(part, "thick")) return Length::ratio(3, 2);
  if (is_keyword(part, "medium")) return Length::points(1);
  return resolve(part.quantity, context.lengths);
}

bool is_border_style(const Component& part) {
  return is_keyword(part, "none") || is_keyword(part, "solid") || is_keyword(part, "double");
}

BorderStyle border_style(const Component& part) {
  if (is_keyword(part, "none")) return BorderStyle::none;
  return is_keyword(part, "double") ? BorderStyle::double_ : BorderStyle::solid;
}

Content content_of(Components value) {
  Content content;
  for (const Component& part : value) {
    ContentItem item;
    if (part.kind == Kind::string) {
      item.value = part.text;
    } else if (part.kind == Kind::function) {
      if (!part.arguments.empty()) item.value = part.arguments[0].text;
      if (part.text == "counter") {
        item.kind = ContentItem::Kind::counter;
        item.style = part.arguments.size() > 2 ? part.arguments[2].text : "decimal";
      } else if (part.text == "string") {
        item.kind = ContentItem::Kind::string;
        item.style = part.arguments.size() > 2 ? part.arguments[2].text : "first";
      } else if (part.text == "attr") {
        item.kind = ContentItem::Kind::attribute;
      } else {
        item.kind = ContentItem::Kind::content_text;
      }
    } else {
      continue;  // none, normal
    }
    content.push_back(std::move(item));
  }
  return content;
}

std::vector<CounterChange> counter_changes(Components value, int64_t otherwise) {
  std::vector<CounterChange> changes;
  if (is_keyword(value, "none")) return changes;
  for (const Component& part : value) {
    if (part.kind == Kind::keyword) {
      changes.push_back({part.text, otherwise});
    } else {
      changes.back().value = whole(part);
    }
  }
  return changes;
}

bool is_generic_family(std::string_view name) {
  static constexpr std::array<std::string_view, 5> kGenerics = {"serif", "sans-serif", "kai", "fangsong", "monospace"};
  return std::find(kGenerics.begin(), kGenerics.end(), name) != kGenerics.end();
}

// Pieces between commas.
template <typename Function>
void for_each_piece(Components value, Function function) {
  size_t begin = 0;
  for (size_t i = 0; i <= value.size(); ++i) {
    if (i < value.size() && value[i].kind != Kind::comma) continue;
    function(value.subspan(begin, i - begin));
    begin = i + 1;
  }
}

}  // namespace

void set_border_side(BorderSide& side, Components value, const SetContext& context, const Color& text) {
  side = {BorderStyle::none, Length::points(1), text};
  for (const Component& part : value) {
    if (is_border_style(part)) {
      side.style = border_style(part);
    } else if (const auto color = color_of(part)) {
      side.color = *color;
    } else {
      side.width = border_width(part, context);
    }
  }
}

void set_border_width(ComputedStyle& style, Components value, const SetContext& context) {
  spread(style.border, value,
         [&](BorderSide& side, const Component& part) { side.width = border_width(part, context); });
}

void set_border_style(ComputedStyle& style, Components value, const SetContext&) {
  spread(style.border, value, [](BorderSide& side, const Component& part) { side.style = border_style(part); });
}

void set_border_color(ComputedStyle& style, Components value, const SetContext&) {
  spread(style.border, value,
         [](BorderSide& side, const Component& part) { side.color = color_of(part).value_or(side.color); });
}

void set_letter_spacing(ComputedStyle& style, Components value, const SetContext& context) {
  const Length wanted = resolve(value[0].quantity, context.lengths);  // `normal` is a quantity of zero
  const Length least = least_letter_spacing(context.lengths.font_size);
  style.letter_spacing = std::max(wanted, least);
  style.letter_spacing_cut = wanted < least;
}

void set_continued(ComputedStyle& style, Components value, const SetContext&) {
  style.continued.reset();
  if (!is_keyword(value, "auto")) style.continued = is_keyword(value, "none") ? std::string() : value[0].text;
}

void set_text_indent(ComputedStyle& style, Components value, const SetContext& context) {
  style.text_indent = resolve(value[0].quantity, context.lengths);
  style.indent_each_line = value.size() > 1;
}

void copy_text_indent(ComputedStyle& to, const ComputedStyle& from) {
  to.text_indent = from.text_indent;
  to.indent_each_line = from.indent_each_line;
}

void set_font_family(ComputedStyle& style, Components value, const SetContext&) {
  style.font_family.clear();
  for_each_piece(value, [&](Components piece) {
    std::string name;
    for (const Component& word : piece) name += (name.empty() ? "" : " ") + word.text;
    const bool generic = piece[0].kind == Kind::keyword && is_generic_family(lower(name));
    style.font_family.push_back(generic ? lower(name) : std::move(name));
  });
}

void set_font_size(ComputedStyle& style, Components value, const SetContext& context) {
  const Component& part = value[0];
  const Length parent = context.parent.font_size;
  if (part.kind == Kind::quantity) {
    style.font_size = part.quantity.unit == Unit::percent ? parent.scaled(part.quantity.millionths, 100 * kMillion)
                                                          : resolve(part.quantity, context.lengths);
  } else if (part.text == "smaller") {
    style.font_size = parent.scaled(5, 6);
  } else if (part.text == "larger") {
    style.font_size = parent.scaled(6, 5);
  } else if (part.text == "medium") {
    style.font_size = Length::ratio(21, 2);
  } else if (part.text == "small") {
    style.font_size = Length::points(9);
  } else if (part.text == "large") {
    style.font_size = Length::points(12);
  } else {
    style.font_size = chinese_size(part.text).value_or(parent);
  }
}

void set_font_weight(ComputedStyle& style, Components value, const SetContext& context) {
  const int parent = context.parent.font_weight;
  if (value[0].kind == Kind::quantity) {
    style.font_weight = whole(value[0]);
  } else if (value[0].text == "bolder") {
    style.font_weight = parent < 400 ? 400 : parent < 600 ? 700 : 900;
  } else if (value[0].text == "lighter") {
    style.font_weight = parent < 600 ? 100 : parent < 800 ? 400 : 700;
  } else {
    style.font_weight = value[0].text == "bold" ? 700 : 400;
  }
}

void set_line_height(ComputedStyle& style, Components value, const SetContext& context) {
  const Component& part = value[0];
  style.line_height_factor = 0;
  if (part.kind == Kind::keyword) {
    style.line_height_factor = initial_style().line_height_factor;
  } else if (part.quantity.unit == Unit::none) {
    style.line_height_factor = std::max<int64_t>(part.quantity.millionths, 1);
  } else if (part.quantity.unit == Unit::percent) {
    style.line_height = style.font_size.scaled(part.quantity.millionths, 100 * kMillion);
  } else {
    LengthContext lengths = context.lengths;
    lengths.font_size = style.font_size;
    style.line_height = resolve(part.quantity, lengths);
  }
}

void set_color(ComputedStyle& style, Components value, const SetContext&) {
  style.color = color_of(value[0]).value_or(style.color);
}

void set_text_emphasis(ComputedStyle& style, Components value, const SetContext& context) {
  set_text_emphasis_style(style, value, context);
  style.text_emphasis_color.reset();
  for (const Component& part : value) {
    if (const auto color = color_of(part)) style.text_emphasis_color = color;
  }
}

// CSS Text Decoration 4 3.1: `filled` or `open` alone is a circle.
void set_text_emphasis_style(ComputedStyle& style, Components value, const SetContext&) {
  constexpr Keywords<EmphasisMark, 7> kMarks = {{{"filled", EmphasisMark::circle},
                                                 {"open", EmphasisMark::circle},
                                                 {"dot", EmphasisMark::dot},
                                                 {"circle", EmphasisMark::circle},
                                                 {"double-circle", EmphasisMark::double_circle},
                                                 {"triangle", EmphasisMark::triangle},
                                                 {"sesame", EmphasisMark::sesame}}};
  style.text_emphasis = EmphasisMark::none;
  style.text_emphasis_open = false;
  for (const Component& part : value) {
    const bool fill = is_keyword(part, "filled") || is_keyword(part, "open");
    if (is_keyword(part, "open")) style.text_emphasis_open = true;
    if (fill && style.text_emphasis != EmphasisMark::none) continue;
    for (const auto& [name, mark] : kMarks) {
      if (is_keyword(part, name)) style.text_emphasis = mark;
    }
  }
}

void set_text_emphasis_color(ComputedStyle& style, Components value, const SetContext&) {
  style.text_emphasis_color = color_of(value[0]);  // `currentcolor` is none
}

void set_text_emphasis_position(ComputedStyle& style, Components value, const SetContext&) {
  style.text_emphasis_position = EmphasisPosition::auto_;
  for (const Component& part : value) {
    if (is_keyword(part, "over")) style.text_emphasis_position = EmphasisPosition::over;
    if (is_keyword(part, "under")) style.text_emphasis_position = EmphasisPosition::under;
  }
}

void set_quotes(ComputedStyle& style, Components value, const SetContext&) {
  style.quotes.clear();
  if (is_keyword(value, "auto")) return;
  for (const Component& part : value) style.quotes += (style.quotes.empty() ? "" : " ") + part.text;
}

void set_width(ComputedStyle& style, Components value, const SetContext& context) {
  style.width.reset();
  style.width_share = 0;
  if (value[0].kind != Kind::quantity) return;
  if (value[0].quantity.unit == Unit::percent) {
    style.width_share = static_cast<int>(std::min<int64_t>(value[0].quantity.millionths / 100'000, 1000));
  } else {
    style.width = resolve(value[0].quantity, context.lengths);
  }
}

void set_max_width(ComputedStyle& style, Components value, const SetContext& context) {
  style.max_width.reset();
  style.max_width_share = 0;
  if (value[0].kind != Kind::quantity) return;
  constexpr int64_t kMost = 100'000;  // a hundred times the measure
  if (value[0].quantity.unit == Unit::percent) {
    style.max_width_share = static_cast<int>(std::min(value[0].quantity.millionths / 100'000, kMost));
  } else {
    style.max_width = resolve(value[0].quantity, context.lengths);
  }
}

void set_height(ComputedStyle& style, Components value, const SetContext& context) {
  style.height.reset();
  if (value[0].kind == Kind::quantity) style.height = resolve(value[0].quantity, context.lengths);
}

void set_column_gap(ComputedStyle& style, Components value, const SetContext& context) {
  style.column_gap.reset();
  if (value[0].kind == Kind::quantity) style.column_gap = resolve(value[0].quantity, context.lengths);
}

void set_vertical_align(ComputedStyle& style, Components value, const SetContext& context) {
  style.vertical_align = is_keyword(value, "super") ? VerticalAlign::super
                         : is_keyword(value, "sub") ? VerticalAlign::sub
                                                    : VerticalAlign::baseline;
  style.baseline_shift = resolve(value[0].quantity, context.lengths);
}

void set_text_decoration(ComputedStyle& style, Components value, const SetContext&) {
  style.text_decoration = TextDecoration::none;
  for (const Component& part : value) {
    if (is_keyword(part, "line-through")) style.text_decoration = TextDecoration::line_through;
    if (is_keyword(part, "underline")) style.text_decoration = TextDecoration::underline;
  }
  for (const Component& part : value) {
    if (is_keyword(part, "wavy") && style.text_decoration == TextDecoration::underline) {
      style.text_decoration = TextDecoration::wavy;
    }
  }
}

void set_text_decoration_style(ComputedStyle& style, Components value, const SetContext&) {
  const bool line = style.text_decoration == TextDecoration::underline || style.text_decoration == TextDecoration::wavy;
  if (line) style.text_decoration = is_keyword(value, "wavy") ? TextDecoration::wavy : TextDecoration::underline;
}

void set_text_underline_position(ComputedStyle& style, Components value, const SetContext&) {
  style.text_underline_position = UnderlinePosition::auto_;
  for (const Component& part : value) {
    if (is_keyword(part, "under")) style.text_underline_position = UnderlinePosition::under;
  }
}

void set_content(ComputedStyle& style, Components value, const SetContext&) {
  style.content = content_of(value);
}

void set_counter_reset(ComputedStyle& style, Components value, const SetContext&) {
  style.counter_reset = counter_changes(value, 0);
}

void set_counter_increment(ComputedStyle& style, Components value, const SetContext&) {
  style.counter_increment = counter_changes(value, 1);
}

void set_string_set(ComputedStyle& style, Components value, const SetContext&) {
  style.string_set.clear();
  if (is_keyword(value, "none")) return;
  for_each_piece(value, [&](Components piece) {
    style.string_set.push_back({piece[0].text, content_of(piece.subspan(1))});
  });
}

void set_rows_before(ComputedStyle& style, Components value, const SetContext&) {
  style.rows_before = value[0].kind == Kind::quantity ? whole(value[0]) : -1;
}

void set_margin_autos(PageStyle& page, Components value, const LengthContext&) {
  spread(page.margin_auto, value, [](bool& side, const Component& part) { side = is_keyword(part, "auto"); });
}

void set_size(PageStyle& page, Components value, const LengthContext& lengths) {
  const auto millimetres = [](int n) { return Length::ratio(int64_t{n} * 360, 127); };
  Length width = millimetres(140), height = millimetres(203);
  bool first = true, landscape = false, portrait = false;
  for (const Component& part : value) {
    if (const PaperSize* paper = paper_size(part)) {
      width = millimetres(paper->width);
      height = millimetres(paper->height);
    } else if (part.kind == Kind::quantity) {
      (first ? width : height) = resolve(part.quantity, lengths);
      if (first) height = width;
      first = false;
    } else if (is_keyword(part, "landscape")) {
      landscape = true;
    } else if (is_keyword(part, "portrait")) {
      portrait = true;
    }
  }
  if ((landscape && width < height) || (portrait && width > height)) std::swap(width, height);
  page.width = std::clamp(width, millimetres(20), millimetres(2000));
  page.height = std::clamp(height, millimetres(20), millimetres(2000));
}

void set_bleed(PageStyle& page, Components value, const LengthContext& lengths) {
  page.bleed = std::min(resolve(value[0].quantity, lengths), Length::points(72));
}

void set_marks(PageStyle& page, Components value, const LengthContext&) {
  const auto asks_for = [&](std::string_view mark) {
    return std::any_of(value.begin(), value.end(), [&](const auto& part) { return is_keyword(part, mark); });
  };
  page.crop_marks = asks_for("crop");
  page.cross_marks = asks_for("cross");
}

void set_type_area(PageStyle& page, Components value, const LengthContext&) {
  page.characters = value.size() == 2 ? whole(value[0]) : 0;
  page.lines = value.size() == 2 ? whole(value[1]) : 0;
}

void set_page_multiple(PageStyle& page, Components value, const LengthContext&) {
  page.page_multiple = whole(value[0]);
}

namespace {

int thousandths(Components value) {
  return static_cast<int>(value[0].quantity.millionths / 100'000);
}

}  // namespace

void set_rule_length(PageStyle& page, Components value, const LengthContext&) {
  page.footnote.rule_length = thousandths(value);
}

void set_continued_rule_length(PageStyle& page, Components value, const LengthContext&) {
  page.footnote.continued_rule_length.reset();
  if (!is_keyword(value, "auto")) page.footnote.continued_rule_length = thousandths(value);
}

}  // namespace huozi::style::setters
