#include "pdf/font_use.h"

#include <algorithm>
#include <stdexcept>
#include <variant>

#include "base/utf8.h"

namespace huozi::pdf {
namespace {

// A ToUnicode entry stays far below the 512 bytes CMap readers allow; longer texts are ActualText's.
constexpr size_t kLongestText = 64;
// What a glyph without any text of its own reads as: nothing visible. The page's ActualText says better.
constexpr std::string_view kNoText = "\u200B";

// …… is twice the glyph of ….
bool is_repeated(std::string_view text, std::string_view first) {
  for (size_t i = 0; i < text.size(); i += first.size()) {
    if (text.substr(i, first.size()) != first) return false;
  }
  return true;
}

}  // namespace

FontUse::FontUse(const text::Font& font) : font_(&font), entries_(font.glyph_count()) {
  space_ = font.glyph(U' ');
  if (space_ != 0) note(space_, " ");
  wide_space_ = font.glyph(kIdeographicSpace);
  if (wide_space_ == space_) wide_space_ = 0;
  if (wide_space_ != 0) note(wide_space_, "\u3000");
}

void FontUse::note(text::GlyphId glyph, std::string_view text) {
  if (glyph == 0 || glyph >= entries_.size()) throw std::logic_error("a page shows a glyph its font has not");
  Entry& entry = entries_[glyph];
  if (!entry.used) {
    entry.used = true;
    used_.push_back(glyph);
    const int64_t units = font_->metrics().units_per_em;
    entry.width = static_cast<int>((int64_t{font_->advance(glyph)} * 1000 + units / 2) / units);
  }
  if (text.empty() || text.size() > kLongestText) return;
  // The character the font has the glyph for goes before what the glyph stands for besides: dots that lead the eye.
  const base::Decoded decoded = base::decode_utf8(text, 0);
  const std::string_view first = text.substr(0, decoded.length);
  if (entry.text == text && text == first) return;
  const bool own = font_->glyph(decoded.code_point) == glyph;
  if (own && entry.text != first && is_repeated(text, first)) {
    entry.text = first;
  } else if (entry.text.empty()) {
    entry.text = text;
  }
}

void FontUse::finish() {
  std::sort(used_.begin(), used_.end());
  const text::GlyphId hyphens[] = {font_->glyph(U'-'), font_->glyph(U'‐')};
  for (const text::GlyphId glyph : used_) {
    // A hyphen that only ever divides words stands for no character of the source.
    const bool hyphen = glyph == hyphens[0] || glyph == hyphens[1];
    if (entries_[glyph].text.empty()) entries_[glyph].text = hyphen ? kLineHyphen : kNoText;
  }
}

std::string_view text_of(const layout::GlyphRun& run, size_t index) {
  const layout::Glyph& glyph = run.glyphs[index];
  if (glyph.text_begin >= glyph.text_end || glyph.text_end > run.text.size()) return {};
  if (index > 0) {
    const layout::Glyph& before = run.glyphs[index - 1];
    if (before.text_begin == glyph.text_begin && before.text_end > before.text_begin) return {};
  }
  return std::string_view(run.text).substr(glyph.text_begin, glyph.text_end - glyph.text_begin);
}

FontUses collect_fonts(const std::vector<layout::Page>& pages, const std::vector<const text::Font*>& fonts,
                       const std::vector<const layout::GlyphRun*>& beside) {
  FontUses uses;
  uses.index.assign(fonts.size(), UINT32_MAX);
  const auto add = [&](const layout::GlyphRun& run) {
    if (run.font >= fonts.size() || !fonts[run.font]) throw std::logic_error("a page uses an unknown font");
    uint32_t& index = uses.index[run.font];
    if (index == UINT32_MAX) {
      index = static_cast<uint32_t>(uses.fonts.size());
      uses.fonts.emplace_back(*fonts[run.font]);
    }
    for (size_t i = 0; i < run.glyphs.size(); ++i) uses.fonts[index].note(run.glyphs[i].id, text_of(run, i));
  };
  for (const layout::Page& page : pages) {
    for (const layout::Item& item : page.items) {
      if (const auto* run = std::get_if<layout::GlyphRun>(&item.content)) add(*run);
    }
  }
  for (const layout::GlyphRun* run : beside) add(*run);
  for (FontUse& use : uses.fonts) use.finish();
  return uses;
}

}  // namespace huozi::pdf
