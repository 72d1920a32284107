// Which lines of web pages are no part of an article: the rules of styles/noise.yaml and of books' own files.
// Not here: removing them (noise).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::edit {

struct NoiseRule {
  std::string name;
  std::vector<std::string> whole, begins, holds, all;
  size_t longest = 40;  // characters
  bool edges = false;   // only near an article's beginning and end
};

struct NoiseRules {
  std::vector<NoiseRule> rules;
  std::vector<std::string> rights_phrases;      // they forbid reprinting
  std::vector<std::string> rights_boilerplate;  // what else such paragraphs are made of

  void append(NoiseRules other);
};

// The form is told at the top of styles/noise.yaml. ERRORS, reported: yaml.syntax; noise-rules.bad, at what is not of
// that form; what can be read is.
NoiseRules read_noise_rules(const source::SourceFile& file, source::Diagnostics& diagnostics);

// Whether a paragraph of these words, trimmed, falls under the rule. `at_edge`: it is near the beginning or the end.
bool matches(const NoiseRule& rule, std::string_view words, bool at_edge);

enum class Rights { unsaid, in_text, boilerplate };
// boilerplate: nothing but a reservation of rights. Words in quotation marks say nothing.
Rights rights_in(const NoiseRules& rules, std::string_view words);

}  // namespace huozi::edit
