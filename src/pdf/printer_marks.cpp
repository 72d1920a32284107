#include "pdf/printer_marks.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "pdf/mark_pen.h"
#include "pdf/marked_content.h"
#include "pdf/text_line.h"
#include "pdf/text_writer.h"

namespace huozi::pdf {
namespace {

using layout::Length;
using layout::Page;

constexpr Length kSlug = tenths_of_mm(85);
constexpr Length kMark = tenths_of_mm(50), kBleedMark = tenths_of_mm(25);
constexpr Length kFromTrim = tenths_of_mm(30), kFromBleed = tenths_of_mm(5);
constexpr Length kTextInset = tenths_of_mm(20);  // of the line of type, from the page's sides
constexpr Length kPatch = tenths_of_mm(50), kLeastPatch = tenths_of_mm(20), kGap = tenths_of_mm(20);

struct Plate {
  std::string_view resource, ink;
  std::array<int, 4> inks;
};
// ISO 32000-1, 8.6.6.4: /All is every plate there is.
constexpr Plate kPlates[] = {{"PA", "All", {1, 1, 1, 1}},
                             {"PC", "Cyan", {1, 0, 0, 0}},
                             {"PM", "Magenta", {0, 1, 0, 0}},
                             {"PY", "Yellow", {0, 0, 1, 0}},
                             {"PK", "Black", {0, 0, 0, 1}}};

struct Patch {
  std::string_view resource;
  int tint;  // per cent
};
constexpr Patch kPatches[] = {{"PC", 100}, {"PM", 100}, {"PY", 100}, {"PK", 100}, {"PK", 75}, {"PK", 50}, {"PK", 25}};

// A part of the page between two folds.
struct Panel {
  Length begin, end;
  Length middle() const { return begin + (end - begin) / 2; }
};

// The first of equals: folds have marks of their own, which the others keep away from.
Panel widest_panel(const Page& page) {
  Panel widest;
  Length begin;
  for (size_t i = 0; i <= page.folds.size(); ++i) {
    const Length end = i < page.folds.size() ? page.folds[i] : page.width;
    if (end - begin > widest.end - widest.begin) widest = {begin, end};
    begin = end;
  }
  return widest;
}

// In the layout's coordinates: the trimmed page's top left corner, y downwards.
class MarkWriter : public MarkPen {
 public:
  MarkWriter(const Page& page, Length margin)
      : MarkPen(margin, margin + page.height), page_(page), panel_(widest_panel(page)) {}

  void crop() {
    const Length near = std::max(page_.bleed + kFromBleed, kFromTrim);
    corners(Length(), near, kMark);
    if (page_.bleed > Length()) corners(page_.bleed, near, kBleedMark);
  }

  void cross() {
    const Length away = page_.bleed + kSlug / 2;
    for (const Length x : {-away, page_.width + away}) target(x, page_.height / 2);
    for (const Length y : {-away, page_.height + away}) target(middle(), y);
  }

  // Broken lines, so that nobody takes them for marks of a cut.
  void folds() {
    if (page_.folds.empty()) return;
    const Length near = std::max(page_.bleed + kFromBleed, kFromTrim), far = near + kMark;
    out_ += "[2 1.5] 0 d\n";
    for (const Length x : page_.folds) {
      line(x, -far, x, -near);
      line(x, page_.height + near, x, page_.height + far);
    }
    out_ += "[] 0 d\n";
  }

  // At the head, right of the cross; a page too narrow for patches that can be measured has none.
  void patches() {
    const Length begin = middle() + kCross + kGap;
    const Length side = std::min(kPatch, (panel_.end - begin - kGap) / static_cast<int64_t>(std::size(kPatches)));
    if (side < kLeastPatch) return;
    Length x = begin;
    for (const Patch& patch : kPatches) {
      out_.append("/").append(patch.resource).append(" cs ");
      append_decimal(out_, patch.tint, 2);
      out_ += " scn ";
      point(x, (side - kSlug) / 2 - page_.bleed);
      number(side);
      number(side);
      out_ += "re f\n";
      x += side;
    }
  }

