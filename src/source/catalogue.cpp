// The catalogue of diagnostics: one row a rule. Sentences name what is wrong, hints say what to do.
#include <algorithm>
#include <array>

#include "source/diagnostic.h"

namespace huozi::source {
namespace {

using enum Severity;

constexpr std::array kRules = {
    // files
    Rule{"file.unreadable", error, "cannot read '{0}'", "check that the file exists and may be read; files may hold at most {1}"},
    Rule{"file.outside", error, "'{0}' leads out of the book's folder", "copy the file into the folder of book.yaml and name it relative to that"},
    Rule{"file.not-utf8", error, "the text is not UTF-8", "save the file as UTF-8, or bring it in with huozi import"},
};

}  // namespace

const Rule* find_rule(std::string_view id) {
  const auto found = std::find_if(kRules.begin(), kRules.end(), [&](const Rule& rule) { return rule.id == id; });
  return found == kRules.end() ? nullptr : &*found;
}

}  // namespace huozi::source
