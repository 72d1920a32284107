// book.lock.yaml: which articles an edition's queries chose, so that later articles do not enter it by themselves.
// Not here: choosing (query), writing the file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::select {

struct LockedArticle {
  std::string path;
  std::string hash;
  source::Span span;  // in the lock file
};

// One a query, in the order of book.yaml.
struct LockedSelection {
  std::string query;  // what it asked for, as query_text says it
  std::vector<LockedArticle> articles;
};

struct Lock {
  std::vector<LockedSelection> selections;
};

constexpr size_t kMostLock = 16u << 20;  // bytes of a lock: some 100,000 articles

// Nothing when the file is not of the form, as reported (yaml.syntax, lock.bad).
std::optional<Lock> read_lock(const source::SourceFile& file, source::Diagnostics& diagnostics);

// The whole file.
std::string write_lock(const Lock& lock);

}  // namespace huozi::select
