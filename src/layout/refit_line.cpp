#include "layout/refit_line.h"

namespace huozi::layout {

LineRefit::LineRefit(const ReferenceItem& reference, Length width)
    : left_(reference.origin.x - reference.before),
      right_(reference.origin.x + reference.after),
      em_(reference.size),
      // From the annotations above the line to the marks below it; its neighbours' baselines lie beyond.
      top_(reference.origin.y - reference.size * 27 / 20),
      bottom_(reference.origin.y + reference.size * 7 / 10),
      place_(reference.origin.x),
      spare_(reference.width - width),
      align_(reference.align) {}

Length LineRefit::map(Length x) const {
  // What stands behind the number may reach into its box with a blank half, but begins within it.
  const Length closed = x > place_ ? x - spare_ : x;
  switch (align_) {
    case style::TextAlign::start:
      return closed;
    case style::TextAlign::end:
      return closed + spare_;
    case style::TextAlign::center:
      return closed + spare_ / 2;
    case style::TextAlign::justify: {
      const Length whole = right_ - left_ - em_;  // up to the last character, which stays at the line's end
      const Length rest = whole - spare_;
      return rest > Length() ? left_ + (closed - left_).scaled(whole.raw(), rest.raw()) : closed;
    }
  }
  return closed;
}

void LineRefit::move(std::span<Item> items) const {
  if (spare_ == Length()) return;
  for (Item& item : items) std::visit([this](auto& content) { move(content); }, item.content);
}

void LineRefit::move(ReferenceItem& reference) const {
  if (!holds(reference.origin)) return;
  const Length line_begin = map(reference.origin.x - reference.before);
  const Length line_end = map(reference.origin.x + reference.after);
  reference.origin.x = map(reference.origin.x);
  reference.before = reference.origin.x - line_begin;
  reference.after = line_end - reference.origin.x;
}

// Marks may hang an em into the margins.
bool LineRefit::holds(Point at) const {
  return at.y >= top_ && at.y <= bottom_ && at.x >= left_ - em_ && at.x <= right_ + em_;
}

void LineRefit::move(GlyphRun& run) const {
  if (!holds(run.origin)) return;
  const Length from = run.origin.x;
  run.origin.x = map(from);
  for (Glyph& glyph : run.glyphs) glyph.x = map(from + glyph.x) - run.origin.x;
}

void LineRefit::move(PathItem& path) const {
  if (!holds(path.origin)) return;
  const Length from = path.origin.x;
  path.origin.x = map(from);
  for (Length& place : path.places) place = map(from + place) - path.origin.x;
}

void LineRefit::move(RuleItem& rule) const {
  stretch(rule.rect);
}
void LineRefit::move(LinkItem& link) const {
  stretch(link.rect);
}

void LineRefit::move(ImageItem& image) const {
  if (holds({image.rect.x, image.rect.y + image.rect.height})) image.rect.x = map(image.rect.x);
}

void LineRefit::stretch(Rect& rect) const {
  if (!holds({rect.x, rect.y + rect.height})) return;
  const Length end = map(rect.x + rect.width);
  rect.x = map(rect.x);
  rect.width = end - rect.x;
}

}  // namespace huozi::layout
