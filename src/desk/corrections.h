// A text with corrections put in, and the difference as a patch. Not here: which corrections (proof/), files
// (desk/corrected_file). Offsets are bytes of the text given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "proof/finding.h"

namespace huozi::desk {

struct Corrected {
  std::string text;
  std::vector<proof::Fix> made;  // in the text's order, none touching the bytes of another
  std::vector<proof::Fix> left;  // those that overlap one that was made, or lie outside the text
};

// Of corrections that overlap the first in the text is made; those that are the same, or change nothing, count once or
// not at all. All bytes outside of what is made stay as they are.
Corrected correct(std::string_view text, std::vector<proof::Fix> fixes);

// A unified diff (POSIX diff -u) of `text` and what correct() makes of it: three lines of context, lines of bytes up to
// and with each line feed, no times. `path` stands in both head lines, quoted where patch would misread it. Empty where
// nothing changes. REQUIRES: `made` as correct(text, ...) gives it.
std::string unified_diff(std::string_view path, std::string_view text, const std::vector<proof::Fix>& made);

}  // namespace huozi::desk
