// What proofreading finds in a text, as one line. Not here: reading articles from files. For tests/proof/ only.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "proof/proofread.h"
#include "source/diagnostic.h"
#include "support/builders.h"
#include "support/catch.h"

namespace huozi::proof {

inline Findings findings_in(const test::Sample& sample, Settings settings = {}) {
  const source::SourceFile file(0, "a.md", sample.source);
  const document::Audit audit;
  return proofread({{&sample.document, &audit, &file}}, settings).front();
}

// "P02 N01": the rules that speak, in order.
inline std::string found(document::Blocks blocks, std::vector<std::string> off = {}, std::string language = {}) {
  test::Sample sample = test::document_of(std::move(blocks));
  sample.document.metadata.language = std::move(language);
  std::string out;
  for (const Finding& item : findings_in(sample, {std::move(off), "zh-Hans"})) {
    CHECK(source::find_rule(item.rule) != nullptr);
    out += (out.empty() ? "" : " ") + id_of(item.rule.substr(6));
  }
  return out;
}

inline std::string in(const char* words) {
  return found({test::p({test::t(words)})});
}

inline std::string in_traditional(const char* words) {
  return found({test::p({test::t(words)})}, {}, "zh-Hant");
}

// Of a text with one finding: the text with its fix made, or "none".
inline std::string mended(const char* words) {
  const test::Sample sample = test::document_of({test::p({test::t(words)})});
  const Findings all = findings_in(sample);
  if (all.size() != 1) return std::to_string(all.size()) + " findings";
  if (!all.front().fix) return "none";
  std::string out = sample.source;
  const Fix& fix = *all.front().fix;
  return out.replace(fix.span.begin, fix.span.end - fix.span.begin, fix.text);
}

// Of a text with one finding: ", -> ，", or "none".
inline std::string fixed(const char* words) {
  const test::Sample sample = test::document_of({test::p({test::t(words)})});
  const source::SourceFile file(0, "a.md", sample.source);
  const Findings all = findings_in(sample);
  if (all.size() != 1) return std::to_string(all.size()) + " findings";
  if (!all.front().fix) return "none";
  return std::string(file.slice(all.front().fix->span)) + " -> " + all.front().fix->text;
}

}  // namespace huozi::proof
