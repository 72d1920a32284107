#include <fmt/format.h>

#include <cmath>

#include "command/command.h"
#include "impose_pdf.h"

namespace huozi::command {
namespace {

// To a thousandth of a millimetre.
base::Length length_of(double mm) {
  return base::Length::ratio(std::llround(mm * 1000) * 72, 25'400);
}

}  // namespace

int impose(const ImposeArguments& arguments) {
  ImposeOptions options;
  options.pdf = arguments.pdf;
  options.output = arguments.output;
  if (arguments.signature == "saddle") {
    options.kind = impose::Kind::saddle;
  } else if (arguments.signature == "2up") {
    options.kind = impose::Kind::two_up;
  } else {
    options.signature = std::stoi(arguments.signature);
  }
  if (!arguments.binding.empty()) {
    options.binding = arguments.binding == "right" ? impose::Binding::right : impose::Binding::left;
  }
  options.caliper = length_of(arguments.caliper);
  if (arguments.creep) options.creep = length_of(*arguments.creep);
  options.gutter = length_of(arguments.gutter);
  if (!arguments.sheet.empty()) {
    options.sheet = sheet_size(arguments.sheet);
    if (!options.sheet) {
      fmt::print(stderr, "--sheet: '{}' is neither a size such as 320x450 (mm) nor a paper's name\n", arguments.sheet);
      return 2;
    }
  }

  source::SourceSet sources;
  source::Diagnostics diagnostics;
  const ImposeResult result = impose_pdf(options, sources, diagnostics);
  for (const source::Diagnostic& diagnostic : diagnostics.items()) {
    fmt::print(stderr, "{}", source::render(diagnostic, sources));
  }
  if (!result.ok) return 1;
  fmt::print("{}\n", result.written.string());
  return 0;
}

}  // namespace huozi::command
