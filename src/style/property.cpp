#include "style/property.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "style/property_setters.h"

namespace huozi::style {
namespace {

using namespace setters;
using S = ComputedStyle;
using LengthSides = Sides<Length>;
using BorderSides = Sides<BorderSide>;
using AutoSides = Sides<bool>;

// ---------------------------------------------------------------- keywords and what they mean

constexpr Keywords<FontSlant, 2> kFontStyles = {{{"normal", FontSlant::normal}, {"italic", FontSlant::italic}}};
constexpr Keywords<TextAlign, 6> kAligns = {{{"justify", TextAlign::justify},
                                             {"start", TextAlign::start},
                                             {"end", TextAlign::end},
                                             {"center", TextAlign::center},
                                             {"left", TextAlign::start},
                                             {"right", TextAlign::end}}};
constexpr Keywords<LineBreak, 5> kLineBreaks = {{{"auto", LineBreak::strict},
                                                 {"strict", LineBreak::strict},
                                                 {"normal", LineBreak::normal},
                                                 {"loose", LineBreak::loose},
                                                 {"anywhere", LineBreak::anywhere}}};
constexpr Keywords<TextSpacingTrim, 4> kTrims = {{{"normal", TextSpacingTrim::normal},
                                                  {"space-all", TextSpacingTrim::space_all},
                                                  {"trim-all", TextSpacingTrim::trim_all},
                                                  {"-huozi-kaiming", TextSpacingTrim::kaiming}}};
constexpr Keywords<bool, 2> kAutospace = {{{"normal", true}, {"no-autospace", false}}};
constexpr Keywords<HangingPunctuation, 3> kHanging = {{{"none", HangingPunctuation::none},
                                                       {"allow-end", HangingPunctuation::allow_end},
                                                       {"force-end", HangingPunctuation::force_end}}};
constexpr Keywords<Hyphens, 3> kHyphens = {
    {{"none", Hyphens::none}, {"manual", Hyphens::manual}, {"auto", Hyphens::auto_}}};
constexpr Keywords<FullStop, 2> kFullStops = {{{"auto", FullStop::auto_}, {"dot", FullStop::dot}}};
constexpr Keywords<bool, 3> kWraps = {{{"wrap", false}, {"pretty", false}, {"balance", true}}};
constexpr Keywords<bool, 2> kTurns = {{{"none", false}, {"left", true}}};
constexpr Keywords<bool, 2> kPlates = {{{"none", false}, {"page", true}}};
constexpr Keywords<bool, 2> kGrids = {{{"auto", true}, {"none", false}}};
constexpr Keywords<WhiteSpace, 4> kWhiteSpaces = {{{"normal", WhiteSpace::normal},
                                                   {"nowrap", WhiteSpace::nowrap},
                                                   {"pre", WhiteSpace::pre},
                                                   {"pre-wrap", WhiteSpace::pre_wrap}}};
constexpr Keywords<Display, 9> kDisplays = {{{"block", Display::block},
                                             {"inline", Display::inline_},
                                             {"none", Display::none},
                                             {"list-item", Display::list_item},
                                             {"table", Display::table},
                                             {"table-row", Display::table_row},
                                             {"table-cell", Display::table_cell},
                                             {"table-caption", Display::table_caption},
                                             {"run-in", Display::run_in}}};
constexpr Keywords<BreakBetween, 10> kBreaks = {{{"auto", BreakBetween::auto_},
                                                 {"avoid", BreakBetween::avoid},
                                                 {"avoid-page", BreakBetween::avoid},
                                                 {"page", BreakBetween::page},
                                                 {"always", BreakBetween::page},
                                                 {"recto", BreakBetween::recto},
                                                 {"right", BreakBetween::recto},
                                                 {"verso", BreakBetween::verso},
                                                 {"left", BreakBetween::verso},
                                                 {"column", BreakBetween::column}}};
constexpr Keywords<BreakInside, 3> kInsides = {
    {{"auto", BreakInside::auto_}, {"avoid", BreakInside::avoid}, {"avoid-page", BreakInside::avoid}}};
constexpr Keywords<FloatTo, 4> kFloats = {
    {{"none", FloatTo::none}, {"footnote", FloatTo::footnote}, {"top", FloatTo::top}, {"bottom", FloatTo::bottom}}};
constexpr Keywords<FootnoteDisplay, 3> kFootnoteDisplays = {
    {{"block", FootnoteDisplay::block}, {"inline", FootnoteDisplay::inline_}, {"compact", FootnoteDisplay::compact}}};
constexpr Keywords<NotePlace, 3> kNotePlaces = {
    {{"page", NotePlace::page}, {"section", NotePlace::section}, {"book", NotePlace::book}}};
constexpr Keywords<RubyPosition, 3> kRubyPositions = {
    {{"over", RubyPosition::over}, {"under", RubyPosition::under}, {"inter-character", RubyPosition::inter_character}}};
constexpr Keywords<bool, 2> kInlineNotes = {{{"none", false}, {"two-rows", true}}};
constexpr Keywords<LeaderStyle, 2> kLeaders = {{{"none", LeaderStyle::none}, {"dotted", LeaderStyle::dotted}}};
void set_numerals(ComputedStyle& style, Components value, const SetContext&) {
  style.tabular_numerals =
      std::any_of(value.begin(), value.end(), [](const Component& c) { return is_keyword(c, "tabular-nums"); });
}

void set_align_last(ComputedStyle& style, Components value, const SetContext& context) {
  style.text_align_last_auto = is_keyword(value, "auto");
  set_keyword<&S::text_align_last, kAligns>(style, value, context);
}

constexpr std::string_view kAuto = "auto";
constexpr std::string_view kNothing = "";

// ---------------------------------------------------------------- the table

constexpr std::string_view kSide = "<length> | <page-auto> | <epub-percentage> | <epub-auto>";
constexpr std::string_view kSidesOfMargin = "[ <length> | <page-auto> | <epub-percentage> | <epub-auto> ]{1,4}";
constexpr std::string_view kPadding = "<length [0,∞]> | <epub-percentage>";
constexpr std::string_view kSidesOfPadding = "[ <length [0,∞]> | <epub-percentage> ]{1,4}";
constexpr std::string_view kBorder =
    "[ <length [0,∞]> | thin | medium | thick ] || [ none | solid | double ] || <color>";
constexpr std::string_view kBreakBetween =
    "auto | avoid | avoid-page | page | always | recto | verso | left | right | column";
constexpr std::string_view kEmphasis =
    "none | [ filled | open ] || [ dot | circle | double-circle | triangle | sesame ] || <color>";
constexpr std::string_view kEmphasisStyle =
    "none | [ filled | open ] || [ dot | circle | double-circle | triangle | sesame ]";

using Stage = Property::Stage;
constexpr Stage kRest = Stage::rest;
constexpr bool kInherits = true, kAlone = false;
constexpr unsigned kElement = Property::element;
constexpr unsigned kPage = Property::page;
constexpr unsigned kBoth = Property::element | Property::page;
constexpr unsigned kEverywhere = Property::element | Property::page | Property::footnote;

constexpr Property both(std::string_view name, std::string_view grammar, std::string_view initial, bool inherited,
                        decltype(Property::set) set, decltype(Property::copy) copier, unsigned places = kElement,
                        Stage stage = kRest, decltype(Property::set_page) set_page = nullptr) {
  return {name, grammar, initial, inherited, true, true, places, stage, set, copier, set_page};
}
constexpr Property print(std::string_view name, std::string_view grammar, std::string_view initial, bool inherited,
                         decltype(Property::set) set, decltype(Property::copy) copier, unsigned places = kElement) {
  return {name, grammar, initial, inherited, false, true, places, kRest, set, copier, nullptr};
}
constexpr Property epub(std::string_view name, std::string_view grammar, std::string_view initial, bool inherited) {
  return {name, grammar, initial, inherited, true, false, kElement, kRest, nullptr, nullptr, nullptr};
}
constexpr Property page(std::string_view name, std::string_view grammar, std::string_view initial,
                        decltype(Property::set_page) set, unsigned places = kPage) {
  return {name, grammar, initial, kAlone, false, true, places, kRest, nullptr, nullptr, set};
}

// The order is that of styles/README.md.
constexpr std::array kProperties = {
    // fonts and colour
    both("font-family", "[ <string> | <custom-ident>+ ]#", "serif", kInherits, set_font_family, copy<&S::font_family>,
         kBoth),
    both("font-size",
         "<length [0,∞]> | <percentage [0,∞]> | <chinese-size> | small | medium | large | smaller | larger", "medium",
         kInherits, set_font_size, copy<&S::font_size>, kBoth, Stage::font_size),
    both("font-weight", "normal | bold | lighter | bolder | <integer [1,1000]>", "normal", kInherits, set_font_weight,
         copy<&S::font_weight>, kBoth),
    both("font-style", "normal | italic", "normal", kInherits, set_keyword<&S::font_style, kFontStyles>,
         copy<&S::font_style>, kBoth),
    both("line-height", "normal | <number [0,∞]> | <length [0,∞]> | <percentage [0,∞]>", "normal", kInherits,
         set_line_height, copy<&S::line_height, &S::line_height_factor>, kBoth, Stage::line_height),
    both("color", "<color>", "black", kInherits, set_color, copy<&S::color>, kBoth, Stage::line_height),
    both("letter-spacing", "normal | <length>", "normal", kInherits, set_letter_spacing,
         copy<&S::letter_spacing, &S::letter_spacing_cut>, kBoth),
    both("font-variant-numeric", "normal | lining-nums || tabular-nums", "normal", kInherits, set_numerals,
         copy<&S::tabular_numerals>, kBoth),

    // text
    both("text-indent", "[ <length> | <epub-percentage> ] each-line?", "0", kInherits, set_text_indent,
         copy_text_indent),
    both("text-align", "justify | start | end | center | left | right", "justify", kInherits,
         set_keyword<&S::text_align, kAligns>, copy<&S::text_align>),
    both("text-align-last", "auto | justify | start | end | center | left | right", "auto", kInherits, set_align_last,
         copy<&S::text_align_last, &S::text_align_last_auto>),
    both("line-break", "auto | strict | normal | loose | anywhere", "auto", kInherits,
         set_keyword<&S::line_break, kLineBreaks>, copy<&S::line_break>),
    both("text-spacing-trim", "normal | space-all | trim-all | -huozi-kaiming", "normal", kInherits,
         set_keyword<&S::text_spacing_trim, kTrims>, copy<&S::text_spacing_trim>),
    both("text-autospace", "normal | no-autospace", "normal", kInherits, set_keyword<&S::text_autospace, kAutospace>,
         copy<&S::text_autospace>),
    both("hanging-punctuation", "none | allow-end | force-end", "none", kInherits,
         set_keyword<&S::hanging_punctuation, kHanging>, copy<&S::hanging_punctuation>),
    both("hyphens", "none | manual | auto", "manual", kInherits, set_keyword<&S::hyphens, kHyphens>, copy<&S::hyphens>),
    print("-huozi-full-stop", "auto | dot", "auto", kInherits, set_keyword<&S::full_stop, kFullStops>,
          copy<&S::full_stop>),
    both("white-space", "normal | nowrap | pre | pre-wrap", "normal", kInherits,
         set_keyword<&S::white_space, kWhiteSpaces>, copy<&S::white_space>),
    both("text-wrap", "wrap | balance | pretty", "wrap", kInherits, set_keyword<&S::balance, kWraps>,
         copy<&S::balance>),
    both("text-emphasis", kEmphasis, "none", kInherits, set_text_emphasis,
         copy<&S::text_emphasis, &S::text_emphasis_open, &S::text_emphasis_color>),
    both("text-emphasis-style", kEmphasisStyle, "none", kInherits, set_text_emphasis_style,
         copy<&S::text_emphasis, &S::text_emphasis_open>),
    both("text-emphasis-color", "currentcolor | <color>", "currentcolor", kInherits, set_text_emphasis_color,
         copy<&S::text_emphasis_color>),
    both("text-emphasis-position", "auto | [ over | under ] && [ right | left ]?", "auto", kInherits,
         set_text_emphasis_position, copy<&S::text_emphasis_position>),
    both("ruby-position", "over | under | inter-character", "over", kInherits,
         set_keyword<&S::ruby_position, kRubyPositions>, copy<&S::ruby_position>),
    both("writing-mode", "horizontal-tb | vertical-rl", "horizontal-tb", kInherits,
         set_name<&S::writing_mode, kNothing>, copy<&S::writing_mode>),
    both("quotes", "auto | [ <string> <string> ]+", "auto", kInherits, set_quotes, copy<&S::quotes>),
    both("text-decoration", "none | [ underline | line-through ] || [ solid | wavy ]", "none", kAlone,
         set_text_decoration, copy<&S::text_decoration>),
    both("text-decoration-line", "none | underline | line-through", "none", kAlone, set_text_decoration,
         copy<&S::text_decoration>),
    both("text-decoration-style", "solid | wavy", "solid", kAlone, set_text_decoration_style, copy<&S::text_decoration>,
         kElement, Stage::last),
    both("text-underline-position", "auto | under || [ left | right ]", "auto", kInherits, set_text_underline_position,
         copy<&S::text_underline_position>),
    both("vertical-align", "baseline | super | sub | <length>", "baseline", kAlone, set_vertical_align,
         copy<&S::vertical_align, &S::baseline_shift>),
    both("list-style-type", "none | <custom-ident>", "disc", kInherits, set_name<&S::list_style_type, kNothing>,
         copy<&S::list_style_type>),

    // boxes
    both("display", "block | inline | none | list-item | table | table-row | table-cell | table-caption | run-in",
         "inline", kAlone, set_keyword<&S::display, kDisplays>, copy<&S::display>),
    both("margin", kSidesOfMargin, "0", kAlone, set_sides<&S::margin>, copy<&S::margin>, kBoth, kRest,
         set_margin_autos),
    both("margin-top", kSide, "0", kAlone, set_side<&S::margin, &LengthSides::top>,
         copy_side<&S::margin, &LengthSides::top>, kEverywhere, kRest, set_margin_auto<&AutoSides::top>),
    both("margin-right", kSide, "0", kAlone, set_side<&S::margin, &LengthSides::right>,
         copy_side<&S::margin, &LengthSides::right>, kBoth, kRest, set_margin_auto<&AutoSides::right>),
    both("margin-bottom", kSide, "0", kAlone, set_side<&S::margin, &LengthSides::bottom>,
         copy_side<&S::margin, &LengthSides::bottom>, kBoth, kRest, set_margin_auto<&AutoSides::bottom>),
    both("margin-left", kSide, "0", kAlone, set_side<&S::margin, &LengthSides::left>,
         copy_side<&S::margin, &LengthSides::left>, kBoth, kRest, set_margin_auto<&AutoSides::left>),
    both("padding", kSidesOfPadding, "0", kAlone, set_sides<&S::padding>, copy<&S::padding>),
    both("padding-top", kPadding, "0", kAlone, set_side<&S::padding, &LengthSides::top>,
         copy_side<&S::padding, &LengthSides::top>, kElement | Property::footnote),
    both("padding-right", kPadding, "0", kAlone, set_side<&S::padding, &LengthSides::right>,
         copy_side<&S::padding, &LengthSides::right>),
    both("padding-bottom", kPadding, "0", kAlone, set_side<&S::padding, &LengthSides::bottom>,
         copy_side<&S::padding, &LengthSides::bottom>),
    both("padding-left", kPadding, "0", kAlone, set_side<&S::padding, &LengthSides::left>,
         copy_side<&S::padding, &LengthSides::left>),
    both("border", kBorder, "none", kAlone,
         set_border<&BorderSides::top, &BorderSides::right, &BorderSides::bottom, &BorderSides::left>,
         copy<&S::border>),
    both("border-top", kBorder, "none", kAlone, set_border<&BorderSides::top>, copy_border<&BorderSides::top>,
         kElement | Property::footnote),
    both("border-right", kBorder, "none", kAlone, set_border<&BorderSides::right>, copy_border<&BorderSides::right>),
    both("border-bottom", kBorder, "none", kAlone, set_border<&BorderSides::bottom>, copy_border<&BorderSides::bottom>),
    both("border-left", kBorder, "none", kAlone, set_border<&BorderSides::left>, copy_border<&BorderSides::left>),
    both("border-width", "[ <length [0,∞]> | thin | medium | thick ]{1,4}", "medium", kAlone, set_border_width,
         copy<&S::border>),
    both("border-style", "[ none | solid | double ]{1,4}", "none", kAlone, set_border_style, copy<&S::border>),
    both("border-color", "<color>{1,4}", "black", kAlone, set_border_color, copy<&S::border>),
    both("width", "auto | <length [0,∞]> | <percentage [0,100]>", "auto", kAlone, set_width,
         copy<&S::width, &S::width_share>),
    both("max-width", "none | <length [0,∞]> | <percentage [0,∞]>", "none", kAlone, set_max_width,
         copy<&S::max_width, &S::max_width_share>),
    both("height", "auto | <length [0,∞]>", "auto", kAlone, set_height, copy<&S::height>),

    // breaks
    both("break-before", kBreakBetween, "auto", kAlone, set_keyword<&S::break_before, kBreaks>, copy<&S::break_before>),
    both("break-after", kBreakBetween, "auto", kAlone, set_keyword<&S::break_after, kBreaks>, copy<&S::break_after>),
    both("break-inside", "auto | avoid | avoid-page", "auto", kAlone, set_keyword<&S::break_inside, kInsides>,
         copy<&S::break_inside>),
    both("column-count", "auto | <integer [1,6]>", "auto", kAlone, set_whole<&S::column_count>, copy<&S::column_count>),
    both("column-gap", "normal | <length [0,∞]>", "normal", kAlone, set_column_gap, copy<&S::column_gap>),
    both("widows", "<integer [1,100]>", "2", kInherits, set_whole<&S::widows>, copy<&S::widows>),
    both("orphans", "<integer [1,100]>", "2", kInherits, set_whole<&S::orphans>, copy<&S::orphans>),

    // generated content
    both("content", "normal | none | [ <string> | <counter()> | <string()> | <attr()> | <content()> ]+", "normal",
         kAlone, set_content, copy<&S::content>),
    both("counter-reset", "none | [ <custom-ident> <integer>? ]+", "none", kAlone, set_counter_reset,
         copy<&S::counter_reset>, kBoth),
    both("counter-increment", "none | [ <custom-ident> <integer>? ]+", "none", kAlone, set_counter_increment,
         copy<&S::counter_increment>, kBoth),
    print("string-set", "none | [ <custom-ident> [ <string> | <counter()> | <attr()> | <content()> ]+ ]#", "none",
          kAlone, set_string_set, copy<&S::string_set>),

    // notes, named pages, the grid
    print("float", "none | footnote | top | bottom", "none", kAlone, set_keyword<&S::float_to, kFloats>,
          copy<&S::float_to>),
    print("footnote-display", "block | inline | compact", "block", kAlone,
          set_keyword<&S::footnote_display, kFootnoteDisplays>, copy<&S::footnote_display>),
    print("-huozi-note-place", "page | section | book", "page", kAlone, set_keyword<&S::note_place, kNotePlaces>,
          copy<&S::note_place>),
    print("page", "auto | <custom-ident>", "auto", kAlone, set_name<&S::page, kAuto>, copy<&S::page>),
    print("-huozi-inline-note", "none | two-rows", "none", kAlone, set_keyword<&S::two_row_note, kInlineNotes>,
          copy<&S::two_row_note>),
    print("-huozi-leader", "none | dotted", "none", kAlone, set_keyword<&S::leader, kLeaders>, copy<&S::leader>),
    print("-huozi-continued", "auto | none | <string>", "auto", kAlone, set_continued, copy<&S::continued>),
    print("-huozi-turn", "none | left", "none", kAlone, set_keyword<&S::turned, kTurns>, copy<&S::turned>),
    print("-huozi-plate", "none | page", "none", kAlone, set_keyword<&S::plate, kPlates>, copy<&S::plate>),
    print("-huozi-rows", "auto | <integer [0,200]>", "auto", kAlone, set_whole<&S::rows>, copy<&S::rows>),
    print("-huozi-rows-before", "auto | <integer [0,200]>", "auto", kAlone, set_rows_before, copy<&S::rows_before>),
    print("-huozi-grid", "auto | none", "auto", kInherits, set_keyword<&S::on_grid, kGrids>, copy<&S::on_grid>),

    // @page and @footnote
    page("size", "auto | [ <length [0,∞]>{1,2} | <page-size> ] || [ portrait | landscape ]", "auto", set_size),
    page("bleed", "auto | <length [0,∞]>", "auto", set_bleed),
    page("marks", "none | crop || cross", "none", set_marks),
    page("-huozi-type-area", "none | <integer [1,200]>{2}", "none", set_type_area),
    page("-huozi-page-multiple", "<integer [1,64]>", "1", set_page_multiple),
    page("-huozi-rule-length", "<percentage [0,100]>", "25%", set_rule_length, Property::footnote),
    page("-huozi-continued-rule-length", "auto | <percentage [0,100]>", "auto", set_continued_rule_length,
         Property::footnote),

    // for e-readers only
    epub("background-color", "transparent | <color>", "transparent", kAlone),
    epub("border-collapse", "separate | collapse", "separate", kInherits),
    epub("list-style-position", "outside | inside", "outside", kInherits),
    epub("max-height", "none | <length [0,∞]> | <percentage [0,∞]>", "none", kAlone),
    epub("overflow-wrap", "normal | break-word | anywhere", "normal", kInherits),
    epub("ruby-align", "start | center | space-between | space-around", "space-around", kInherits),
    epub("text-combine-upright", "none | all | digits <integer [2,4]>?", "none", kInherits),
    epub("text-orientation", "mixed | upright", "mixed", kInherits),
    epub("word-break", "normal | break-all | keep-all", "normal", kInherits),
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kAliases = {{
    {"page-break-before", "break-before"},
    {"page-break-after", "break-after"},
    {"page-break-inside", "break-inside"},
    {"word-wrap", "overflow-wrap"},
}};

ComputedStyle make_initial_style() {
  ComputedStyle style;
  for (BorderSide* side : {&style.border.top, &style.border.right, &style.border.bottom, &style.border.left}) {
    side->width = Length::points(1);
  }
  return style;
}

}  // namespace

std::span<const Property> properties() {
  return kProperties;
}

const Property* find_property(std::string_view name) {
  static const auto index = [] {
    std::unordered_map<std::string_view, const Property*> map;
    for (const Property& property : kProperties) map.emplace(property.name, &property);
    for (const auto& [alias, target] : kAliases) map.emplace(alias, map.at(target));
    return map;
  }();
  const auto found = index.find(name);
  return found == index.end() ? nullptr : found->second;
}

const Grammar& grammar_of(const Property& property) {
  static const auto grammars = [] {
    std::vector<Grammar> list;
    for (const Property& each : kProperties) list.emplace_back(each.grammar);
    return list;
  }();
  return grammars[static_cast<size_t>(&property - kProperties.data())];
}

Components initial_value(const Property& property) {
  static const auto values = [] {
    std::vector<std::vector<Component>> list;
    for (const Property& each : kProperties) {
      const source::SourceFile file(source::kNoFile, "initial value", std::string(each.initial));
      source::Diagnostics diagnostics;
      auto tokens = tokenize(file, diagnostics);
      tokens.pop_back();  // the end
      auto value = read_components(tokens);
      if (!value || !grammar_of(each).accept(*value, {})) throw std::logic_error(std::string(each.name));
      list.push_back(std::move(*value));
    }
    return list;
  }();
  return values[static_cast<size_t>(&property - kProperties.data())];
}

std::vector<std::string_view> property_names() {
  std::vector<std::string_view> names;
  for (const Property& property : kProperties) names.push_back(property.name);
  for (const auto& alias : kAliases) names.push_back(alias.first);
  return names;
}

const ComputedStyle& initial_style() {
  static const ComputedStyle style = make_initial_style();
  return style;
}

ComputedStyle inherited_style(const ComputedStyle& parent) {
  ComputedStyle style = initial_style();
  for (const Property& property : kProperties) {
    if (property.inherited && property.copy) property.copy(style, parent);
  }
  return style;
}

}  // namespace huozi::style
