// Cleans a hand-made article and checks what holds for every article: the audit accounts for each character.
#pragma once

#include "edit/clean.h"
#include "support/builders.h"
#include "support/catch.h"

namespace huozi::test {

struct Cleaned {
  document::Document document;
  source::Diagnostics diagnostics;
  document::Audit audit;

  std::string outline() const { return test::outline(document.blocks); }
  size_t reports(std::string_view rule) const {
    size_t count = 0;
    for (const source::Diagnostic& item : diagnostics.items()) count += item.rule == rule ? 1 : 0;
    return count;
  }
};

inline Cleaned cleaned(Blocks blocks, const edit::Options& options = {}, document::ArticleMetadata metadata = {}) {
  Sample sample = document_of(std::move(blocks));
  Cleaned result{std::move(sample.document), {}, {}};
  result.document.metadata = std::move(metadata);
  edit::clean(result.document, options, result.diagnostics, result.audit);
  CHECK(replay(sample.source, result.audit) == visible_text(result.document.blocks));
  return result;
}

}  // namespace huozi::test
