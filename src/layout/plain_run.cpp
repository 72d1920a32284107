#include "layout/plain_run.h"

#include <algorithm>

#include "document/plain_text.h"
#include "layout/paragraph.h"

namespace huozi::layout {
namespace {

constexpr size_t kLongest = 1200;  // bytes; more than any box at a page's edge holds

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

}  // namespace

PlainText set_plain(std::string_view text, const TextStyle& style, text::Shaper& shaper, document::NodeId node,
                    Length limit) {
  PlainText result;
  if (text.empty()) return result;
  if (text.find("\u00AD") != text.npos) {
    return set_plain(document::without_soft_hyphens(std::string(text)), style, shaper, node, limit);
  }
  if (limit > Length() && text.size() > kLongest) {
    size_t cut = kLongest - 3;
    while (!begins_character(text[cut])) --cut;
    return set_plain(std::string(text.substr(0, cut)) + "…", style, shaper, node, limit);
  }
  InlineText in;
  in.styles.push_back(style);
  append_text(in, text, 0, node);
  ParagraphShape shape;
  shape.measure = Length::points(1'000'000);
  shape.align = shape.align_last = style::TextAlign::start;
  source::Diagnostics unused;  // the text was reported where it stands in the book
  std::vector<SetLine> lines = set_paragraph(in, shape, 0, shaper, unused);
  if (lines.empty()) return result;
  result.width = lines.front().width;
  if (limit > Length() && result.width > limit && text.size() > 3) {
    const size_t whole = text.size() - (text.ends_with("…") ? 3 : 0);
    // Nothing that begins within the last em has place beside the dots.
    size_t cut = whole;
    for (const RowItem& item : lines.front().items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      if (!run) continue;
      for (const Glyph& glyph : run->glyphs) {
        if (run->origin.x + glyph.x > limit - style.size)
          cut = std::min<size_t>(cut, run->text_offset + glyph.text_begin);
      }
    }
    if (cut == whole) {
      do --cut;
      while (cut > 0 && !begins_character(text[cut]));
    }
    if (cut == 0) return {};
    return set_plain(std::string(text.substr(0, cut)) + "…", style, shaper, node, limit);
  }
  for (RowItem& item : lines.front().items) {
    if (auto* run = std::get_if<GlyphRun>(&item)) {
      run->line_end = false;
      result.runs.push_back(std::move(*run));
    }
  }
  if (!result.runs.empty()) result.runs.back().line_end = true;
  return result;
}

}  // namespace huozi::layout
