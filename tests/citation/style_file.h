// The shipped citation styles, read for tests. Header only. Not here: styles made up by a test.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "citation/bibliography.h"
#include "citation/style.h"
#include "support/catch.h"

namespace huozi::test {

inline citation::Style style(const std::string& name) {
  auto text = base::read_file(std::string(HUOZI_SOURCE_DIR) + "/styles/citations/" + name + ".yaml");
  REQUIRE(text);
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  auto style = citation::read_style(sources.add(name, std::move(*text)), diagnostics);
  for (const auto& item : diagnostics.items()) FAIL(source::render(item, sources));
  REQUIRE(style);
  return std::move(*style);
}

inline citation::Bibliography bibliography(const std::string& name, std::vector<document::Reference> references = {}) {
  return citation::Bibliography(style(name), std::move(references), "");
}

}  // namespace huozi::test
