// Font objects: composite fonts with Identity-H, their subsets, widths and ToUnicode maps (ISO 32000-1, 9.7, 9.10.3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pdf/font_use.h"
#include "pdf/object_file.h"

namespace huozi::pdf {

// All of a font that takes time to make; made in parallel, before the objects.
struct FontProgram {
  std::string name;        // with the subset's tag: "ABCDEF+NotoSerifCJKsc-Regular"
  std::string program;     // deflated
  size_t plain_size = 0;   // of the program before deflating
  std::string to_unicode;  // deflated CMap
};

// Nothing when HarfBuzz cannot make the subset.
std::optional<FontProgram> make_font_program(const FontUse& use);

// Six capital letters that name a glyph set of a font.
std::string subset_tag(const FontUse& use);

// The CMap that gives each used code the text it reads as.
std::string to_unicode_cmap(const FontUse& use);

// Adds the font's objects and returns the Type 0 dictionary's.
Ref add_font(ObjectFile& file, const FontUse& use, const FontProgram& program);

}  // namespace huozi::pdf
