// Proofreading: what looks like a slip of the pen in a cleaned article is reported, P02 as rule proof.p02. It changes
// nothing. Not here: what cleaning corrects (edit/), which rules a book turns off (book.yaml, read by parse/).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/audit.h"
#include "document/book.h"
#include "source/diagnostic.h"

namespace huozi::proof {

// P02 ... in the order of the manual's table.
const std::vector<std::string_view>& rule_ids();

// An id as rule_ids() has it, whichever case it is written in: p02 is P02.
std::string id_of(std::string_view written);

// Findings in source order. Left out: rules in `off`, and those a comment <!-- huozi-ignore P02 C05 --> names, on its
// line and in the block that begins next. Articles in other languages than Chinese are left alone.
void proofread(const document::Document& document, const document::Audit& audit, const source::SourceFile& file,
               const std::vector<std::string>& off, source::Diagnostics& diagnostics);

}  // namespace huozi::proof
