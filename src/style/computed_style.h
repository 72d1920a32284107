// ComputedStyle: the values layout and epub consult, after cascade and inheritance, with relative lengths resolved.
// Names follow CSS. Not here: parsing (style/stylesheet), what the values do (layout/, epub/).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/length.h"

namespace huozi::style {

using base::Length;

// Ink: tints of the one black, or a process or screen colour for books that use more.
struct Color {
  enum class Space { gray, rgb, cmyk };
  Space space = Space::gray;
  // 0..1000. gray: {ink} with 1000 = full black; rgb: {r, g, b}; cmyk: {c, m, y, k}.
  std::array<uint16_t, 4> components{1000, 0, 0, 0};
  friend bool operator==(const Color&, const Color&) = default;
};

enum class Display { block, inline_, none, list_item, table, table_row, table_cell, table_caption, run_in };
enum class TextAlign { justify, start, end, center };
enum class FontSlant { normal, italic };
enum class LineBreak { strict, normal, loose, anywhere };  // CLREQ 3.1.4: strict, GB, basic, none
// CLREQ 3.1.6: normal = half width at line end, space_all = full width, trim_all = half width, kaiming = 开明.
enum class TextSpacingTrim { normal, space_all, trim_all, kaiming };
enum class HangingPunctuation { none, allow_end, force_end };  // CLREQ 3.1.7
enum class Hyphens { none, manual, auto_ };                    // manual: at soft hyphens; auto: by dictionaries too
enum class BreakBetween { auto_, avoid, page, recto, verso, column };
enum class BreakInside { auto_, avoid };
enum class WhiteSpace { normal, nowrap, pre, pre_wrap };
enum class VerticalAlign { baseline, super, sub };
enum class EmphasisMark { none, dot, circle, double_circle, triangle, sesame };
enum class EmphasisPosition { auto_, over, under };  // auto: by the language
enum class RubyPosition { over, under, inter_character };
enum class BorderStyle { none, solid, double_ };
enum class FloatTo { none, footnote, top, bottom };
enum class FootnoteDisplay { block, inline_, compact };
enum class NotePlace { page, section, book };
enum class TextDecoration { none, underline, wavy, line_through };
enum class UnderlinePosition { auto_, under };  // auto: by the language
enum class FullStop { auto_, dot };             // dot: ．for 。
enum class LeaderStyle { none, dotted };

struct BorderSide {
  BorderStyle style = BorderStyle::none;
  Length width;
  Color color;
  bool is_drawn() const { return style != BorderStyle::none && width > Length(); }
};

// Han keep about a hundredth and a half of an em free on either side: with less they touch. Millionths of an em.
constexpr int64_t kLeastLetterSpacing = -30'000;

constexpr Length least_letter_spacing(Length font_size) {
  return font_size.scaled(kLeastLetterSpacing, 1'000'000);
}

// Physical order of CSS: top, right, bottom, left.
template <typename T>
struct Sides {
  T top{}, right{}, bottom{}, left{};
};

// One piece of `content` or `string-set`.
struct ContentItem {
  enum class Kind { text, counter, string, attribute, content_text };
  Kind kind = Kind::text;
  // the text, or the name of the counter, string or attribute; of an element's text "before", its number, "text", what
  // is not its number, or empty: both
  std::string value;
  // counter style: "decimal", "lower-roman", "circled-decimal", "cjk-decimal" ...; of a string which of a page's
  // values: "first", "start", "last", "first-except" (css-gcpm-3 1.2.2)
  std::string style;
};
using Content = std::vector<ContentItem>;

struct CounterChange {
  std::string name;
  int64_t value = 0;
};

struct StringSet {
  std::string name;
  Content value;
};

struct ComputedStyle {
  // inherited ------------------------------------------------------------
  std::vector<std::string> font_family{"serif"};  // names and generics: serif sans-serif kai fangsong monospace
  Length font_size = Length::ratio(21, 2);        // 五号
  int font_weight = 400;                          // 100..900
  FontSlant font_style = FontSlant::normal;
  Length line_height = Length::ratio(35, 2);  // line-height resolved against font-size
  int64_t line_height_factor = 1'666'667;     // `line-height: <number>` in millionths, which children take; 0: a length
  Color color;
  Length letter_spacing;            // at least least_letter_spacing() of the element that set it
  bool letter_spacing_cut = false;  // less was asked for
  bool tabular_numerals = false;    // font-variant-numeric: tabular-nums
  Length text_indent;
  bool indent_each_line = false;  // after forced breaks too
  TextAlign text_align = TextAlign::justify;
  TextAlign text_align_last = TextAlign::start;  // of the last line; `auto` is already resolved
  bool text_align_last_auto = true;              // so that children resolve it against their own text-align
  LineBreak line_break = LineBreak::strict;
  TextSpacingTrim text_spacing_trim = TextSpacingTrim::normal;
  bool text_autospace = true;  // normal | no-autospace
  HangingPunctuation hanging_punctuation = HangingPunctuation::none;
  Hyphens hyphens = Hyphens::manual;
  FullStop full_stop = FullStop::auto_;  // -huozi-full-stop
  WhiteSpace white_space = WhiteSpace::normal;
  int widows = 2;
  int orphans = 2;
  std::string list_style_type = "disc";  // name of a counter style, "none"
  EmphasisMark text_emphasis = EmphasisMark::none;
  bool text_emphasis_open = false;
  EmphasisPosition text_emphasis_position = EmphasisPosition::auto_;
  std::optional<Color> text_emphasis_color;  // nothing: the text's
  RubyPosition ruby_position = RubyPosition::over;
  UnderlinePosition text_underline_position = UnderlinePosition::auto_;
  bool balance = false;  // text-wrap: balance
  std::string writing_mode = "horizontal-tb";
  std::string quotes;

