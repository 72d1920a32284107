// Lines of text as content operators: exact glyph positions in a compact form, ActualText where it is needed.
#pragma once

#include <optional>
#include <string>

#include "pdf/content.h"
#include "pdf/inks.h"
#include "pdf/marked_content.h"
#include "pdf/text_line.h"

namespace huozi::pdf {

// Writes text objects (BT ... ET) into a content stream. Others may write between them, but colour only through
// set_color, and no text state.
class TextWriter {
 public:
  TextWriter(std::string& out, const PageOrigin& origin, const FontUses& fonts, const Inks& inks, MarkedContent& marks)
      : out_(out), origin_(origin), fonts_(fonts), inks_(inks), marks_(marks) {}

  // Artifacts among it are of `kind`. A mark may stay open for the next line.
  void write_line(const TextLine& line, MarkedContent::Artifact kind);
  void end_text();  // the mark within it ends too
  // Sets the fill colour when it differs from the one in force.
  void set_color(const style::Color& color);

 private:
  void begin_text();
  void begin_run(const layout::GlyphRun& run);
  void move_to(const layout::GlyphRun& run);
  void set_spacing(int64_t spacing);
  void set_rise(layout::Length rise);
  void write_glyphs(const TextLine& line, size_t begin, size_t end);
  void write_wide(const TextLine& line, size_t glyph, layout::Length blank);

  std::string& out_;
  PageOrigin origin_;
  const FontUses& fonts_;
  const Inks& inks_;
  MarkedContent& marks_;
  bool open_ = false;
  std::optional<style::Color> color_;
  // Text state (9.3); it outlives ET.
  uint32_t font_ = UINT32_MAX;
  int64_t size_ = 0;     // 1/1000 pt, as written
  int64_t spacing_ = 0;  // Tc, 1/10000 pt
  int64_t rise_ = 0;     // Ts, 1/1000 pt
  // Text matrix; BT resets it.
  int64_t line_x_ = 0, line_y_ = 0;  // 1/1000 pt
  int slant_ = 0;
  bool upright_ = true;
  int64_t pen_ = 0;  // from the run's origin, 1e-9 pt
};

}  // namespace huozi::pdf
