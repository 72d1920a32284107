// Proofreading of a book: book.yaml's wishes, its articles, and the diagnostics made of what is found.
// Not here: the rules (proof/).
#pragma once

#include <vector>

#include "parse/manifest.h"
#include "proof/finding.h"
#include "read_articles.h"
#include "source/diagnostic.h"

namespace huozi {

struct BookFolder;

// Reports with each article what is found in it, and gives back the findings that have a fix. ERRORS, reported:
// manifest.proof-rule where book.yaml turns off what is no rule; file.unreadable and those of reading files of words.
std::vector<proof::Finding> proofread_articles(const parse::Manifest& manifest, const BookFolder& folder,
                                               std::vector<Article>& articles, source::SourceSet& sources,
                                               source::Diagnostics& diagnostics);

}  // namespace huozi
