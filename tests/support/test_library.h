// The font library over the test fonts, and texts shaped with it. Header only: for tests that link text/.
// Not here: the fonts themselves (test_font.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/test_font.h"
#include "text/shaper.h"

namespace huozi::test {

inline text::FontLibrary& test_library() {
  static source::SourceSet sources;
  static source::Diagnostics diagnostics;
  static text::FontLibrary library(test_fonts_folder(), sources, diagnostics);
  return library;
}

// All that sixteenths of an em divide evenly.
constexpr base::Length kShapeSize = base::Length::points(16);

// A length in thousandths of the em of shaped().
constexpr int64_t milli(base::Length length) {
  return length.raw() * 1000 / kShapeSize.raw();
}

// One run in the face "Huozi Test" at kShapeSize. Of each U+FFFC, `calls` says whether it is a note call (half an em
// wide); objects are one em wide. Those that are not mentioned are objects.
inline text::ShapedText shaped(std::string_view text, const std::vector<bool>& calls = {},
                               std::string language = "zh-Hans", bool keep_spaces = false) {
  const auto& fonts = test_library().resolve({{"serif"}, 400, false, language});
  std::vector<base::Length> advances;
  for (const bool call : calls) advances.push_back(call ? kShapeSize / 2 : kShapeSize);
  advances.resize(advances.size() + text.size() / 3, kShapeSize);
  return text::Shaper(test_library())
      .shape(text, {{0, static_cast<uint32_t>(text.size()), &fonts, kShapeSize, std::move(language)}}, advances, calls,
             keep_spaces);
}

}  // namespace huozi::test
