// The audit: every character of an article that does not reach the outputs as it stands, and every one huozi adds.
#pragma once

#include <string>
#include <vector>

#include "source/source_file.h"

namespace huozi::document {

struct AuditEntry {
  std::string rule;  // "edit.attribution", "parse.comment" ...
  source::Span span;
  std::string removed;      // source text that went away or changed
  std::string replaced_by;  // what stands in its place; empty: nothing
};

struct GeneratedText {
  std::string what;  // "placeholder", "heading-number" ...
  std::string text;
};

struct Audit {
  std::vector<AuditEntry> entries;
  std::vector<GeneratedText> generated;
  void append(Audit other);
};

}  // namespace huozi::document
