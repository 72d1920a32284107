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

// What an editing pass took a piece of an article for, or considered and did not.
struct Decision {
  std::string rule;  // "heading.plain", "verse" ...
  source::Span span;
  int confidence = 100;  // percent; below 50 the piece stays what the source says
  std::string reason;    // English, one phrase: "numbered 一、, text follows"
};

struct GeneratedText {
  std::string what;  // "placeholder", "heading-number" ...
  std::string text;
};

struct Audit {
  std::vector<AuditEntry> entries;
  std::vector<GeneratedText> generated;
  std::vector<Decision> decisions;
  void append(Audit other);
};

}  // namespace huozi::document
