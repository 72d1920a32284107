// Corrections that proofreading is sure of: shown as a patch, made when the user says so.
// Not here: which they are (proof/), how a file is replaced (desk/).
#pragma once

#include "build.h"

namespace huozi::command {

// The patch goes to stdout (`patch -p0` in this folder makes it), all else to stderr. The files are corrected with
// `yes` or when the terminal that shows the patch says so, else nothing is written. False: a file could not be
// corrected, as is told.
bool fix(const BuildResult& result, const source::SourceSet& sources, bool yes);

}  // namespace huozi::command
