// The pictures of the e-book: what readers cannot use as it is, is changed, and told. Not here: how (image/), finding
// the files and refusing what is no picture (assembly), the cover.
#pragma once

#include <vector>

#include "assembly.h"
#include "epub/epub.h"
#include "source/diagnostic.h"

namespace huozi {

// In the order of assembly.images, at most `jobs` at once; the same whatever `jobs` is. A picture that needs no change
// keeps its bytes. One that has vanished or changed since the assembly is left out.
std::vector<epub::EmbeddedImage> make_epub_images(const Assembly& assembly, const BookFolder& folder, unsigned jobs,
                                                  source::Diagnostics& diagnostics);

}  // namespace huozi
