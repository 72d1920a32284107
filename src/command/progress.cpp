#include "command/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <thread>

#include <fmt/format.h>

namespace huozi::command {
namespace {

void show(std::string_view stage) {
  fmt::print(stderr, "\r\x1b[K{}{}", stage, stage.empty() ? "" : " …");
  std::fflush(stderr);
}

}  // namespace

unsigned jobs_or_all(unsigned wanted) {
  return wanted > 0 ? wanted : std::max(std::thread::hardware_concurrency(), 1u);
}

Progress progress() {
  return isatty(STDERR_FILENO) ? show : nullptr;
}

}  // namespace huozi::command
