#include "cover/panel.h"

#include <algorithm>
#include <utility>

#include "layout/plain_run.h"

namespace huozi::cover {
namespace {

// Sizes are tried in steps of a twentieth.
Length smaller(Length size) {
  return size.scaled(95, 100);
}

constexpr size_t kLongestText = 2000;  // bytes; what is longer fits on no cover

std::string_view shortened(std::string_view text) {
  if (text.size() <= kLongestText) return text;
  size_t end = kLongestText;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

Panel::Panel(Length width, Length height, std::string_view language, const style::Cascade& cascade,
             text::FontLibrary& fonts)
    : language_(language), cascade_(cascade), shaper_(fonts) {
  page_.width = width;
  page_.height = height;
  section_.name = "section";
  section_.classes = {"cover", "title-page"};
  section_.lang = language_;
  section_.parent = &style::Cascade::body_element();
  whole_ = cascade_.style(section_, cascade_.body());
}

style::ComputedStyle Panel::style(std::string_view element) const {
  style::ElementRef ref;
  const bool title = element == "h1";
  ref.name = title ? "h1" : "p";
  if (!title) ref.classes = {element};
  ref.lang = language_;
  ref.parent = &section_;
  style::ComputedStyle style = cascade_.style(ref, whole_);
  style.letter_spacing = Length();  // of the size the title page has
  style.text_indent = Length();
  style.baseline_shift = Length();
  return style;
}

std::vector<layout::SetLine> Panel::set(std::string_view text, const style::ComputedStyle& style, Length measure) {
  layout::InlineText in = layout::begin_text(style, {cascade_, shaper_.library(), language_});
  layout::append_text(in, text, 0, {});
  layout::ParagraphShape shape;
  shape.measure = measure;
  shape.align = style::TextAlign::start;
  shape.balance = true;
  return layout::set_paragraph(in, shape, 0, shaper_, diagnostics_);
}

Lines Panel::fit(std::string_view whole, const style::ComputedStyle& given, const Fit& fit) {
  const std::string_view text = shortened(whole);
  cut_ = cut_ || text.size() < whole.size();
  style::ComputedStyle style = given;
  Lines result;
  for (Length size = fit.largest;; size = std::max(smaller(size), fit.least)) {
    style.font_size = size;
    style.line_height = size.scaled(fit.leading, 100);
    result = {set(text, style, fit.measure), size, style.line_height};
    const bool fits = result.lines.size() <= fit.most_lines &&
                      std::all_of(result.lines.begin(), result.lines.end(),
                                  [&](const layout::SetLine& line) { return line.width <= fit.measure; });
    if (fits || size <= fit.least) break;
  }
  if (result.lines.size() <= fit.most_lines) return result;
  // The last line that has room says that there was more.
  std::string last = texts(result)[fit.most_lines - 1] + "……";
  result.lines.resize(fit.most_lines - 1);
  std::vector<layout::SetLine> end = set(last, style, fit.measure + style.font_size * 3);
  if (!end.empty()) result.lines.push_back(std::move(end.front()));
  cut_ = true;
  return result;
}

Length Panel::put(const Lines& lines, Length x, Length top) {
  for (const layout::SetLine& line : lines.lines) {
    for (layout::RowItem item : line.items) {
      layout::shift(item, {x, top + layout::ascent_of(lines.size)});
      std::visit(
          [&](auto& content) {
            if constexpr (std::is_constructible_v<decltype(layout::Item::content), decltype(content)>) {
              page_.items.push_back({layout::Region::body, std::move(content)});
            }
          },
          item);
    }
    top += lines.pitch;
  }
  return lines.lines.empty() ? top : top - lines.pitch + lines.size;
}

Length Panel::put_before(const Lines& lines, Length right, Length top) {
  for (const layout::SetLine& line : lines.lines) {
    put({{line}, lines.size, lines.pitch}, right - line.width, top);
    top += lines.pitch;
  }
  return lines.lines.empty() ? top : top - lines.pitch + lines.size;
}

Length Panel::put_column(std::string_view text, style::ComputedStyle style, Length size, Length pitch, Length x,
                         Length top) {
  style.font_size = size;
  style.line_height = size;
  for (const std::string& cell : column_cells(shortened(text))) {
    if (cell.empty()) {
      top += pitch / 2;
      continue;
    }
    for (const layout::SetLine& line : set(cell, style, size * 4)) {
      put({{line}, size, pitch}, x - line.width / 2, top);
    }
    top += pitch;
  }
  return top - pitch + size;
}

void Panel::rule(layout::Rect rect, const style::Color& color) {
  page_.items.push_back({layout::Region::margin, layout::RuleItem{rect, color, {}}});
}

std::vector<std::string> Panel::texts(const Lines& lines) const {
  std::vector<std::string> texts;
  for (const layout::SetLine& line : lines.lines) {
    std::string& text = texts.emplace_back();
    for (const layout::RowItem& item : line.items) {
      if (const auto* run = std::get_if<layout::GlyphRun>(&item)) text += run->text;
    }
  }
  return texts;
}

std::vector<std::string> Panel::missing() const {
  std::vector<std::string> characters;
  for (const source::Diagnostic& each : diagnostics_.items()) {
    if (each.rule != "fonts.missing-character") continue;
    const std::string& character = each.arguments.front();
    if (std::find(characters.begin(), characters.end(), character) == characters.end()) characters.push_back(character);
  }
  return characters;
}

}  // namespace huozi::cover
