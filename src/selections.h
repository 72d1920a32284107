// Chapters by query: which articles each `select` of book.yaml stands for, pinned by book.lock.yaml.
// Not here: conditions, globs and the lock's form (select/).
#pragma once

#include <string>
#include <vector>

#include "assembly.h"
#include "edit/near_duplicates.h"
#include "parse/manifest.h"
#include "select/candidate.h"
#include "source/diagnostic.h"

namespace huozi {

constexpr const char* kLockName = "book.lock.yaml";  // in the book's folder

enum class Locking {
  keep,    // what is locked stays; a book without a lock is locked
  update,  // chosen anew
};

struct ListedArticle {
  select::Candidate article;
  edit::Sketch sketch{};  // of those asked for, when duplicates are looked for
  // Why not: the condition it fails; "placed": it stands elsewhere in the book; "unreadable". Empty: it is asked for.
  std::string failed;
  bool chosen = false;  // it is in the book
};

struct SelectionResult {
  // A new text for book.lock.yaml; empty: it stays, or there is none. Write it when the book is built.
  std::string lock;
  // Of each query, in book.yaml's order: first those in the book, in their order, then the others by path.
  std::vector<std::vector<ListedArticle>> listed;
};

// Articles that are nearly one are errors of the book they are in; among what a query asks for they are warnings, and
// looked for only when that is what is wanted.
enum class Duplicates { ignore, report };

// Puts articles in the place of every selection among the manifest's chapters. ERRORS, reported: select.*, lock.*.
SelectionResult resolve_selections(parse::Manifest& manifest, const BookFolder& folder, Locking locking,
                                   Duplicates duplicates, unsigned jobs, source::SourceSet& sources,
                                   source::Diagnostics& diagnostics);

}  // namespace huozi
