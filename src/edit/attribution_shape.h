// Whether a line names the source of the words above it, from its characters alone. Inside edit/ only.
// Not here: what stands above it (attributions), what the source is (attribution_record).
#pragma once

#include <string_view>

namespace huozi::edit {

struct SourceLine {
  int confidence = 0;  // percent
  std::string_view reason;
};

// REQUIRES: `text` begins with a dash (dash_length). At most 80 characters and no sentence; 据…电, 讲话, 指示, 批示, a
// title 《…》 with no more than its author before it, or a date with no more than an occasion round it.
SourceLine judge_source_line(std::string_view text);

// Such a line, dash and all.
bool is_attribution(std::string_view text);

}  // namespace huozi::edit
