#include "pdf/printer_marks.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "pdf/mark_pen.h"

namespace huozi::pdf {
namespace {

using layout::Length;
using layout::Page;

constexpr Length kSlug = tenths_of_mm(85);
constexpr Length kMark = tenths_of_mm(50), kBleedMark = tenths_of_mm(25);
constexpr Length kFromTrim = tenths_of_mm(30), kFromBleed = tenths_of_mm(5);
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

// In the layout's coordinates: the trimmed page's top left corner, y downwards.
class MarkWriter : public MarkPen {
 public:
  MarkWriter(const Page& page, Length margin) : MarkPen(margin, margin + page.height), page_(page) {
    Length begin, widest;
    for (size_t i = 0; i <= page.folds.size(); ++i) {
      const Length end = i < page.folds.size() ? page.folds[i] : page.width;
      if (end - begin > widest) {
        widest = end - begin;
        panel_begin_ = begin;
        panel_end_ = end;
      }
      begin = end;
    }
  }

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
    const Length side = std::min(kPatch, (panel_end_ - begin - kGap) / static_cast<int64_t>(std::size(kPatches)));
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

 private:
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

  // Of the widest part between folds, first of equals; folds have marks of their own.
  Length middle() const { return panel_begin_ + (panel_end_ - panel_begin_) / 2; }

  const Page& page_;
  Length panel_begin_, panel_end_;
};

}  // namespace

Length slug_of(const Page& page) {
  return page.crop_marks || page.cross_marks ? kSlug : Length();
}

std::string printer_marks(const Page& page, Length margin) {
  MarkWriter writer(page, margin);
  if (page.crop_marks) {
    writer.crop();
    writer.folds();
  }
  if (page.cross_marks) {
    writer.cross();
    writer.patches();
  }
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
