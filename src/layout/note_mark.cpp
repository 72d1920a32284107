#include "layout/note_mark.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/mark_shape.h"
#include "layout/plain_run.h"

namespace huozi::layout {
namespace {

constexpr std::string_view kCircled = "circled-decimal";

bool only_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

SetMark NoteMarks::set(const style::Content& content, int64_t number, TextStyle style, NodeId node) {
  style.raise = Length();
  SetMark mark;
  std::string text;
  for (const style::ContentItem& item : content) {
    if (item.kind == style::ContentItem::Kind::text) text += item.value;
    if (item.kind != style::ContentItem::Kind::counter) continue;
    if (!draws_circle(item.style, number, style)) {
      text += cascade_.counter_text(item.style.empty() ? "decimal" : item.style, number);
      continue;
    }
    add_text(mark, text, style, node);
    text.clear();
    add_circle(mark, std::to_string(number), style, node);
  }
  add_text(mark, text, style, node);
  return mark;
}

bool NoteMarks::draws_circle(std::string_view counter_style, int64_t number, const TextStyle& style) const {
  if (counter_style != kCircled) return false;
  const std::string shown = cascade_.counter_text(counter_style, number);
  return only_digits(shown) || !has_glyph(style, (*base::CodePoints(shown).begin()).code_point);
}

Length NoteMarks::widest(const style::Content& content, int64_t last, const TextStyle& style) {
  const auto [found, fresh] =
      widest_.try_emplace({&content, last, style.fonts, style.size, style.spacing.letter_spacing});
  if (fresh) {
    for (int64_t n = 1; n <= last; ++n) found->second = std::max(found->second, set(content, n, style, {}).width);
  }
  return found->second;
}

bool NoteMarks::has_glyph(const TextStyle& style, char32_t character) const {
  const text::FontLibrary& fonts = shaper_.library();
  return std::any_of(style.fonts->begin(), style.fonts->end(),
                     [&](text::FontId id) { return !fonts.latin_only(id) && fonts.font(id).glyph(character) != 0; });
}

void NoteMarks::add_text(SetMark& mark, std::string_view text, const TextStyle& style, NodeId node) {
  PlainText set = set_plain(text, style, shaper_, node);
  for (GlyphRun& run : set.runs) {
    run.origin.x += mark.width;
    mark.runs.push_back(std::move(run));
  }
  mark.width += set.width;
}

// On one em as ① is, its centre in the middle of the em square, the digits as large as they can be within.
void NoteMarks::add_circle(SetMark& mark, std::string_view digits, const TextStyle& style, NodeId node) {
  const Length em = style.size;
  const Length middle = ascent_of(em) - em / 2;
  TextStyle small = style;
  small.spacing.letter_spacing = Length();
  small.size = em.scaled(60, 100);
  const Length most = em.scaled(64, 100);
  if (const Length wide = set_plain(digits, small, shaper_, node).width; wide > most) {
    small.size = small.size.scaled(most.raw(), wide.raw());
  }
  small.raise = middle - small.size.scaled(35, 100);  // figures are seven tenths of their size high
  const PlainText set = set_plain(digits, small, shaper_, node);
  PathItem circle;
  circle.steps = ring(em.scaled(88, 100));
  circle.origin = {mark.width + em / 2, -middle};
  circle.places = {Length()};
  circle.pen = em / 30;
  circle.color = style.color;
  circle.node = node;
  mark.circles.push_back(std::move(circle));
  for (GlyphRun run : set.runs) {
    run.origin.x += mark.width + (em - set.width) / 2;
    mark.runs.push_back(std::move(run));
  }
  mark.width += em;
}

}  // namespace huozi::layout
