// Pages made by hand for PDF tests: lines of real glyphs at known positions. Not a shaper: one character, one glyph,
// except where a test asks for a ligature.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "layout/page.h"
#include "pdf/write_pdf.h"
#include "support/fonts.h"

namespace huozi::test {

using base::Length;
enum : text::FontId { kSong = 0, kKai = 1, kLatin = 2 };

inline const std::vector<const text::Font*>& fonts() {
  static const std::vector<const text::Font*> all{song().get(), kai().get(),
                                                  system_font("DejaVu Serif:style=Book").get()};
  return all;
}

struct Piece {
  text::FontId font = kSong;
  std::string text;
};

struct LineOptions {
  Length x = Length::points(40), y = Length::points(60);
  Length size = Length::ratio(21, 2);
  Length stretch;                           // between all glyphs
  Length autospace = Length::ratio(21, 8);  // between Han and other letters of a piece, and between pieces
  Length space = Length::ratio(21, 8);      // of a space, which has no glyph
  layout::Region region = layout::Region::body;
};

// Two characters that one glyph shows: the character that has this glyph in the font's character map.
inline char32_t ligature(char32_t first, char32_t second) {
  if (first == U'—' && second == U'—') return U'\u2E3A';
  if (first == U'f' && second == U'i') return U'\uFB01';
  return 0;
}

// The runs of a line, one for each piece; the last ends the line.
inline std::vector<layout::Item> line(const std::vector<Piece>& pieces, const LineOptions& options = {}) {
  const auto is_latin = [](char32_t c) { return c < 0x250; };
  std::vector<layout::Item> items;
  Length x = options.x;
  for (const Piece& piece : pieces) {
    const text::Font& font = *fonts()[piece.font];
    layout::GlyphRun run;
    run.font = piece.font;
    run.size = options.size;
    run.origin = {x, options.y};
    run.text = piece.text;
    Length pen;
    char32_t before = 0;
    for (size_t i = 0; i < piece.text.size();) {
      const base::Decoded first = base::decode_utf8(piece.text, i);
      size_t end = i + first.length;
      char32_t shown = first.code_point;
      if (end < piece.text.size()) {
        const base::Decoded second = base::decode_utf8(piece.text, end);
        if (const char32_t both = ligature(shown, second.code_point); both != 0 && font.glyph(both) != 0) {
          shown = both;
          end += second.length;
        }
      }
      if (shown == U' ') {
        pen += options.space;
      } else {
        if (before != 0 && before != U' ' && is_latin(before) != is_latin(first.code_point)) pen += options.autospace;
        const text::GlyphId glyph = font.glyph(shown);
        run.glyphs.push_back({glyph, pen, {}, static_cast<uint32_t>(i), static_cast<uint32_t>(end)});
        pen += font.scale(font.advance(glyph), options.size) + options.stretch;
      }
      before = first.code_point;
      i = end;
    }
    x += pen + (before == U' ' ? Length() : options.autospace);
    items.push_back({options.region, run});
  }
  if (!items.empty()) std::get<layout::GlyphRun>(items.back().content).line_end = true;
  return items;
}

inline layout::Page page(std::vector<layout::Item> items, std::string label = "1") {
  layout::Page made;
  made.width = Length::points(360);
  made.height = Length::points(500);
  made.label = std::move(label);
  made.items = std::move(items);
  return made;
}

inline document::Book book() {
  document::Book made;
  made.metadata.title = "活字<&>";
  made.metadata.creators = {{"毕昇", "aut"}};
  return made;
}

inline pdf::Options options() {
  pdf::Options made;
  made.producer = "huozi test";
  made.source_date_epoch = 1'700'000'000;
  return made;
}

// ERRORS: std::runtime_error when anything is reported.
inline std::string write(const std::vector<layout::Page>& pages, const pdf::Options& with = options()) {
  source::Diagnostics diagnostics;
  std::string bytes = pdf::write_pdf(book(), pages, fonts(), with, diagnostics);
  if (!diagnostics.items().empty()) throw std::runtime_error(source::message_of(diagnostics.items().front()));
  return bytes;
}

// What a command prints when it is given the PDF's path in place of {}; nothing when the command is not installed.
inline std::optional<std::string> run_on(std::string command, const std::string& pdf) {
  const std::string program = command.substr(0, command.find(' '));
  if (std::system(("command -v " + program + " >/dev/null").c_str()) != 0) return std::nullopt;
  const auto path = std::filesystem::temp_directory_path() / ("huozi-" + std::to_string(getpid()) + ".pdf");
  std::ofstream(path, std::ios::binary) << pdf;
  command.replace(command.find("{}"), 2, path.string());
  std::string printed;
  if (FILE* pipe = popen((command + " 2>&1").c_str(), "r")) {
    char buffer[4096];
    while (const size_t size = fread(buffer, 1, sizeof buffer, pipe)) printed.append(buffer, size);
    pclose(pipe);
  }
  std::filesystem::remove(path);
  return printed;
}

}  // namespace huozi::test
