#include <algorithm>
#include <deque>

#include <fmt/format.h>

#include "build.h"
#include "command/command.h"
#include "command/explain.h"
#include "command/fix.h"
#include "command/progress.h"
#include "desk/reading_order.h"
#include "desk/sarif.h"
#include "report.h"

namespace huozi::command {
namespace {

size_t count(const source::Diagnostics& diagnostics, source::Severity severity) {
  return static_cast<size_t>(std::count_if(
      diagnostics.items().begin(), diagnostics.items().end(),
      [&](const source::Diagnostic& each) { return source::find_rule(each.rule)->severity == severity; }));
}

BuildOptions options_of(const CheckArguments& arguments, const std::filesystem::path& book) {
  BuildOptions options;
  options.book = book;
  options.jobs = jobs_or_all(arguments.jobs);
  options.strict = arguments.strict;
  options.release = arguments.release;
  options.write = false;
  options.proofread = true;
  return options;
}

// False: a correction could not be made.
bool print_text(const CheckArguments& arguments, const std::filesystem::path& book, const BuildResult& result,
                const source::SourceSet& sources, const source::Diagnostics& diagnostics) {
  for (const source::Diagnostic& diagnostic : desk::in_reading_order(diagnostics)) {
    fmt::print(stderr, "{}", source::render(diagnostic, sources));
    const auto printed = desk::place_in(result.place_of, diagnostic.span);
    if (!printed) continue;
    fmt::print(stderr, "  in print: page {}, line {}, paragraph {}\n", printed->page, printed->line,
               printed->paragraph);
  }
  if (arguments.explain) fmt::print("{}", explain(result.audit, sources));
  using enum source::Severity;
  // With --fix the patch has the standard output for itself.
  fmt::print(arguments.fix ? stderr : stdout, "{}: {} errors, {} warnings, {} notes\n", book.string(),
             count(diagnostics, error), count(diagnostics, warning), count(diagnostics, note));
  return !arguments.fix || fix(result, sources, arguments.yes);
}

// One book's report stands alone; those of several are a list.
std::string joined(const std::vector<std::string>& reports) {
  if (reports.size() == 1) return reports.front();
  std::string out = "[\n";
  for (size_t i = 0; i < reports.size(); ++i) {
    out += reports[i];
    if (i + 1 < reports.size()) out.replace(out.size() - 1, 1, ",\n");
  }
  return out + "]\n";
}

}  // namespace

int check(const CheckArguments& arguments) {
  int status = 0;
  std::vector<std::string> reports;
  std::vector<desk::Checked> checked;
  std::deque<source::SourceSet> kept;  // of the books that the log speaks of
  for (const std::filesystem::path& book : arguments.books) {
    source::SourceSet& sources = kept.emplace_back();
    source::Diagnostics diagnostics;
    BuildResult result = build_shown(options_of(arguments, book), sources, diagnostics);
    if (!result.ok) status = 1;
    if (arguments.format == "json") {
      // A book that cannot be read has a report too.
      if (result.report.empty()) result.report = report_json(diagnostics, {}, {}, {}, {}, {}, sources);
      reports.push_back(std::move(result.report));
      kept.clear();
    } else if (arguments.format == "sarif") {
      checked.push_back({desk::in_reading_order(diagnostics), std::move(result.fixes), &sources, result.place_of});
    } else {
      if (!print_text(arguments, book, result, sources, diagnostics)) status = 1;
      kept.clear();
    }
  }
  if (arguments.format == "json") fmt::print("{}", joined(reports));
  if (arguments.format == "sarif") fmt::print("{}", desk::sarif_log(HUOZI_VERSION, checked));
  return status;
}

}  // namespace huozi::command
