// A sheet from text, with what was reported as "line:column rule argument".
// Not here: anything about what sheets mean.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "style/stylesheet.h"

namespace huozi::test {

struct Sheet {
  style::Stylesheet sheet;
  std::vector<std::string> reports;
  std::vector<source::Diagnostic> diagnostics;
};

inline Sheet read_sheet(std::string text) {
  source::SourceSet sources;
  const source::SourceFile& file = sources.add("test.css", std::move(text));
  source::Diagnostics diagnostics;
  Sheet result;
  result.sheet = style::read_stylesheet(file, diagnostics);
  result.diagnostics = diagnostics.items();
  for (const source::Diagnostic& each : diagnostics.items()) {
    const source::Position at = file.position(each.span.begin);
    std::string line = std::to_string(at.line) + ":" + std::to_string(at.column) + " " + each.rule;
    for (const std::string& argument : each.arguments) line += " " + argument;
    result.reports.push_back(std::move(line));
  }
  return result;
}

// The style of a <p> in <body> under a sheet that must be without fault.
inline style::ComputedStyle paragraph_style(const std::string& text, style::Medium medium = style::Medium::print) {
  const style::Cascade cascade(read_sheet(text).sheet, medium);
  style::ElementRef p;
  p.name = "p";
  p.parent = &style::Cascade::body_element();
  return cascade.style(p, cascade.body());
}

}  // namespace huozi::test
