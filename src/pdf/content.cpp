#include "pdf/content.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <variant>

#include "pdf/text_writer.h"
#include "pdf/value.h"

namespace huozi::pdf {
namespace {

using layout::Length;
using layout::Rect;

class ContentWriter {
 public:
  using Artifact = MarkedContent::Artifact;

  ContentWriter(const PageOrigin& origin, Length least_pen, const FontUses& fonts, const ImageUses& images,
                const Inks& inks, const PageTags& tags)
      : origin_(origin),
        least_pen_(least_pen),
        fonts_(fonts),
        images_(images),
        inks_(inks),
        tags_(tags),
        marks_(content_.stream, tags.tree),
        text_(content_.stream, origin, fonts, inks, marks_) {}

  void write(const std::vector<layout::Item>& items) {
    for (size_t i = 0; i < items.size(); ++i) {
      const layout::Item& item = items[i];
      const auto* run = std::get_if<layout::GlyphRun>(&item.content);
      const Artifact kind = item.region == layout::Region::margin ? Artifact::pagination : Artifact::layout;
      const uint32_t slot = tags_.slots ? (*tags_.slots)[i] : kArtifact;
      if (!run || kind != kind_) finish_line();
      kind_ = kind;
      if (run) {
        if (!run->glyphs.empty()) {
          line_.push_back(run);
          line_slots_.push_back(slot);
        }
        if (run->line_end) finish_line();
      } else if (const auto* rule = std::get_if<layout::RuleItem>(&item.content)) {
        begin_figure(slot, kind);
        fill(thickened(rule->rect), rule->color);
      } else if (const auto* path = std::get_if<layout::PathItem>(&item.content)) {
        begin_figure(slot, kind);
        draw(*path);
      } else if (const auto* image = std::get_if<layout::ImageItem>(&item.content)) {
        begin_figure(slot, kind);
        draw(*image);
      }
    }
    finish_line();
  }

  void write_sheet(const std::vector<layout::GlyphRun>& runs) {
    kind_ = Artifact::sheet;
    for (const layout::GlyphRun& run : runs) {
      if (run.glyphs.empty()) continue;
      line_.push_back(&run);
      line_slots_.push_back(kArtifact);
    }
    finish_line();
  }

  PageContent finish() {
    text_.end_text();
    marks_.end();
    content_.slots = marks_.take_slots();
    for (std::vector<uint32_t>* used : {&content_.fonts, &content_.images}) {
      std::sort(used->begin(), used->end());
      used->erase(std::unique(used->begin(), used->end()), used->end());
    }
    return std::move(content_);
  }

 private:
  // What is not text stands outside of text objects, with its mark.
  void begin_figure(uint32_t slot, Artifact kind) {
    text_.end_text();
    marks_.begin(slot, kind);
  }

  void finish_line() {
    if (line_.empty()) return;
    for (const layout::GlyphRun* run : line_) content_.fonts.push_back(fonts_.index[run->font]);
    text_.write_line(make_line(std::move(line_), std::move(line_slots_), fonts_), kind_);
    line_.clear();
    line_slots_.clear();
  }

  void append_numbers(std::initializer_list<Length> numbers) {
    for (const Length number : numbers) {
      append_decimal(content_.stream, milli(number), 3);
      content_.stream += ' ';
    }
  }

  Length left(const Rect& rect) const { return origin_.left + rect.x; }
  Length bottom(const Rect& rect) const { return origin_.top - rect.y - rect.height; }

  void fill(const Rect& rect, const style::Color& color) {
    text_.set_color(color);
    append_numbers({left(rect), bottom(rect), rect.width, rect.height});
    content_.stream += "re f\n";
  }

  // What is thinner than allowed grows about its middle.
  Rect thickened(Rect rect) const {
    const auto grow = [&](Length& begin, Length& size) {
      if (size <= Length() || size >= least_pen_) return;
      begin -= (least_pen_ - size) / 2;
      size = least_pen_;
    };
    grow(rect.x, rect.width);
    grow(rect.y, rect.height);
    return rect;
  }

  void append_steps(const std::vector<layout::PathStep>& steps) {
    constexpr std::array<size_t, 4> kPoints = {1, 1, 3, 0};
    constexpr std::array<const char*, 4> kOperators = {"m ", "l ", "c ", "h "};
    for (const layout::PathStep& step : steps) {
      const auto kind = static_cast<size_t>(step.kind);
      for (size_t i = 0; i < kPoints[kind]; ++i) append_numbers({step.points[i].x, -step.points[i].y});
      content_.stream += kOperators[kind];
    }
  }

