#include "text/outline.h"

#include <hb.h>

namespace huozi::text {
namespace {

using Kind = OutlineStep::Kind;
using Steps = std::vector<OutlineStep>;

void move_to(hb_draw_funcs_t*, void* steps, hb_draw_state_t*, float x, float y, void*) {
  static_cast<Steps*>(steps)->push_back({Kind::move, {}, {}, {x, y}});
}
void line_to(hb_draw_funcs_t*, void* steps, hb_draw_state_t*, float x, float y, void*) {
  static_cast<Steps*>(steps)->push_back({Kind::line, {}, {}, {x, y}});
}
void curve_to(hb_draw_funcs_t*, void* steps, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x, float y,
              void*) {
  static_cast<Steps*>(steps)->push_back({Kind::curve, {x1, y1}, {x2, y2}, {x, y}});
}
void close(hb_draw_funcs_t*, void* steps, hb_draw_state_t*, void*) {
  static_cast<Steps*>(steps)->push_back({Kind::close, {}, {}, {}});
}

// TrueType's quadratic curves are given to curve_to as cubic ones.
hb_draw_funcs_t* make_functions() {
  hb_draw_funcs_t* functions = hb_draw_funcs_create();
  hb_draw_funcs_set_move_to_func(functions, move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(functions, line_to, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(functions, curve_to, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(functions, close, nullptr, nullptr);
  hb_draw_funcs_make_immutable(functions);
  return functions;
}

}  // namespace

std::vector<OutlineStep> outline(const Font& font, GlyphId glyph) {
  static hb_draw_funcs_t* const functions = make_functions();
  Steps steps;
  hb_font_get_glyph_shape(font.hb_font(), glyph, functions, &steps);
  return steps;
}

}  // namespace huozi::text
