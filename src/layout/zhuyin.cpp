#include "layout/zhuyin.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace huozi::layout {
namespace {

constexpr size_t kMostSymbols = 3;
// Thousandths of the base's em. Three symbols and the light tone's dot above them are as tall as the base, and a symbol
// and the tone marks at its right together half as wide.
constexpr int kSymbol = 300;
constexpr int kToneMiddle = 385;
constexpr int kDot = 100;
// Symbols leave much of their em square free, more in some faces than in others, and tone marks more still: at which
// size they are drawn, against the place a symbol has.
constexpr int kInk = 960;
constexpr int kMostSize = 1500;
constexpr int kToneSize = 1500;
constexpr char32_t kTallSymbols[] = {U'ㄅ', U'ㄉ', U'ㄓ', U'ㄤ'};

constexpr char32_t kLightTone = U'˙';

bool is_tone(char32_t c) {
  return c == U'ˊ' || c == U'ˇ' || c == U'ˋ' || c == U'ˉ' || c == kLightTone;
}
bool is_symbol(char32_t c) {
  return (c >= 0x3105 && c <= 0x312F) || (c >= 0x31A0 && c <= 0x31BF);
}
bool is_blank(char32_t c) {
  return c == U' ' || c == 0x3000;
}

class Stack {
 public:
  Stack(Length base, const TextStyle& style, text::Shaper& shaper, document::NodeId node)
      : base_(base), style_(style), shaper_(shaper), node_(node) {
    // Three to the base's height, whatever the annotation's own size.
    symbol_ = std::min(style.size.scaled(3, 5), base.scaled(kSymbol, 1000));
  }

  PlainText set(std::string_view annotation) {
    size_t symbols = 0;
    bool dotted = false;
    for (const auto item : base::CodePoints(annotation)) {
      if (is_symbol(item.code_point)) ++symbols;
      dotted = dotted || item.code_point == kLightTone;
    }
    const Length dot = dotted ? base_.scaled(kDot, 1000) : Length();
    const Length top = (base_ - dot - symbol_ * static_cast<int64_t>(symbols)) / 2 - ascent_of(base_);
    const Length first = top + dot;
    const Length last = first + symbol_ * static_cast<int64_t>(symbols - 1);
    Length next = first;
    for (const auto item : base::CodePoints(annotation)) {
      const std::string_view one = annotation.substr(item.offset, item.length);
      const Length middle = base_.scaled(kSymbol, 2000);
      // Marks are placed by their ink, which stands in a corner of their square.
      const Length tone_size = symbol_.scaled(kToneSize, 1000);
      if (is_symbol(item.code_point)) {
        place(one, item.offset, symbol_, {middle, next + symbol_ / 2}, false);
        next += symbol_;
      } else if (item.code_point == kLightTone) {
        place(one, item.offset, tone_size, {middle, top + dot / 2}, true);
      } else if (is_tone(item.code_point)) {
        place(one, item.offset, tone_size, {base_.scaled(kToneMiddle, 1000), last}, true);
      }
    }
    out_.width = zhuyin_width(base_);
    return std::move(out_);
  }

 private:
  // At which the face's symbols fill their place.
  Length size_in(const text::Font& font) const {
    int ink = 1;
    for (const char32_t c : kTallSymbols) {
      const text::GlyphBox box = font.box(font.glyph(c));
      ink = std::max(ink, box.top - box.bottom);
    }
    const Length size = symbol_.scaled(int64_t{kInk} * font.metrics().units_per_em, int64_t{1000} * ink);
    return std::clamp(size, symbol_, symbol_.scaled(kMostSize, 1000));
  }

  // One character, `offset` bytes into the annotation, its em square or its ink around `middle`.
  void place(std::string_view character, uint32_t offset, Length size, Point middle, bool by_ink) {
    TextStyle style = style_;
    style.size = size;
    PlainText set = set_plain(character, style, shaper_, node_);
    if (set.runs.size() != 1 || set.runs.front().glyphs.empty()) return;
    GlyphRun run = std::move(set.runs.front());
    const text::Font& font = shaper_.library().font(run.font);
    const text::GlyphBox box = font.box(run.glyphs.front().id);
    Point from;  // from the origin to what stands in the middle, upwards
    if (by_ink) {
      from = {font.scale(box.left + box.right, run.size) / 2, font.scale(box.bottom + box.top, run.size) / 2};
    } else {
      run.size = size_in(font);
      from = {run.size / 2, ascent_of(run.size) - run.size / 2};
    }
    run.glyphs.front().x = Length();
    run.origin = {middle.x - from.x, middle.y + from.y};
    run.line_end = false;
    // The first run begins the annotation, whatever blanks it begins with.
    run.text_offset = out_.runs.empty() ? 0 : offset;
    out_.runs.push_back(std::move(run));
  }

  Length base_, symbol_;
  const TextStyle& style_;
  text::Shaper& shaper_;
  document::NodeId node_;
  PlainText out_;
};

}  // namespace

bool is_zhuyin(std::string_view annotation) {
  size_t symbols = 0, tones = 0;
  for (const auto item : base::CodePoints(annotation)) {
    if (is_symbol(item.code_point)) {
      ++symbols;
    } else if (is_tone(item.code_point)) {
      ++tones;
    } else if (!is_blank(item.code_point)) {
      return false;
    }
  }
  return symbols >= 1 && symbols <= kMostSymbols && tones <= 1;
}

PlainText set_zhuyin(std::string_view annotation, const TextStyle& style, Length base, text::Shaper& shaper,
                     document::NodeId node) {
  return Stack(base, style, shaper, node).set(annotation);
}

}  // namespace huozi::layout
