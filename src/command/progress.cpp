#include "command/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <exception>
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

BuildResult build_shown(BuildOptions options, source::SourceSet& sources, source::Diagnostics& diagnostics) {
  options.progress = progress();
  BuildResult result;
  try {
    result = build_book(options, sources, diagnostics);
  } catch (const std::exception& error) {
    fmt::print(stderr, "huozi: error: {}\n", error.what());
  }
  if (options.progress) options.progress("");
  return result;
}

}  // namespace huozi::command
