// What verbs that build share: how many threads, and progress on a terminal.
#pragma once

#include <string_view>

namespace huozi::command {

// `wanted`, or one a processor when it is 0.
unsigned jobs_or_all(unsigned wanted);

// Shows a stage's name on stderr, an empty one clears it; null when stderr is no terminal.
using Progress = void (*)(std::string_view stage);
Progress progress();

}  // namespace huozi::command
