// What proofreading with the shipped words finds in documents made by hand. Not here: how they are read.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "base/file.h"
#include "proof/proofread.h"
#include "source/diagnostic.h"
#include "support/builders.h"
#include "support/catch.h"

namespace huozi::test {

inline proof::Words shipped_words() {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  const std::string text = base::read_file(std::string(HUOZI_SOURCE_DIR) + "/styles/proofreading.yaml").value();
  proof::Words words = proof::read_words(sources.add("proofreading.yaml", text), diagnostics);
  CHECK(diagnostics.items().empty());
  return words;
}

inline const proof::Settings& shipped_settings() {
  static const proof::Settings settings{{}, "zh-Hans", shipped_words()};
  return settings;
}

// "C02: 車 | 车; ...": the findings of the last of these articles with their first two arguments, in order.
inline std::string told(std::vector<document::Document> articles,
                        const proof::Settings& settings = shipped_settings()) {
  const document::Audit audit;
  std::deque<source::SourceFile> files;
  std::vector<proof::Article> read;
  for (const document::Document& each : articles) {
    files.emplace_back(static_cast<source::FileId>(files.size()), "a.md", visible_text(each.blocks));
    read.push_back({&each, &audit, &files.back()});
  }
  std::string out;
  const std::vector<proof::Findings> all = proof::proofread(read, settings);
  for (const proof::Finding& item : all.back()) {
    CHECK(source::find_rule(item.rule) != nullptr);
    CHECK(item.arguments.size() >= 2);
    out += (out.empty() ? "" : "; ") + proof::id_of(item.rule.substr(6)) + ": " + item.arguments.at(0) + " | " +
           item.arguments.at(1);
  }
  return out;
}

inline std::string told(Blocks blocks) {
  return told({document_of(std::move(blocks)).document});
}

inline std::string told(const char* words) {
  return told({p({t(words)})});
}

}  // namespace huozi::test
