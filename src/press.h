// The press a book is printed on, as far as its files must know. Not here: how they say it (pdf/).
#pragma once

#include <optional>

#include "image/color_profile.h"
#include "parse/manifest.h"
#include "source/diagnostic.h"

namespace huozi {

struct BookFolder;

// The profile `outputs.print.icc` names: a file of the book's folder, else one of the system by its name; without a
// name the system's best. With `outputs.print.intent`. ERRORS, reported: print.profile, print.profile-bad,
// print.profile-intent, print.no-profile, file.outside.
std::optional<image::PressProfile> press_profile(const parse::Press& press, const BookFolder& folder,
                                                 source::Diagnostics& diagnostics);

}  // namespace huozi
