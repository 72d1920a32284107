// Findings in the order an editor reads the book, and the correction that belongs to one. Not here: what they say.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "proof/finding.h"
#include "source/diagnostic.h"

namespace huozi::desk {

// By file (files are numbered in the book's order), then by place; those at one place stay in their order. What has no
// place comes last.
std::vector<source::Diagnostic> in_reading_order(const source::Diagnostics& diagnostics);

class FixTable {
 public:
  // REQUIRES: `findings` outlives the table.
  explicit FixTable(const std::vector<proof::Finding>& findings);
  // Null: it has none.
  const proof::Fix* find(const source::Diagnostic& diagnostic) const;

 private:
  using Key = std::tuple<std::string_view, source::FileId, uint32_t, uint32_t>;
  std::map<Key, const proof::Fix*> fixes_;
};

}  // namespace huozi::desk
