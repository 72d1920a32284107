#include "cover/panel.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "cover/line_sense.h"
#include "layout/turn.h"

namespace huozi::cover {
namespace {

// Sizes are tried in steps of a twentieth.
Length smaller(Length size) {
  return size.scaled(95, 100);
}

constexpr size_t kLongestText = 2000, kLongestBlurb = 12000;  // bytes; what is longer fits on no cover

std::string_view shortened(std::string_view text, size_t most = kLongestText) {
  if (text.size() <= most) return text;
  size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

// Each line with the blank of the text that its end has swallowed.
std::vector<std::string> with_spaces(std::vector<std::string> lines, std::string_view text) {
  size_t at = 0;
  for (std::string& line : lines) {
    at += line.size();
    for (; at < text.size() && text[at] == ' '; ++at) line += ' ';
  }
  return lines;
}

bool has_room(const Lines& lines, const Fit& fit) {
  return lines.lines.size() <= fit.most_lines && lines.height() <= fit.most_height &&
         std::all_of(lines.lines.begin(), lines.lines.end(),
                     [&](const layout::SetLine& line) { return line.width <= fit.measure; });
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

// Centred lines have no blank half of a mark at their ends, which large type would show as an indent; put() takes the
// centring itself back: a line's width is where it ends.
std::vector<layout::SetLine> Panel::set(std::string_view text, const style::ComputedStyle& style, Length measure) {
  layout::InlineText in = layout::begin_text(style, {cascade_, shaper_.library(), language_});
  layout::append_text(in, text, 0, {});
  layout::ParagraphShape shape;
  shape.measure = measure;
  shape.align = shape.align_last = style::TextAlign::center;
  shape.balance = true;
  return layout::set_paragraph(in, shape, 0, shaper_, diagnostics_);
}

Lines Panel::set_at(std::string_view text, style::ComputedStyle style, Length size, const Fit& fit) {
  style.font_size = size;
  style.line_height = size.scaled(fit.leading, 100);
  return {set(text, style, fit.measure), size, style.line_height, fit.measure};
}

Lines Panel::fit(std::string_view whole, const style::ComputedStyle& style, const Fit& fit) {
  const std::string_view text = shortened(whole);
  cut_ = cut_ || text.size() < whole.size();
  for (Length size = fit.largest;; size = std::max(smaller(size), fit.least)) {
    Lines lines = set_at(text, style, size, fit);
    if (has_room(lines, fit)) return lines;
    if (size > fit.least) continue;
    cut_off(lines, style, fit);
    return lines;
  }
}

Lines Panel::fit_title(std::string_view text, const style::ComputedStyle& style, const Fit& wanted) {
  Lines best = fit(text, style, wanted);
  const auto worth = [&](const Lines& lines) {
    return lines.size * (100 - division_cost(with_spaces(texts(lines), text), language_));
  };
  Length best_worth = worth(best);
  const Length least = std::max(best.size.scaled(2, 5), wanted.least);
  if (cut_) return best;
  for (Length size = smaller(best.size); size >= least && size * 100 > best_worth; size = smaller(size)) {
    Lines lines = set_at(text, style, size, wanted);
    if (!has_room(lines, wanted) || worth(lines) <= best_worth) continue;
    best_worth = worth(lines);
    best = std::move(lines);
  }
  return best;
}

std::vector<layout::SetLine> Panel::set_names(std::string_view names, const style::ComputedStyle& style,
                                              Length measure) {
  constexpr std::string_view kSpace = "\u3000";
  std::vector<layout::SetLine> lines;
  std::string line;
  while (!names.empty()) {
    const size_t end = std::min(names.find(kSpace), names.size());
    std::string longer = line;
    if (!line.empty()) longer += kSpace;
    longer += names.substr(0, end);
    names.remove_prefix(std::min(end + kSpace.size(), names.size()));
    std::vector<layout::SetLine> set_longer = set(longer, style, measure);
    if (!line.empty() && set_longer.size() > 1) {
      line = longer.substr(line.size() + kSpace.size());
      set_longer = set(line, style, measure);
    } else {
      if (!line.empty()) lines.pop_back();
      line = std::move(longer);
    }
    // A name wider than a line is divided.
    std::move(set_longer.begin(), set_longer.end(), std::back_inserter(lines));
    if (set_longer.size() > 1) line.clear();
  }
  return lines;
}

Lines Panel::fit_names(std::string_view whole, const style::ComputedStyle& given, const Fit& fit) {
  const std::string_view names = shortened(whole);
  cut_ = cut_ || names.size() < whole.size();
  style::ComputedStyle style = given;
  const auto at = [&](Length size) {
    style.font_size = size;
    style.line_height = size.scaled(fit.leading, 100);
    return Lines{set_names(names, style, fit.measure), size, style.line_height, fit.measure};
  };
  // Rather a little smaller than a role alone on a line.
  for (Length size = fit.largest; size >= std::max(fit.largest.scaled(7, 10), fit.least); size = smaller(size)) {
    Lines lines = at(size);
    if (lines.lines.size() <= 1 && has_room(lines, fit)) return lines;
  }
  for (Length size = fit.largest;; size = std::max(smaller(size), fit.least)) {
    Lines lines = at(size);
    if (has_room(lines, fit)) return lines;
    if (size > fit.least) continue;
    cut_off(lines, style, fit);
    return lines;
  }
}

std::vector<layout::SetLine> Panel::set_text(std::string_view text, const style::ComputedStyle& style, Length measure,
                                             bool indented) {
  layout::InlineText in = layout::begin_text(style, {cascade_, shaper_.library(), language_});
  layout::append_text(in, text, 0, {});
  layout::ParagraphShape shape;
  shape.measure = measure;
  if (indented) shape.first_indent = style.font_size * 2;
  return layout::set_paragraph(in, shape, 0, shaper_, diagnostics_);
}

Lines Panel::fit_text(std::string_view whole, const style::ComputedStyle& given, const Fit& fit) {
  const std::string_view text = shortened(whole, kLongestBlurb);
  cut_ = cut_ || text.size() < whole.size();
  const bool indented = language_.starts_with("zh");
  style::ComputedStyle style = given;
  const auto at = [&](Length size) {
    style.font_size = size;
    style.line_height = size.scaled(fit.leading, 100);
    Lines out{{}, size, style.line_height, fit.measure, false};
    for (size_t begin = 0; begin <= text.size();) {
      const size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view paragraph = text.substr(begin, end - begin);
      if (!paragraph.empty())
        std::ranges::move(set_text(paragraph, style, fit.measure, indented), std::back_inserter(out.lines));
      begin = end + 1;
    }
    return out;
  };
  for (Length size = fit.largest;; size = std::max(smaller(size), fit.least)) {
    Lines lines = at(size);
    if (lines.height() <= fit.most_height) return lines;
    if (size > fit.least) continue;
    cut_off(lines, style, fit);
    return lines;
  }
}

// The last line that has room says that there was more.
void Panel::cut_off(Lines& lines, style::ComputedStyle style, const Fit& fit) {
  style.font_size = lines.size;
  style.line_height = lines.pitch;
  const auto high = static_cast<size_t>(std::max<int64_t>((fit.most_height - lines.size) / lines.pitch + 1, 1));
  const size_t count = lines.centred ? std::min(fit.most_lines, high) : high;
  if (lines.lines.size() <= count) return;
  const std::string last = texts(lines)[count - 1];
  lines.lines.resize(count - 1);
  std::u32string kept = base::to_utf32(last);
  for (bool fits = false; !fits;) {
    const std::string ended = base::to_utf8(kept) + "……";
    std::vector<layout::SetLine> end =
        lines.centred ? set(ended, style, fit.measure) : set_text(ended, style, fit.measure, false);
    fits = end.size() == 1 || kept.empty();
    if (fits && !end.empty()) lines.lines.push_back(std::move(end.front()));
    if (!kept.empty()) kept.pop_back();
  }
  cut_ = true;
}

Length Panel::put(const Lines& lines, Length x, Length top) {
  for (const layout::SetLine& line : lines.lines) {
    for (layout::RowItem item : line.items) {
      layout::shift(item,
                    {x - (lines.centred ? lines.measure - line.width : Length()), top + layout::ascent_of(lines.size)});
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

void Panel::put_column(std::string_view text, style::ComputedStyle style, Length size, Length pitch, Length x,
                       Length top, size_t most_cells) {
  std::vector<std::string> cells = column_cells(shortened(text));
  if (cells.size() > most_cells) {
    cells.resize(most_cells);
    cells.back() = "︙";
    cut_ = true;
  }
  style.font_size = size;
  style.line_height = size;
  for (const std::string& cell : cells) {
    if (cell.empty()) {
      top += pitch / 2;
      continue;
    }
    for (const layout::SetLine& line : set(cell, style, size * 4)) {
      put({{line}, size, pitch, line.width}, x - size * 2, top);
    }
    top += pitch;
  }
}

Lines Panel::set_words(std::string_view words, style::ComputedStyle style) {
  const std::string_view text = shortened(words);
  const Length size = style.font_size;
  style.line_height = size;
  const Length measure = size * static_cast<int64_t>(text.size() + 2);
  return {set(text, style, measure), size, size, measure};
}

Length Panel::width_of(std::string_view words, const style::ComputedStyle& style) {
  const Lines set = set_words(words, style);
  return set.lines.empty() ? Length() : set.lines.front().width * 2 - set.measure;
}

void Panel::put_turned(std::string_view words, const style::ComputedStyle& style, Length x, Length top) {
  const Lines set = set_words(words, style);
  if (set.lines.empty()) return;
  const Length left = set.measure - set.lines.front().width;
  const Length baseline = x - (layout::ascent_of(set.size) - set.size / 2);
  for (const layout::RowItem& item : set.lines.front().items) {
    const auto* run = std::get_if<layout::GlyphRun>(&item);
    if (!run) continue;
    layout::GlyphRun down = *run;
    down.origin = layout::turned_back({run->origin.x - left, run->origin.y});
    down.origin.x += baseline;
    down.origin.y += top;
    down.clockwise = true;
    page_.items.push_back({layout::Region::body, std::move(down)});
  }
}

void Panel::rule(layout::Rect rect, const style::Color& color) {
  page_.items.push_back({layout::Region::margin, layout::RuleItem{rect, color, {}}});
}

void Panel::place(layout::Page panel, layout::Point at) {
  for (layout::Item& item : panel.items) {
    std::visit([&](auto& content) { layout::shift(content, at); }, item.content);
    page_.items.push_back(std::move(item));
  }
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
