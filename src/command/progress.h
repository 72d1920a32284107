// What verbs that build share: how many threads, progress on a terminal, the build itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "build.h"

namespace huozi::command {

// `wanted`, or one a processor when it is 0.
unsigned jobs_or_all(unsigned wanted);

// Shows a stage's name on stderr, an empty one clears it; null when stderr is no terminal.
using Progress = void (*)(std::string_view stage);
Progress progress();

// Builds, with progress. An exception of the build is told on stderr, and the result is not ok.
BuildResult build_shown(BuildOptions options, source::SourceSet& sources, source::Diagnostics& diagnostics);

}  // namespace huozi::command
