#include "raster/draw_page.h"

#include <cairo.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <variant>

#include "raster/png_writer.h"
#include "text/outline.h"

namespace huozi::raster {
namespace {

struct Release {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

// What a screen shows of a colour. Inks without a profile: each takes away its complement.
void set_color(cairo_t* cairo, const style::Color& color) {
  const auto share = [&](size_t i) { return color.components[i] / 1000.0; };
  switch (color.space) {
    case style::Color::Space::gray:
      return cairo_set_source_rgb(cairo, 1 - share(0), 1 - share(0), 1 - share(0));
    case style::Color::Space::rgb:
      return cairo_set_source_rgb(cairo, share(0), share(1), share(2));
    case style::Color::Space::cmyk:
      return cairo_set_source_rgb(cairo, (1 - share(0)) * (1 - share(3)), (1 - share(1)) * (1 - share(3)),
                                  (1 - share(2)) * (1 - share(3)));
  }
}

class Drawing {
 public:
  Drawing(cairo_t* cairo, const std::vector<const text::Font*>& fonts) : cairo_(cairo), fonts_(fonts) {}

  void operator()(const layout::GlyphRun& run) {
    const text::Font& font = *fonts_.at(run.font);
    const double scale = run.size.to_points() / font.metrics().units_per_em;
    for (const layout::Glyph& glyph : run.glyphs) {
      const double slant = run.slant / 1000.0;
      const auto at = [&](text::OutlineStep::Point p) {
        const double along = glyph.x.to_points() + (p.x + slant * p.y) * scale;
        const double up = glyph.y.to_points() + p.y * scale;
        const double x = run.origin.x.to_points(), y = run.origin.y.to_points();
        return run.clockwise ? std::pair(x + up, y + along) : std::pair(x + along, y - up);
      };
      for (const text::OutlineStep& step : text::outline(font, glyph.id)) {
        const auto [end_x, end_y] = at(step.end);
        if (step.kind == text::OutlineStep::Kind::move) cairo_move_to(cairo_, end_x, end_y);
        if (step.kind == text::OutlineStep::Kind::line) cairo_line_to(cairo_, end_x, end_y);
        if (step.kind == text::OutlineStep::Kind::close) cairo_close_path(cairo_);
        if (step.kind != text::OutlineStep::Kind::curve) continue;
        const auto [x1, y1] = at(step.first);
        const auto [x2, y2] = at(step.second);
        cairo_curve_to(cairo_, x1, y1, x2, y2, end_x, end_y);
      }
    }
    set_color(cairo_, run.color);
    cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_WINDING);
    cairo_fill(cairo_);
  }

  void operator()(const layout::RuleItem& rule) {
    set_color(cairo_, rule.color);
    cairo_rectangle(cairo_, rule.rect.x.to_points(), rule.rect.y.to_points(), rule.rect.width.to_points(),
                    rule.rect.height.to_points());
    cairo_fill(cairo_);
  }

  void operator()(const layout::PathItem& path) {
    for (const layout::Length place : path.places) {
      for (const layout::PathStep& step : path.steps) add(step, path.origin, place);
    }
    set_color(cairo_, path.color);
    if (path.pen > layout::Length()) {
      cairo_set_line_width(cairo_, path.pen.to_points());
      return cairo_stroke(cairo_);
    }
    cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_fill(cairo_);
  }

  void operator()(const layout::ImageItem&) {}
  void operator()(const layout::LinkItem&) {}

 private:
  void add(const layout::PathStep& step, layout::Point origin, layout::Length place) {
    const auto x = [&](size_t i) { return (origin.x + place + step.points[i].x).to_points(); };
    const auto y = [&](size_t i) { return (origin.y + step.points[i].y).to_points(); };
    switch (step.kind) {
      case layout::PathStep::Kind::move:
        return cairo_move_to(cairo_, x(0), y(0));
      case layout::PathStep::Kind::line:
        return cairo_line_to(cairo_, x(0), y(0));
      case layout::PathStep::Kind::curve:
        return cairo_curve_to(cairo_, x(0), y(0), x(1), y(1), x(2), y(2));
      case layout::PathStep::Kind::close:
        return cairo_close_path(cairo_);
    }
  }

  cairo_t* cairo_;
  const std::vector<const text::Font*>& fonts_;
};

}  // namespace

std::string draw_page(const layout::Page& page, const std::vector<const text::Font*>& fonts, uint32_t width) {
  const auto rows = layout::Length::from_raw(width).scaled(page.height.raw(), page.width.raw()).raw();
  const int columns = static_cast<int>(width);
  const std::unique_ptr<cairo_surface_t, Release> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, static_cast<int>(std::max<int64_t>(rows, 1))));
  const std::unique_ptr<cairo_t, Release> cairo(cairo_create(surface.get()));
  cairo_set_antialias(cairo.get(), CAIRO_ANTIALIAS_GRAY);
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  const double scale = columns / page.width.to_points();
  cairo_scale(cairo.get(), scale, scale);
  Drawing drawing(cairo.get(), fonts);
  for (const layout::Item& item : page.items) std::visit(drawing, item.content);
  if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) {
    throw std::runtime_error(std::string("a page cannot be drawn: ") +
                             cairo_status_to_string(cairo_status(cairo.get())));
  }
  cairo_surface_flush(surface.get());
  PixelRows pixels;
  pixels.width = width;
  pixels.height = static_cast<uint32_t>(cairo_image_surface_get_height(surface.get()));
  pixels.stride = static_cast<size_t>(cairo_image_surface_get_stride(surface.get()));
  pixels.data = cairo_image_surface_get_data(surface.get());
  return write_png(pixels);
}

}  // namespace huozi::raster
