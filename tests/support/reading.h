// An article read from memory, with everything the reading gives. Header only: for tests that link parse/.
// Not here: the dump (document_dump.h).
#pragma once

#include <string>
#include <utility>

#include "parse/article.h"
#include "source/diagnostic.h"
#include "support/document_dump.h"

namespace huozi::test {

struct Reading {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  document::Audit audit;
  document::Document document;

  // The file's name decides how it is read.
  Reading(const std::string& name, std::string text) {
    document = parse::read_article(sources.add(name, std::move(text)), diagnostics, audit);
  }

  std::string dump() const { return test::dump(document.blocks); }
  std::string slice(source::Span span) const { return std::string(sources.find(document.file)->slice(span)); }

  // The rules reported, one after the other with a blank between.
  std::string rules() const {
    std::string out;
    for (const auto& item : diagnostics.items()) out += (out.empty() ? "" : " ") + item.rule;
    return out;
  }
};

inline std::string html(std::string text) {
  return Reading("a.html", std::move(text)).dump();
}
inline std::string markdown(std::string text) {
  return Reading("a.md", std::move(text)).dump();
}

}  // namespace huozi::test
