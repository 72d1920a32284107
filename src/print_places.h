// Places in print of what stands in the sources, and the mark by which two settings of a text are told apart. Not here:
// where words stand on pages (layout/printed_text).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "desk/print_place.h"
#include "document/book.h"
#include "layout/printed_text.h"

namespace huozi {

// By the beginning of a span. `paragraphs`: of these pages.
desk::PlaceOf print_places(std::shared_ptr<const std::vector<layout::PrintedParagraph>> paragraphs,
                           const std::vector<layout::Page>& pages);

// The manifest's date, if it has one, and eight hexadecimal digits that change when a word of the title or of the
// articles does, or where a paragraph begins: "2026-11-29 1a2b3c4d".
std::string revision_of(const document::BookMetadata& metadata,
                        const std::vector<layout::PrintedParagraph>& paragraphs);

}  // namespace huozi
