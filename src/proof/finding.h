// What a rule of proofreading found, and what it would write there. Not here: sentences (source/catalogue).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/source_file.h"

namespace huozi::proof {

// The bytes of `span` become `text`. Only where the source writes the characters as the article has them.
struct Fix {
  source::Span span;
  std::string text;
};

struct Finding {
  std::string rule;  // of the catalogue: "proof.p02"
  source::Span span;
  std::vector<std::string> arguments;
  std::optional<Fix> fix;  // none: the author must say what was meant
};

using Findings = std::vector<Finding>;

}  // namespace huozi::proof
