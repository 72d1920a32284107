// A rendering intent's name in PDF (ISO 32000-1, table 70): the /Intent of a picture, the /RI of a graphics state. Not
// here: carrying it out (image/).
#pragma once

#include "image/rendering_intent.h"
#include "pdf/value.h"

namespace huozi::pdf {

inline Val name_of(image::RenderingIntent intent) {
  return Val::name(intent == image::RenderingIntent::relative ? "RelativeColorimetric" : "Perceptual");
}

}  // namespace huozi::pdf
