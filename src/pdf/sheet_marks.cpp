#include "pdf/sheet_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "pdf/mark_pen.h"

namespace huozi::pdf {

const Length kSheetMargin = tenths_of_mm(150);

namespace {

using impose::Binding;
using impose::Kind;

constexpr Length kMark = tenths_of_mm(50), kFoldMark = tenths_of_mm(70);
constexpr Length kFromTrim = tenths_of_mm(30), kFromBleed = tenths_of_mm(5);
constexpr Length kTargetFromBleed = tenths_of_mm(43);
constexpr Length kBarWidth = tenths_of_mm(20), kBarHeight = tenths_of_mm(50), kFromHead = tenths_of_mm(100);
constexpr Length kLineBelow = tenths_of_mm(138), kLineSize = Length::points(7), kNumberSize = Length::points(5);
constexpr size_t kLongestTitle = 40;  // characters

class SheetMarkWriter : public MarkPen {
 public:
  SheetMarkWriter(const impose::Plan& plan, Length left, Length top) : MarkPen(left, top), plan_(plan) {}

  // Lines beside the block where a page is cut. Pages that touch at the spine are not cut apart.
  void cuts() {
    for (size_t i = 0; i < plan_.lefts.size(); ++i) {
      const bool spine_right = i % 2 == 0, milled = plan_.job.gutter > Length();
      if (spine_right || milled) upright(plan_.lefts[i], kMark);
      if (!spine_right || milled) upright(plan_.lefts[i] + plan_.job.width, kMark);
    }
    for (const Length top : plan_.tops) {
      level(top, kMark);
      level(top + plan_.job.height, kMark);
    }
  }

  void folds() {
    out_ += "[3 2] 0 d\n";
    for (const Length fold : plan_.upright_folds()) upright(fold, kFoldMark);
    for (const Length fold : plan_.level_folds()) level(fold, kFoldMark);
    out_ += "[] 0 d\n";
  }

  void targets() {
    const Length away = plan_.job.trim + kTargetFromBleed;
    for (const Length left : {plan_.lefts.front(), plan_.lefts.back()}) {
      for (const Length y : {-away, plan_.height + away}) target(left + plan_.job.width / 2, y);
    }
    for (const Length x : {-away, plan_.width + away}) {
      target(x, plan_.tops.front() + plan_.job.height / 2);
      if (plan_.tops.size() > 1) target(x, plan_.tops.back() + plan_.job.height / 2);
    }
  }

  void collating(Length x, Length y) { bar(x - kBarWidth / 2, y + kBarHeight, kBarWidth, kBarHeight); }

 private:
  Length near() const { return std::max(plan_.job.trim + kFromBleed, kFromTrim); }
  void upright(Length x, Length length) {
    line(x, -near() - length, x, -near());
    line(x, plan_.height + near(), x, plan_.height + near() + length);
  }
  void level(Length y, Length length) {
    line(-near() - length, y, -near(), y);
    line(plan_.width + near(), y, plan_.width + near() + length, y);
  }

  const impose::Plan& plan_;
};

struct Place {
  Length x, y;
};

// Where the collating mark of a signature begins: on the fold between its first page and its last, a step lower than
// that of the signature before, so that a gathered block shows a slope without gaps.
std::optional<Place> collating_place(const impose::Plan& plan, const impose::Sheet& sheet) {
  const Length room = plan.job.height - kFromHead * 2;
  if (plan.job.kind != Kind::signatures || room < kBarHeight) return std::nullopt;
  const auto steps = static_cast<size_t>(room / kBarHeight);
  const auto step = static_cast<int64_t>(sheet.signature % steps);
  const std::vector<Length> folds = plan.upright_folds();
  return Place{plan.job.binding == Binding::left ? folds.back() : folds.front(),
               plan.tops.back() + kFromHead + kBarHeight * step};
}

std::string shortened(const std::string& title) {
  std::string out;
  size_t count = 0;
  for (const auto item : base::CodePoints(title)) {
    if (count++ == kLongestTitle) return out + "…";
    base::append_utf8(out, item.code_point);
  }
  return out;
}

// What the line says; ordinals of pages are those of the file.
std::string words_of(const impose::Plan& plan, const impose::Sheet& sheet, bool front, const std::string& title) {
  const char* side = front ? "正面" : "反面";
  std::string out = shortened(title) + "　";
  switch (plan.job.kind) {
    case Kind::signatures: {
      const auto pages = static_cast<size_t>(plan.job.signature), first = sheet.signature * pages;
      out += fmt::format("第{}帖（共{}帖）　{}　第{}–{}页", sheet.signature + 1, plan.signatures, side, first + 1,
                         std::min(first + pages, plan.job.pages));
      break;
    }
    case Kind::saddle:
      out += fmt::format("骑马订　第{}张（由外向内，共{}张）　{}", sheet.sheet + 1, plan.sheets.size(), side);
      break;
    case Kind::two_up:
      out += fmt::format("校样　第{}张（共{}张）", sheet.sheet + 1, plan.sheets.size());
      break;
  }
  return out;
}

layout::GlyphRun set_line(const std::string& words, const text::Font& font, Length size) {
  layout::GlyphRun run;
  run.size = size;
  run.line_end = true;
  Length pen;
  for (const auto item : base::CodePoints(words)) {
    char32_t c = item.code_point;
    text::GlyphId glyph = font.glyph(c);
    if (glyph == 0) glyph = font.glyph(c = U'〓');
    if (glyph == 0) continue;
    const auto begin = static_cast<uint32_t>(run.text.size());
    base::append_utf8(run.text, c);
    run.glyphs.push_back({glyph, pen, {}, begin, static_cast<uint32_t>(run.text.size())});
    pen += font.scale(font.advance(glyph), size);
  }
  return run;
}

Length width_of(const layout::GlyphRun& run, const text::Font& font) {
  return run.glyphs.empty() ? Length() : run.glyphs.back().x + font.scale(font.advance(run.glyphs.back().id), run.size);
}

}  // namespace

std::string sheet_marks(const impose::Plan& plan, const impose::Sheet& sheet, bool front, Length left, Length top) {
  SheetMarkWriter writer(plan, left, top);
  writer.cuts();
  if (plan.job.kind != Kind::two_up) {
    writer.folds();
    writer.targets();
  }
  const auto place = collating_place(plan, sheet);
  if (front && place) writer.collating(place->x, place->y);
  return writer.finish();
}

layout::Page sheet_words(const impose::Plan& plan, const impose::Sheet& sheet, bool front, const std::string& title,
                         const text::Font& font) {
  layout::Page page;
  page.width = plan.width;
  page.height = plan.height;
  layout::GlyphRun line = set_line(words_of(plan, sheet, front, title), font, kLineSize);
  line.origin = {Length(), plan.height + kLineBelow};
  page.items.push_back({layout::Region::margin, std::move(line)});
  const auto place = collating_place(plan, sheet);
  if (front && place) {
    layout::GlyphRun number = set_line(std::to_string(sheet.signature + 1), font, kNumberSize);
    number.origin = {place->x - width_of(number, font) / 2, place->y + kBarHeight + kNumberSize};
    page.items.push_back({layout::Region::margin, std::move(number)});
  }
  return page;
}

}  // namespace huozi::pdf
