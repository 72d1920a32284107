#include <exception>

#include <fmt/format.h>

#include "build.h"
#include "command/command.h"
#include "command/progress.h"

namespace huozi::command {
namespace {

void print(const ListedArticle& each, bool explain) {
  if (!each.chosen && !explain) return;
  std::string why;
  if (!each.chosen) why = each.failed.empty() ? "  [not locked]" : fmt::format("  [{}]", each.failed);
  const auto& facts = each.article.metadata;
  fmt::print("{} {}  {}  {}{}\n", each.chosen ? '+' : '-', facts.date.empty() ? "----------" : facts.date,
             each.article.path, facts.title, why);
}

}  // namespace

int list(const std::filesystem::path& book, bool explain) {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  const auto result = list_articles(book, jobs_or_all(0), sources, diagnostics);
  if (result) {
    for (size_t i = 0; i < result->listed.size(); ++i) {
      if (result->listed.size() > 1) fmt::print("select {}\n", i + 1);
      for (const ListedArticle& each : result->listed[i]) print(each, explain);
    }
  }
  for (const source::Diagnostic& diagnostic : diagnostics.items()) {
    fmt::print(stderr, "{}", source::render(diagnostic, sources));
  }
  return result && !diagnostics.has_errors() ? 0 : 1;
}

}  // namespace huozi::command
