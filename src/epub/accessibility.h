// Accessibility metadata (EPUB Accessibility 1.1 §2, schema.org), computed from the book: nothing is claimed that the
// files do not hold. Not here: the checks before conformance is claimed (conformance).
#pragma once

#include "epub/plan.h"
#include "epub/xml_writer.h"

namespace huozi::epub {

// Elements inside <metadata>. `conformant`: every check is passed, so that WCAG 2.1 level AA is claimed.
void write_accessibility(XmlWriter& xml, const Plan& plan, bool pages, bool conformant);

}  // namespace huozi::epub