  void move_to(const char* turn, int64_t x, int64_t y) {
    content_.stream += turn;
    append_decimal(content_.stream, x, 3);
    content_.stream += ' ';
    append_decimal(content_.stream, y, 3);
    content_.stream += " cm ";
  }

  // The coordinates are moved to each place in turn: the same bytes at each.
  void draw(const layout::PathItem& path) {
    const bool stroked = path.pen > Length();
    if (!stroked) text_.set_color(path.color);
    content_.stream += "q ";
    if (stroked) {
      append_numbers({std::max(path.pen, least_pen_)});
      content_.stream += "w 1 J 1 j " + inks_.stroke(path.color);
    }
    const Length x = origin_.left + path.origin.x, y = origin_.top - path.origin.y;
    int64_t along = 0;  // 1/1000 pt, as written, so that no error adds up
    for (const Length& place : path.places) {
      const int64_t to = milli((path.turned ? y : x) + place);
      if (&place != &path.places.front()) {
        move_to("1 0 0 1 ", to - along, 0);
      } else if (path.turned) {
        move_to("0 1 -1 0 ", milli(x), to);
      } else {
        move_to("1 0 0 1 ", to, milli(y));
      }
      append_steps(path.steps);
      content_.stream += stroked ? "S\n" : "f*\n";
      along = to;
    }
    content_.stream += "Q\n";
  }

  // The orientation of an image that is turned counterclockwise besides.
  static int turned(int orientation) {
    constexpr std::array<int, 9> kTurned = {8, 8, 5, 6, 7, 4, 1, 2, 3};
    return kTurned[static_cast<size_t>(std::clamp(orientation, 0, 8))];
  }

  // Maps the unit square the image is painted in to the rectangle, turned as EXIF orientation 1..8 asks.
  void append_matrix(const Rect& rect, int orientation) {
    const Length x = left(rect), y = bottom(rect), w = rect.width, h = rect.height, o;
    switch (orientation) {
      case 2:
        return append_numbers({-w, o, o, h, x + w, y});
      case 3:
        return append_numbers({-w, o, o, -h, x + w, y + h});
      case 4:
        return append_numbers({w, o, o, -h, x, y + h});
      case 5:
        return append_numbers({o, -h, -w, o, x + w, y + h});
      case 6:
        return append_numbers({o, -h, w, o, x, y + h});
      case 7:
        return append_numbers({o, h, w, o, x, y});
      case 8:
        return append_numbers({o, h, -w, o, x + w, y});
      default:
        return append_numbers({w, o, o, h, x, y});
    }
  }

  void draw(const layout::ImageItem& image) {
    const auto found = images_.find(image.file);
    if (found == images_.end()) return;
    content_.images.push_back(found->second.index);
    content_.stream += "q ";
    if (image.window.width > Length()) {
      append_numbers({left(image.window), bottom(image.window), image.window.width, image.window.height});
      content_.stream += "re W n ";
    }
    append_matrix(image.rect, image.turned ? turned(found->second.orientation) : found->second.orientation);
    content_.stream += "cm /I" + std::to_string(found->second.index) + " Do Q\n";
  }

  PageOrigin origin_;
  Length least_pen_;
  const FontUses& fonts_;
  const ImageUses& images_;
  const Inks& inks_;
  PageTags tags_;
  PageContent content_;
  MarkedContent marks_;
  TextWriter text_;
  std::vector<const layout::GlyphRun*> line_;  // with the slots of its runs
  std::vector<uint32_t> line_slots_;
  Artifact kind_ = Artifact::layout;  // of artifacts in the line
};

}  // namespace

PageContent write_content(const layout::Page& page, const PageOrigin& origin, Length least_pen, const FontUses& fonts,
                          const ImageUses& images, const Inks& inks, const PageTags& tags,
                          const std::vector<layout::GlyphRun>& sheet) {
  ContentWriter writer(origin, least_pen, fonts, images, inks, tags);
  writer.write(page.items);
  writer.write_sheet(sheet);
  return writer.finish();
}

}  // namespace huozi::pdf
