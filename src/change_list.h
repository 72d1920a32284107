// The list of old words that follows an edition with change bars. Not here: the bars (make_change_bars).
#pragma once

#include "compare/changes.h"
#include "document/book.h"

namespace huozi {

// A section behind the book's last, empty of blocks when no old words are to be told: a paragraph for each sentence or
// paragraph that was removed, changed (what differs struck through) or moved, with its place in the new edition.
document::Section change_list(const document::Book& book, const compare::Edition& before, const compare::Edition& after,
                              const compare::Comparison& comparison);

}  // namespace huozi
