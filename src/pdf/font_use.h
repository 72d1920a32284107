// Which glyphs of which fonts a book's pages show, and what each glyph reads as: what content streams and embedded
// fonts share. Not here: the font objects themselves (embedded_font).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layout/page.h"
#include "text/font.h"

namespace huozi::pdf {

// What the hyphen of a divided word reads as. ISO 32000-1, 14.8.2.2.3 names U+00AD for it, but readers that join a
// divided word when they copy or search know it by the plain hyphen at the line's end.
constexpr std::string_view kLineHyphen = "-";

constexpr char32_t kIdeographicSpace = 0x3000;

// One font as the PDF's pages use it. Read-only once collected, so pages may be written in parallel.
class FontUse {
 public:
  explicit FontUse(const text::Font& font);

  const text::Font& font() const { return *font_; }
  const std::vector<text::GlyphId>& glyphs() const { return used_; }  // ascending after collect_fonts
  // The glyph's width in the PDF, thousandths of an em, rounded. REQUIRES: a used glyph.
  int width(text::GlyphId glyph) const { return entries_[glyph].width; }
  // What ToUnicode gives for a used glyph, UTF-8: the text it first stands for.
  const std::string& reads_as(text::GlyphId glyph) const { return entries_[glyph].text; }
  // The glyph of U+0020 or U+3000, of which nothing is seen; 0: the font has none, or it is another character.
  text::GlyphId blank(char32_t c) const { return c == U' ' ? space_ : c == kIdeographicSpace ? wide_space_ : 0; }

  // ERRORS: std::logic_error for .notdef or a glyph the font has not: layout never emits them.
  void note(text::GlyphId glyph, std::string_view text);
  void finish();

 private:
  struct Entry {
    std::string text;
    int width = 0;
    bool used = false;
  };
  const text::Font* font_;
  std::vector<Entry> entries_;  // by glyph id
  std::vector<text::GlyphId> used_;
  text::GlyphId space_ = 0, wide_space_ = 0;
};

struct FontUses {
  std::vector<FontUse> fonts;   // in the order of first use
  std::vector<uint32_t> index;  // by FontId; UINT32_MAX: not used

  const FontUse& of(const layout::GlyphRun& run) const { return fonts[index[run.font]]; }
};

// `beside`: runs that stand on no page. ERRORS: std::logic_error when a run names a font that is not in `fonts`.
FontUses collect_fonts(const std::vector<layout::Page>& pages, const std::vector<const text::Font*>& fonts,
                       const std::vector<const layout::GlyphRun*>& beside = {});

// The bytes of the run's text a glyph carries; empty for a further glyph of the cluster before it, and for a glyph that
// shares its range with the glyph before. REQUIRES: index < run.glyphs.size().
std::string_view text_of(const layout::GlyphRun& run, size_t index);

}  // namespace huozi::pdf
