// The output intent of a file (ISO 32000-1, 14.11.5): which device its colours are meant for.
#pragma once

#include "image/color_profile.h"
#include "pdf/object_file.h"
#include "pdf/standard.h"

namespace huozi::pdf {

// The catalog's /OutputIntents. `press`: for a press's standard; screens have sRGB.
// REQUIRES: standard is not none.
Array add_output_intent(ObjectFile& file, Standard standard, const image::PressProfile& press);

}  // namespace huozi::pdf