  void text(const SlugText& slug) {
    const PageOrigin origin{left_, top_};
    MarkedContent unmarked(out_, nullptr);
    TextWriter writer(out_, origin, slug.fonts, slug.inks, unmarked);
    write_text(slug.line.words, slug.fonts, writer);
    writer.end_text();
    for (size_t i = slug.colour ? 0 : slug.line.inks.size() - 1; i < slug.line.inks.size(); ++i) {
      for (const layout::GlyphRun& run : slug.line.inks[i]) {
        out_.append("/").append(kPlates[i + 1].resource).append(" cs 1 scn ");
        glyphs(run, slug.fonts);
      }
    }
  }

 private:
  static void write_text(const std::vector<layout::GlyphRun>& runs, const FontUses& fonts, TextWriter& writer) {
    std::vector<const layout::GlyphRun*> line;
    for (const layout::GlyphRun& run : runs) {
      if (!run.glyphs.empty()) line.push_back(&run);
      if (!run.line_end || line.empty()) continue;
      std::vector<uint32_t> slots(line.size(), kArtifact);
      writer.write_line(make_line(std::exchange(line, {}), std::move(slots), fonts), MarkedContent::Artifact::layout);
    }
  }

  // In the colour that is in force, which a TextWriter would set.
  void glyphs(const layout::GlyphRun& run, const FontUses& fonts) {
    std::string codes;
    for (const layout::Glyph& glyph : run.glyphs) {
      const uint16_t code = fonts.of(run).font().cid(glyph.id);
      codes += static_cast<char>(code >> 8);
      codes += static_cast<char>(code & 0xFF);
    }
    out_ += "BT /F" + std::to_string(fonts.index[run.font]) + ' ';
    number(run.size);
    out_ += "Tf 0 Tc ";
    point(run.origin.x, run.origin.y);
    out_ += "Td ";
    append_literal(out_, codes);
    out_ += "Tj ET\n";
  }

  // Two lines at each corner, in line with the edges of the page that is `outset` larger.
  void corners(Length outset, Length near, Length length) {
    const Length far = near + length;
    for (const Length x : {-outset, page_.width + outset}) {
      line(x, -far, x, -near);
      line(x, page_.height + near, x, page_.height + far);
    }
    for (const Length y : {-outset, page_.height + outset}) {
      line(-far, y, -near, y);
      line(page_.width + near, y, page_.width + far, y);
    }
  }

  Length middle() const { return panel_.middle(); }

  const Page& page_;
  const Panel panel_;
};

}  // namespace

Length slug_of(const Page& page) {
  return page.crop_marks || page.cross_marks ? kSlug : Length();
}

SlugRoom slug_room(const Page& page) {
  const Panel panel = widest_panel(page);
  const Length beside = kCross + kGap;
  return {panel.begin + kTextInset, panel.middle() - beside, panel.middle() + beside, panel.end - kTextInset,
          page.height + page.bleed + kSlug / 2};
}

std::string printer_marks(const Page& page, Length margin, const SlugText* slug) {
  MarkWriter writer(page, margin);
  if (page.crop_marks) {
    writer.crop();
    writer.folds();
  }
  if (page.cross_marks) {
    writer.cross();
    writer.patches();
  }
  if (slug && slug_of(page) > Length()) writer.text(*slug);
  return writer.finish();
}

Dict mark_color_spaces() {
  Dict spaces;
  for (const Plate& plate : kPlates) {
    Array none, full;
    for (const int ink : plate.inks) {
      none.add(0);
      full.add(ink);
    }
    Dict tint;
    tint.add("FunctionType", 2).add("Domain", Array().add(0).add(1)).add("C0", none).add("C1", full).add("N", 1);
    Array space;
    space.add(Val::name("Separation")).add(Val::name(plate.ink)).add(Val::name("DeviceCMYK")).add(tint);
    spaces.add(plate.resource, space);
  }
  return spaces;
}

}  // namespace huozi::pdf
