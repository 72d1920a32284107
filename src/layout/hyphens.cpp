#include "layout/hyphens.h"

#include <algorithm>

#include "text/hyphenation.h"

namespace huozi::layout {
namespace {

using enum text::CharClass;
using style::Hyphens;
using text::Cluster;

// U+2010; U+002D where the face has none, or only one on the em square.
struct HyphenGlyph {
  text::GlyphId id = 0;
  Length advance;
};
HyphenGlyph hyphen_of(const Cluster& last, const text::FontLibrary& fonts) {
  const text::Font& font = fonts.font(last.font);
  for (const char32_t c : {U'‐', U'-'}) {
    const text::GlyphId glyph = font.glyph(c);
    const Length advance = glyph ? font.scale(font.advance(glyph), last.size) : Length();
    if (glyph && advance <= last.size / 2) return {glyph, advance};
  }
  return {};
}

bool is_apostrophe(const Cluster& c) {
  return c.code_point == U'\'' || c.code_point == U'’';
}

// What stands unbroken beside letters: a token is a word with its marks, a number, an address. A dash parts two.
bool is_token_part(const Cluster& c) {
  const bool dash = c.code_point == U'—' || c.code_point == U'―';
  return !dash && (text::is_alphanumeric(c.cls) || c.cls == symbol || c.cls == hyphen || c.cls == latin_opening ||
                   c.cls == latin_closing || c.cls == prefix || c.cls == suffix);
}

class Opener {
 public:
  Opener(const InlineText& in, const text::ShapedText& shaped, const text::FontLibrary& fonts, BreakInput& input)
      : in_(in), clusters_(shaped.clusters), fonts_(fonts), input_(input) {}

  std::vector<LineHyphen> run() {
    for (size_t first = 0; first < clusters_.size();) {
      size_t last = first;
      while (last < clusters_.size() && is_token_part(clusters_[last]) && (last == first || joined(last))) ++last;
      token(first, last);
      first = std::max(last, first + 1);
    }
    return std::move(places_);
  }

 private:
  bool joined(size_t k) const {
    return clusters_[k].space_before == Length() && !clusters_[k].forced_break_before &&
           !clusters_[k].break_here_before;
  }
  const TextStyle& style_of(size_t k) const { return in_.styles[in_.runs[clusters_[k].run].style]; }
  bool hyphens_are(Hyphens value, size_t k) const { return style_of(k).hyphens == value; }

  void token(size_t first, size_t last) {
    bool soft = false;
    for (size_t k = first + 1; k < last; ++k) {
      if (!clusters_[k].soft_hyphen_before || hyphens_are(Hyphens::none, k)) continue;
      soft = true;
      if (text::is_alphanumeric(clusters_[k - 1].cls) && text::is_alphanumeric(clusters_[k].cls)) open(k, last);
    }
    // CSS Text 3 6.1: an author's own hyphens go before the dictionary's.
    if (!soft) word(first, last);
  }

  // Marks around a word are no part of it; a token with digits, signs or hyphens in it is no word.
  void word(size_t first, size_t end) {
    size_t last = end;
    const auto is_quote = [&](size_t k) { return is_apostrophe(clusters_[k]) || clusters_[k].code_point == U'"'; };
    while (first < last && (clusters_[first].cls == latin_opening || is_quote(first))) ++first;
    while (first < last && (clusters_[last - 1].cls == latin_closing || is_quote(last - 1))) --last;
    if (first == last) return;
    for (size_t k = first; k < last; ++k) {
      if (!hyphens_are(Hyphens::auto_, k) || (clusters_[k].cls != letter && !is_apostrophe(clusters_[k]))) return;
    }
    const uint32_t begin = clusters_[first].text_begin;
    const std::string_view text = std::string_view(in_.text).substr(begin, clusters_[last - 1].text_end - begin);
    size_t k = first;
    for (const uint32_t point : text::hyphenation_points(text, style_of(first).language)) {
      // A point within a ligature is passed over: it has no break before it.
      while (k < last && clusters_[k].text_begin < begin + point) ++k;
      if (k < last && clusters_[k].text_begin == begin + point) open(k, end);
    }
  }

  // `end`: of the token.
  void open(size_t k, size_t end) {
    if (input_.breaks[k] != text::BreakKind::forbidden) return;
    const HyphenGlyph glyph = hyphen_of(clusters_[k - 1], fonts_);
    if (glyph.id == 0) return;
    if (places_.empty()) input_.hyphenated.assign(clusters_.size(), BreakInput::kNoHyphen);
    input_.breaks[k] = text::BreakKind::allowed;
    input_.end_trim[k - 1] -= glyph.advance;
    input_.hyphenated[k] = ends_paragraph(end) ? BreakInput::kLastWord : BreakInput::kHyphen;
    places_.push_back({static_cast<uint32_t>(k), glyph.id, glyph.advance});
  }

  bool ends_paragraph(size_t k) const {
    while (k < clusters_.size() && !clusters_[k].forced_break_before && !input_.weighty[k]) ++k;
    return k == clusters_.size() || clusters_[k].forced_break_before;
  }

  const InlineText& in_;
  const std::vector<Cluster>& clusters_;
  const text::FontLibrary& fonts_;
  BreakInput& input_;
  std::vector<LineHyphen> places_;
};

}  // namespace

std::vector<LineHyphen> open_hyphens(const InlineText& in, const text::ShapedText& shaped,
                                     const text::FontLibrary& fonts, BreakInput& input) {
  return Opener(in, shaped, fonts, input).run();
}

}  // namespace huozi::layout
