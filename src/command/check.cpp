#include <algorithm>

#include <fmt/format.h>

#include "build.h"
#include "command/command.h"
#include "command/explain.h"
#include "command/progress.h"

namespace huozi::command {
namespace {

size_t count(const source::Diagnostics& diagnostics, source::Severity severity) {
  return static_cast<size_t>(std::count_if(
      diagnostics.items().begin(), diagnostics.items().end(),
      [&](const source::Diagnostic& each) { return source::find_rule(each.rule)->severity == severity; }));
}

}  // namespace

int check(const CheckArguments& arguments) {
  int status = 0;
  for (const std::filesystem::path& book : arguments.books) {
    BuildOptions options;
    options.book = book;
    options.jobs = jobs_or_all(arguments.jobs);
    options.strict = arguments.strict;
    options.release = arguments.release;
    options.write = false;
    options.proofread = true;

    source::SourceSet sources;
    source::Diagnostics diagnostics;
    const BuildResult result = build_shown(options, arguments.unsupported, sources, diagnostics);
    if (!result.ok) status = 1;
    if (arguments.format == "json") {
      fmt::print("{}", result.report);
      continue;
    }
    for (const source::Diagnostic& diagnostic : diagnostics.items()) {
      fmt::print(stderr, "{}", source::render(diagnostic, sources));
    }
    if (arguments.explain) fmt::print("{}", explain(result.audit, sources));
    using enum source::Severity;
    fmt::print("{}: {} errors, {} warnings, {} notes\n", book.string(), count(diagnostics, error),
               count(diagnostics, warning), count(diagnostics, note));
  }
  return status;
}

}  // namespace huozi::command
