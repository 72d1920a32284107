#include "import.h"

#include <fmt/format.h>

#include "command/command.h"

namespace huozi::command {

int import_articles(const ImportArguments& arguments) {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  const ImportResult result = huozi::import_articles(
      {arguments.sources, arguments.into, arguments.force, arguments.fetch_images, arguments.private_hosts}, sources,
      diagnostics);
  for (const source::Diagnostic& diagnostic : diagnostics.items()) {
    if (source::find_rule(diagnostic.rule)->severity != source::Severity::note) {
      fmt::print(stderr, "{}", source::render(diagnostic, sources));
    }
  }
  for (const auto& path : result.written) fmt::print("{}\n", path.string());
  for (const auto& path : result.unchanged) fmt::print("{} (unchanged)\n", path.string());
  return result.ok ? 0 : 1;
}

}  // namespace huozi::command
