// Real fonts for tests, found through fontconfig's command. Header only: tests of text/ and what builds on it use it.
// Not the code that finds a book's fonts (text/font_library).
#pragma once

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>

#include "text/font.h"

namespace huozi::test {

// A face by fontconfig pattern, for example "Noto Serif CJK SC:style=Regular". Loaded once.
// ERRORS: std::runtime_error when no such family is installed.
inline std::shared_ptr<const text::Font> system_font(const std::string& pattern) {
  static std::map<std::string, std::shared_ptr<const text::Font>> loaded;
  auto& font = loaded[pattern];
  if (font) return font;
  std::string found;
  if (FILE* pipe = popen(("fc-match -f '%{index} %{file}' '" + pattern + "'").c_str(), "r")) {
    char buffer[512];
    while (const size_t size = fread(buffer, 1, sizeof buffer, pipe)) found.append(buffer, size);
    pclose(pipe);
  }
  const size_t blank = found.find(' ');
  if (blank != std::string::npos) {
    font = text::Font::load(found.substr(blank + 1), static_cast<unsigned>(std::stoul(found) & 0xFFFF));
  }
  if (!font || font->family() != pattern.substr(0, pattern.find(':'))) {
    throw std::runtime_error("the tests need the font " + pattern);
  }
  return font;
}

inline std::shared_ptr<const text::Font> song() {
  return system_font("Noto Serif CJK SC:style=Regular");
}
inline std::shared_ptr<const text::Font> kai() {
  return system_font("LXGW WenKai:style=Regular");
}

// The font in these bytes, or null. Loading maps the file, so it may go at once.
inline std::shared_ptr<const text::Font> font_from_bytes(const std::string& bytes) {
  const auto path = std::filesystem::temp_directory_path() / ("huozi-font-" + std::to_string(getpid()));
  std::ofstream(path, std::ios::binary) << bytes;
  auto font = text::Font::load(path.string(), 0);
  std::filesystem::remove(path);
  return font;
}

}  // namespace huozi::test
