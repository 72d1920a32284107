#include "cover/spine_column.h"

#include <algorithm>

#include "base/utf8.h"

namespace huozi::cover {
namespace {

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
// Of a script that is read across.
bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= U'a' && (c | 0x20) <= U'z';
  return c >= 0xC0 && c < 0x2000 && c != U'×' && c != U'÷';
}
bool is_core(char32_t c) {
  return is_letter(c) || is_digit(c);
}
bool is_sign(char32_t c) {
  return c > U' ' && c < 0x7F && !is_core(c);
}
// Stands between the words of a line.
bool joins(char32_t c) {
  constexpr std::u32string_view kJoins = U" \u00A0·‘’“”–—…";
  return kJoins.find(c) != std::u32string_view::npos;
}

// Where the line of words that begins at `begin` ends.
size_t end_of_words(std::u32string_view text, size_t begin) {
  size_t end = begin;
  for (size_t i = begin; i < text.size(); ++i) {
    if (is_core(text[i]) || is_sign(text[i])) {
      end = i + 1;
    } else if (!joins(text[i])) {
      break;
    }
  }
  return end;
}

// One or two digits, and brackets around Chinese, stand upright; 3.5 would fall apart.
bool is_turned(std::u32string_view words) {
  if (std::any_of(words.begin(), words.end(), is_letter)) return true;
  for (size_t i = 1; i + 1 < words.size(); ++i) {
    const bool within = is_digit(words[i - 1]) && is_digit(words[i + 1]);
    if (within && words[i] != U' ' && words[i] != U'\u00A0') return true;
  }
  return false;
}

Length pitch_of(Length size) {
  return size.scaled(112, 100);
}

Length height_of(Panel& panel, const SpineCell& cell, const style::ComputedStyle& style) {
  const Length pitch = pitch_of(style.font_size);
  if (cell.text.empty()) return pitch / 2;
  return cell.turned ? panel.width_of(cell.text, style) + pitch - style.font_size : pitch;
}

// Without its last character.
void shorten(std::vector<SpineCell>& cells) {
  std::u32string text = base::to_utf32(cells.back().text);
  if (cells.back().turned) {
    text.pop_back();
    while (!text.empty() && joins(text.back())) text.pop_back();
  } else {
    text.clear();
  }
  cells.back().text = base::to_utf8(text);
  if (text.empty()) cells.pop_back();
}

}  // namespace

std::vector<SpineCell> spine_cells(std::string_view text) {
  const std::u32string characters = base::to_utf32(text);
  std::vector<SpineCell> cells;
  std::u32string upright;
  const auto flush = [&] {
    for (std::string& cell : column_cells(base::to_utf8(upright))) cells.push_back({std::move(cell), false});
    upright.clear();
  };
  for (size_t i = 0; i < characters.size();) {
    const size_t end = std::max(end_of_words(characters, i), i + 1);
    const std::u32string words = characters.substr(i, end - i);
    if (!joins(characters[i]) && is_turned(words)) {
      flush();
      cells.push_back({base::to_utf8(words), true});
    } else {
      upright += joins(characters[i]) ? words.substr(0, 1) : words;
    }
    i += joins(characters[i]) ? 1 : end - i;
  }
  flush();
  return cells;
}

Length column_height(Panel& panel, const std::vector<SpineCell>& cells, const style::ComputedStyle& style) {
  Length sum;
  for (const SpineCell& cell : cells) sum += height_of(panel, cell, style);
  return sum;
}

void put_spine_column(Panel& panel, std::vector<SpineCell> cells, const style::ComputedStyle& style, Length x,
                      Length top, Length room) {
  const Length pitch = pitch_of(style.font_size);
  if (column_height(panel, cells, style) > room) {
    while (!cells.empty() && column_height(panel, cells, style) + pitch > room) shorten(cells);
    cells.push_back({"︙", false});
    panel.mark_cut();
  }
  for (const SpineCell& cell : cells) {
    if (cell.turned) {
      panel.put_turned(cell.text, style, x, top);
    } else if (!cell.text.empty()) {
      panel.put_column(cell.text, style, style.font_size, pitch, x, top);
    }
    top += height_of(panel, cell, style);
  }
}

}  // namespace huozi::cover
