// What stands against releasing an edition (`--release`): facts and pictures that are still to come. Not here: what is
// wrong in any build.
#pragma once

#include "document/book.h"
#include "parse/manifest.h"
#include "source/diagnostic.h"

namespace huozi {

// release.placeholder, release.missing-fact, release.image, release.alternative, each an error at its place.
void check_release(const parse::Manifest& manifest, const document::Book& book, source::Diagnostics& diagnostics);

// release.character: once more, as an error, for each character that no font has.
void check_characters(source::Diagnostics& diagnostics);

}  // namespace huozi
