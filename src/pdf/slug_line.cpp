#include "pdf/slug_line.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "document/front_matter_pages.h"
#include "layout/plain_run.h"
#include "pdf/printer_marks.h"
#include "text/shaper.h"

namespace huozi::pdf {
namespace {

using layout::GlyphRun;
using layout::Length;
using layout::Page;
using layout::PlainText;

constexpr Length kSize = Length::points(6);
constexpr Length kGap = kSize;      // between the line's pieces
constexpr int64_t kLeastTitle = 4;  // characters; of less nobody knows the book
constexpr std::string_view kInks[2][4] = {{"青", "品", "黄", "黑"}, {"青", "品", "黃", "黑"}};

class Setter {
 public:
  Setter(std::string_view language, const style::Cascade& cascade, text::FontLibrary& fonts) : shaper_(fonts) {
    style::ComputedStyle style;
    style.font_family = cascade.body().font_family;
    style.font_size = kSize;
    look_ = layout::make_text_style(style, language, fonts);
    style.text_autospace = false;
    plain_look_ = layout::make_text_style(style, language, fonts);
  }
  PlainText set(std::string_view text, Length limit = {}) { return layout::set_plain(text, look_, shaper_, {}, limit); }
  // Glyph beside glyph: what every page has is short in the file.
  PlainText set_close(std::string_view text) { return layout::set_plain(text, plain_look_, shaper_, {}); }

 private:
  text::Shaper shaper_;
  layout::TextStyle look_, plain_look_;
};

void put(PlainText text, Length x, Length baseline, std::vector<GlyphRun>& out) {
  for (GlyphRun& run : text.runs) {
    run.origin.x += x;
    run.origin.y += baseline;
    out.push_back(std::move(run));
  }
}

// Of pages of one size, the widest of whose folios is known.
class LineOfSize {
 public:
  LineOfSize(const Page& page, Length widest_folio, const SlugWords& words, Setter& setter) : setter_(setter) {
    const SlugRoom room = slug_room(page);
    baseline_ = room.baseline + kSize.scaled(38, 100);
    left(room, widest_folio, words);
    right(room, words);
  }

  std::vector<GlyphRun> folio(PlainText text) const {
    std::vector<GlyphRun> out;
    if (has_folio_) put(std::move(text), folio_, baseline_, out);
    return out;
  }
  SlugLine take() { return std::move(line_); }

 private:
  void left(const SlugRoom& room, Length folio, const SlugWords& words) {
    Length x = room.left, end = room.left_end - folio;
    has_folio_ = folio > Length() && end >= x;
    if (!has_folio_) return;
    PlainText kind = setter_.set(words.kind);
    const bool has_kind = kind.width > Length() && x + kind.width + kGap <= end;
    if (has_kind) end -= kind.width + kGap;
    if (end - kGap - x >= kSize * kLeastTitle) {
      PlainText title = setter_.set(words.title, end - kGap - x);
      const Length width = title.width;
      put(std::move(title), x, baseline_, line_.words);
      if (width > Length()) x += width + kGap;
    }
    if (has_kind) {
      const Length width = kind.width;
      put(std::move(kind), x, baseline_, line_.words);
      x += width + kGap;
    }
    folio_ = x;
  }

  void right(const SlugRoom& room, const SlugWords& words) {
    Length x = room.right;
    if (x + kSize.scaled(11, 2) > room.right_end) return;  // four, half an em apart
    const auto& inks = kInks[document::is_traditional_chinese(words.language) ? 1 : 0];
    for (size_t i = 0; i < line_.inks.size(); ++i) {
      put(setter_.set(inks[i]), x, baseline_, line_.inks[i]);
      x += kSize.scaled(3, 2);
    }
    x += kGap - kSize / 2;
    for (const std::string& piece : {words.date, words.producer}) {
      PlainText text = setter_.set(piece);
      const Length width = text.width;
      if (width <= Length()) continue;  // a book without a date
      if (x + width > room.right_end) return;
      put(std::move(text), x, baseline_, line_.words);
      x += width + kGap;
    }
  }

  Setter& setter_;
  SlugLine line_;
  Length baseline_, folio_;
  bool has_folio_ = false;
};

}  // namespace

SlugLines set_slug_lines(const std::vector<Page>& pages, const SlugWords& words, const style::Cascade& cascade,
                         text::FontLibrary& fonts) {
  SlugLines out;
  if (std::none_of(pages.begin(), pages.end(), [](const Page& page) { return slug_of(page) > Length(); })) return out;
  Setter setter(words.language, cascade, fonts);
  const bool traditional = document::is_traditional_chinese(words.language);
  using Size = std::tuple<Length, Length, Length>;
  const auto size_of = [](const Page& page) { return Size(page.width, page.height, page.bleed); };

  std::vector<PlainText> folios;
  std::map<Size, Length> widest;
  for (size_t i = 0; i < pages.size(); ++i) {
    const std::string_view mark = traditional ? "頁" : "页";
    std::string text = pages[i].label.empty() || !words.labels ? "" : "第" + pages[i].label + std::string(mark) + " ";
    text += std::to_string(i + 1) + '/' + std::to_string(pages.size());
    folios.push_back(setter.set_close(text));
    Length& width = widest[size_of(pages[i])];
    width = std::max(width, folios.back().width);
  }
  std::map<Size, std::pair<size_t, LineOfSize>> lines;
  const size_t none = 0;
  out.lines.emplace_back();
  for (size_t i = 0; i < pages.size(); ++i) {
    const Page& page = pages[i];
    if (slug_of(page) <= Length()) {
      out.pages.push_back({none, {}});
      continue;
    }
    const Size size = size_of(page);
    auto found = lines.find(size);
    if (found == lines.end()) {
      found = lines.emplace(size, std::pair(out.lines.size(), LineOfSize(page, widest[size], words, setter))).first;
      out.lines.push_back(found->second.second.take());
    }
    out.pages.push_back({found->second.first, found->second.second.folio(std::move(folios[i]))});
  }
  return out;
}

}  // namespace huozi::pdf
