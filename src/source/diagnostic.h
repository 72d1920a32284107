// Diagnostics: what is wrong with the user's input. A diagnostic is a rule id and its arguments; severity, sentence and
// hint stand in the catalogue (source/catalogue.cpp) and are put together only when it is printed.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source/source_file.h"

namespace huozi::source {

enum class Severity { note, warning, error };

struct Diagnostic {
  std::string rule;  // for example "manifest.unknown-key"; an entry of the catalogue
  Span span;
  std::vector<std::string> arguments;  // fill {0}, {1} ... of the catalogue's sentence and hint
};

// A sink. Every parallel job has its own; they are joined in the order of the jobs. Not thread safe.
class Diagnostics {
 public:
  // REQUIRES: `rule` stands in the catalogue (throws std::logic_error otherwise).
  void report(std::string_view rule, Span span, std::vector<std::string> arguments = {});
  void append(Diagnostics other);

  const std::vector<Diagnostic>& items() const { return items_; }
  bool has_errors() const;
  bool has_warnings() const;

 private:
  std::vector<Diagnostic> items_;
};

// One rule of the catalogue. `message` and `hint` are fmt format strings over the diagnostic's arguments.
struct Rule {
  std::string_view id;
  Severity severity;
  std::string_view message;
  std::string_view hint;  // may be empty
};

// The rule, or null.
const Rule* find_rule(std::string_view id);
// The whole catalogue.
std::span<const Rule> all_rules();

// Both are one line of well-formed UTF-8 without control characters, whatever the arguments hold. An argument that is
// missing shows as its placeholder.
std::string message_of(const Diagnostic& diagnostic);
std::string hint_of(const Diagnostic& diagnostic);
std::string_view severity_name(Severity severity);

// file:line:col: severity: message [rule], the source line, a caret row in display columns (UAX #11), `hint: ...`.
std::string render(const Diagnostic& diagnostic, const SourceSet& sources);

// The candidate nearest to `word` by edit distance (a swap of neighbours counts once; the first of equals), or empty
// when none is near enough to be meant.
std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace huozi::source
