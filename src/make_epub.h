// The e-book of a build: what book.yaml, the stylesheet and the pages give it, put into one package.
// Not here: the package's files (epub/).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "assembly.h"
#include "epub/epub.h"
#include "parse/manifest.h"
#include "source/diagnostic.h"
#include "style/stylesheet.h"
#include "text/font_library.h"

namespace huozi {

// `cascade`: of print, for the cover. `page_marks`: of the print edition; none: no page-list. `date`: seconds since
// 1970-01-01 UTC. `generator`: this program's name and version.
epub::Output make_epub(const parse::Manifest& manifest, const Assembly& assembly, const style::Stylesheet& sheet,
                       const style::Cascade& cascade, text::FontLibrary& fonts,
                       std::vector<document::PageMark> page_marks, const BookFolder& folder, int64_t date,
                       std::string_view generator, unsigned jobs, source::Diagnostics& diagnostics);

}  // namespace huozi
