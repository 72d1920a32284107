// A print edition's pages with a bar in the outer margin beside the lines that differ from an earlier edition, a wedge
// where words were taken out, and a list of the old words at the end. Not here: what differs (compare/).
#pragma once

#include "compare/changes.h"
#include "print_edition.h"
#include "source/diagnostic.h"

namespace huozi {

// `after`: compared_edition() of `edition`. The pages are those of print, trimmed; the file claims no standard.
OutputFile make_change_bars(const PrintEdition& edition, const compare::Edition& before, const compare::Edition& after,
                            const compare::Comparison& comparison, source::Diagnostics& diagnostics);

}  // namespace huozi
