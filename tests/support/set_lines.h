// Paragraphs set with the test fonts, taken apart again: which text stands where. Header only: for tests of layout/.
// Not here: whole books (typeset.h).
#pragma once

#include <string>
#include <vector>

#include "layout/paragraph.h"
#include "support/test_library.h"

namespace huozi::test {

constexpr base::Length kEmSize = base::Length::points(16);  // of the helpers below

inline layout::InlineText inline_text(std::string text, std::vector<std::string> families = {"serif"}) {
  layout::InlineText in;
  layout::TextStyle style;
  style.fonts = &test_library().resolve({std::move(families), 400, false, "zh-Hans"});
  style.size = kEmSize;
  style.line_height = kEmSize * 2;
  style.language = "zh-Hans";
  in.styles.push_back(style);
  layout::append_text(in, text, 0, {});
  return in;
}

struct Placed {
  std::string text;      // what one glyph stands for
  base::Length x;        // its origin
  base::Length advance;  // of the glyph itself
  base::Length end() const { return x + advance; }
};

inline std::vector<Placed> placed(const layout::SetLine& line) {
  std::vector<Placed> out;
  for (const layout::RowItem& item : line.items) {
    if (const auto* mark = std::get_if<layout::MarkItem>(&item)) {
      out.push_back({"\uFFFC", mark->origin.x, mark->width});
    }
    const auto* run = std::get_if<layout::GlyphRun>(&item);
    if (!run) continue;
    const text::Font& font = test_library().font(run->font);
    for (const layout::Glyph& glyph : run->glyphs) {
      out.push_back({run->text.substr(glyph.text_begin, glyph.text_end - glyph.text_begin), run->origin.x + glyph.x,
                     font.scale(font.advance(glyph.id), run->size)});
    }
  }
  return out;
}

inline std::string text_of(const layout::SetLine& line) {
  std::string out;
  for (const layout::RowItem& item : line.items) {
    if (const auto* run = std::get_if<layout::GlyphRun>(&item)) out += run->text;
    if (std::holds_alternative<layout::MarkItem>(item)) out += "\uFFFC";
  }
  return out;
}

inline std::vector<layout::SetLine> set_lines(const layout::InlineText& in, layout::ParagraphShape shape) {
  source::Diagnostics diagnostics;
  text::Shaper shaper(test_library());
  return layout::set_paragraph(in, shape, 0, shaper, diagnostics);
}
inline layout::ParagraphShape shape(base::Length measure, base::Length indent = {}) {
  layout::ParagraphShape out;
  out.measure = measure;
  out.first_indent = indent;
  return out;
}

}  // namespace huozi::test
