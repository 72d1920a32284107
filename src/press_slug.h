// What the slug of a file for the press says of the book. Not here: where it stands (pdf/slug_line).
#pragma once

#include <vector>

#include "pdf/slug_line.h"
#include "print_edition.h"

namespace huozi {

enum class PressKind { text, cover };  // 书芯, 封面

// Of the pages of such a file, for pdf::Options::slug. May load fonts: ask for faces_of() afterwards.
pdf::SlugLines press_slug(const PrintEdition& edition, const std::vector<layout::Page>& pages, PressKind kind);

}  // namespace huozi
