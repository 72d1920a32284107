
#include <fmt/format.h>

#include "build.h"
#include "command/command.h"
#include "command/progress.h"

namespace huozi::command {
int build(const BuildArguments& arguments) {
  int status = 0;
  for (const std::filesystem::path& book : arguments.books) {
    BuildOptions options;
    options.book = book;
    options.output = arguments.output;
    options.epub = !arguments.pdf_only;
    options.pdf = !arguments.epub_only;
    options.cover = arguments.cover;
    options.profiles = arguments.profiles;
    options.jobs = jobs_or_all(arguments.jobs);
    options.strict = arguments.strict;
    options.release = arguments.release;
    options.proof = options.proofread = arguments.proof;
    options.clean = !arguments.no_clean;
    if (arguments.update_lock) options.locking = Locking::update;

    source::SourceSet sources;
    source::Diagnostics diagnostics;
    const BuildResult result = build_shown(options, sources, diagnostics);
    for (const source::Diagnostic& diagnostic : diagnostics.items()) {
      if (source::find_rule(diagnostic.rule)->severity != source::Severity::note) {
        fmt::print(stderr, "{}", source::render(diagnostic, sources));
      }
    }
    for (const auto& path : result.written) fmt::print("{}\n", path.string());
    if (!result.ok) status = 1;
  }
  return status;
}

}  // namespace huozi::command
