// Proofreading: what looks like a slip of the pen in cleaned articles is reported, P02 as rule proof.p02. It changes
// nothing. Not here: what cleaning corrects (edit/), which rules a book turns off (book.yaml, read by parse/).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/audit.h"
#include "document/book.h"
#include "proof/finding.h"
#include "proof/words.h"
#include "source/source_file.h"

namespace huozi::proof {

// P01 ... in the order of the manual's table.
const std::vector<std::string_view>& rule_ids();

// An id as rule_ids() has it, whichever case it is written in: p02 is P02.
std::string id_of(std::string_view written);

struct Settings {
  std::vector<std::string> off;      // ids of rules, in either case
  std::string language = "zh-Hans";  // of articles that name none
  Words words = {};                  // what C01, C03 and C04 look for
};

struct Article {
  const document::Document* document;
  const document::Audit* audit;
  const source::SourceFile* file;
};

// The findings of each article, in source order; some rules compare an article with the book's others. Left out: rules
// that are off, and those a comment <!-- huozi-ignore P02 C05 --> names, on its line and in the block that begins next.
// Articles in other languages than Chinese are left alone.
std::vector<Findings> proofread(const std::vector<Article>& articles, const Settings& settings);

}  // namespace huozi::proof