  // not inherited --------------------------------------------------------
  Display display = Display::inline_;
  Sides<Length> margin;
  Sides<Length> padding;
  Sides<BorderSide> border;
  std::optional<Length> width;      // nothing: auto
  int width_share = 0;              // width in %: thousandths of the containing measure; 0: none
  std::optional<Length> max_width;  // nothing: none
  int max_width_share = 0;          // likewise in thousandths; 0: none
  std::optional<Length> height;
  BreakBetween break_before = BreakBetween::auto_;
  BreakBetween break_after = BreakBetween::auto_;
  BreakInside break_inside = BreakInside::auto_;
  int column_count = 0;              // 0: auto
  std::optional<Length> column_gap;  // nothing: normal
  VerticalAlign vertical_align = VerticalAlign::baseline;
  Length baseline_shift;  // vertical-align: <length>; positive raises
  TextDecoration text_decoration = TextDecoration::none;
  FloatTo float_to = FloatTo::none;
  FootnoteDisplay footnote_display = FootnoteDisplay::block;
  NotePlace note_place = NotePlace::page;  // -huozi-note-place
  std::string page;                        // named page; empty: auto
  Content content;                         // of pseudo-elements and margin boxes
  std::vector<CounterChange> counter_reset;
  std::vector<CounterChange> counter_increment;
  std::vector<StringSet> string_set;
  LeaderStyle leader = LeaderStyle::none;  // -huozi-leader
  bool two_row_note = false;               // -huozi-inline-note: two-rows
  // 占行. rows: whole grid rows the block takes in all (0: as many as it needs, margins rounded up to whole rows
  // together). rows_before: how many of them stand before the text (-1: centred in them).
  int rows = 0;                          // -huozi-rows
  int rows_before = -1;                  // -huozi-rows-before
  std::optional<std::string> continued;  // -huozi-continued; nothing: the language's words, empty: none
  bool turned = false;                   // -huozi-turn: a quarter turn counterclockwise, on pages of its own
  bool plate = false;                    // -huozi-plate: on a page of its own, its images as large as that holds
  bool on_grid = true;                   // -huozi-grid: lines stand on the page's rows; none for notes
};

// What an @page rule gives after its selectors were applied. Lengths of the finished (trimmed) page.
struct MarginBox {
  std::string name;     // "top-left", "bottom-right-corner" ...
  ComputedStyle style;  // its `content` is what it shows; empty content: no box
};

struct FootnoteArea {                        // @footnote
  Length margin_top;                         // from the text to the rule
  Length padding_top;                        // from the rule to the first note line
  BorderSide rule;                           // border-top
  int rule_length = 250;                     // -huozi-rule-length, thousandths of the measure
  std::optional<int> continued_rule_length;  // -huozi-continued-rule-length, likewise; nothing: as rule_length
};

struct PageStyle {
  Length width, height;     // size
  Sides<Length> margin;     // of an `auto` side what holds without a type area
  Sides<bool> margin_auto;  // what the type area leaves
  Length bleed;
  bool crop_marks = false, cross_marks = false;  // marks
  // -huozi-type-area: characters a line, lines a page. 0: the margins alone decide.
  int characters = 0;
  int lines = 0;
  int page_multiple = 1;  // -huozi-page-multiple: the book's pages are filled up to such a number
  FootnoteArea footnote;
  std::vector<CounterChange> counter_reset;  // counter-reset: footnote -> numbering restarts on every page
  std::vector<MarginBox> margin_boxes;       // in a fixed order: clockwise from top-left-corner
};

}  // namespace huozi::style
