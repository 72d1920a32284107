// The gradients of a drawing, in the colours of the file it goes into (ISO 32000-1, 8.7.4.5). Not here: what they fill.
#pragma once

#include <optional>

#include "pdf/drawing_content.h"
#include "pdf/read_objects.h"
#include "pdf/value.h"

namespace huozi::pdf {

// A number to six decimals.
Val decimal_of(double number);
Array array_of(const std::vector<double>& numbers);

// Of an axial or radial gradient; nothing when it is of another kind, or of colours that are no device light. One of
// greys alone becomes black ink alone. `mask`: its greys are no colours.
std::optional<Dict> shading_of(const ReadObject& shading, bool mask, DrawingColors& colors);

}  // namespace huozi::pdf
