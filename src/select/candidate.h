// An article that a query may choose: where it lies, what its front matter says, what its content hashes to.
// Not here: the article's text (the scan searches it and forgets it).
#pragma once

#include <string>

#include "document/book.h"

namespace huozi::select {

struct Candidate {
  std::string path;  // below the book's folder, / between names
  std::string hash;  // of the file's bytes, hexadecimal
  document::ArticleMetadata metadata;
};

}  // namespace huozi::select
