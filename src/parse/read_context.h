// What every reader of an article carries: the file, the sinks, and the budgets that hold strangers' input in bounds.
// Not here: anything of HTML or Markdown. Inside parse/ only.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "document/audit.h"
#include "document/book.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::parse {

// Elements and blocks nested deeper are flattened.
constexpr int kDeepest = 100;

struct ReadContext {
  const source::SourceFile& file;
  source::Diagnostics& diagnostics;
  document::Audit& audit;
  std::set<std::string, std::less<>> reported;  // what is said once a file
  uint64_t note_bytes = 0;                      // source bytes of the notes set so far, counted at every call

  void warn(std::string_view rule, source::Span span, std::vector<std::string> arguments = {}) {
    diagnostics.report(rule, span, std::move(arguments));
  }

  // Only the first time for each subject.
  void warn_once(std::string_view rule, source::Span span, const std::string& subject) {
    if (reported.insert(std::string(rule) + ' ' + subject).second) warn(rule, span, {subject});
  }

  void record(std::string_view rule, source::Span span, std::string removed, std::string replaced_by = {}) {
    audit.entries.push_back({std::string(rule), span, std::move(removed), std::move(replaced_by)});
  }

  // False when notes that call notes, or one long note called everywhere, would make the tree many times its source.
  bool may_set_note(source::Span note) {
    note_bytes += note.end - note.begin + 1;
    return note_bytes <= 4 * static_cast<uint64_t>(file.text().size()) + (1u << 20);
  }
};

}  // namespace huozi::parse
