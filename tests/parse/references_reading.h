// A references file read from memory.
#pragma once

#include <string>
#include <vector>

#include "parse/references.h"

namespace huozi::test {

struct References {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  std::vector<document::Reference> entries;

  // The name's ending may decide how it is read.
  References(std::string text, const std::string& name) {
    entries = parse::read_references(sources.add(name, std::move(text)), diagnostics);
  }

  // "line:column rule;" of each message.
  std::string rules() const {
    std::string out;
    for (const auto& item : diagnostics.items()) {
      const auto at = sources.find(item.span.file)->position(item.span.begin);
      out += std::to_string(at.line) + ":" + std::to_string(at.column) + " " + item.rule + ";";
    }
    return out;
  }
};

}  // namespace huozi::test
