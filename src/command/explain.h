// What was made of each piece of the articles, line by line, for `huozi check --explain`.
// Not here: making the decisions (edit/).
#pragma once

#include <string>

#include "document/audit.h"
#include "source/source_file.h"

namespace huozi::command {

// Decisions and changes of text in the order of the sources, a decision with the source's words below it:
//   file:line:col: heading.plain (92 %): why
//       | the words
//   file:line:col: edit.noise: removed “…”
// Decisions below 50 % say so: they are "left as it is".
std::string explain(const document::Audit& audit, const source::SourceSet& sources);

}  // namespace huozi::command
