// The outline (bookmarks) of a PDF (ISO 32000-1, 12.3.3).
#pragma once

#include <optional>
#include <vector>

#include "document/book.h"
#include "pdf/destination.h"
#include "pdf/object_file.h"
#include "source/diagnostic.h"

namespace huozi::pdf {

// The outline's root, nested by the entries' levels (a level that skips one hangs below the nearest higher entry). Top
// entries show, what is below them is folded. Nothing when there are no entries. Entries whose node stands on no page
// lead nowhere and are reported (pdf.outline-target).
std::optional<Ref> add_outline(ObjectFile& file, const std::vector<document::ContentsEntry>& entries,
                               const Destinations& destinations, source::Diagnostics& diagnostics);

}  // namespace huozi::pdf
