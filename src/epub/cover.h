// The cover: a drawing typeset from the book's facts, and the page of the package that shows a cover.
// Not here: reading or scaling the cover an editor supplies.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/book.h"
#include "epub/plan.h"

namespace huozi::epub {

// An SVG of 1600 x 2560 units: band with the series' name, title in at most three lines, subtitle, creators, publisher.
// Fonts are named, not embedded. Texts too long for their place are set smaller.
std::string typeset_cover(const document::BookMetadata& metadata);

// The title in lines of even width, broken after marks where there are any, never within Latin words, numbers or
// 《》, never before a mark, no lone character on a line. REQUIRES: most_lines in 1..3.
std::vector<std::string> title_lines(std::string_view title, size_t most_lines);

// text/cover.xhtml. REQUIRES: the plan has a cover.
std::string write_cover_page(const Plan& plan);

}  // namespace huozi::epub
