// Accessibility metadata (EPUB Accessibility 1.1 §2, schema.org), computed from the book: nothing is claimed that the
// files do not hold. Not here: conformance claims, which only a checked publication may make.
#pragma once

#include "epub/plan.h"
#include "epub/xml_writer.h"

namespace huozi::epub {

// <meta property="schema:..."> elements, inside <metadata>.
void write_accessibility(XmlWriter& xml, const Plan& plan, bool pages);

}  // namespace huozi::epub
