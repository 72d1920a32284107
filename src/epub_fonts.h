// The fonts an e-book brings along, as book.yaml asks (outputs.epub.fonts): none, those of characters that readers'
// fonts lack, or all that the stylesheet names.
// Not here: subsets themselves (text/subset), files and rules of the package (epub/).
#pragma once

#include <string>
#include <vector>

#include "document/book.h"
#include "epub/epub.h"
#include "parse/manifest.h"
#include "source/diagnostic.h"
#include "style/stylesheet.h"
#include "text/font_library.h"

namespace huozi {

struct EpubFontSet {
  std::vector<epub::EmbeddedFont> fonts;
  style::Stylesheet sheet;  // names them
  std::string base_rules;   // CSS before the sheet's: for what it says no family of
};

// A character that no embedded font has is reported at its first place; a font whose licence (OS/2 fsType) forbids
// embedding or subsets is not embedded, and reported if that leaves characters to the reader's own fonts.
EpubFontSet make_epub_fonts(const document::Book& book, const style::Stylesheet& sheet, parse::EpubFonts wanted,
                            text::FontLibrary& library, source::Diagnostics& diagnostics);

}  // namespace huozi
