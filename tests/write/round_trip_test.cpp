// What is written is read back as the same document: every case, every article of the example books, and documents of
// random nodes and hostile words.
#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "document/walk.h"
#include "edit/clean.h"
#include "support/catch.h"
#include "support/reading.h"
#include "write/article.h"
#include "write/random_document.h"

using namespace huozi;
using test::Reading;

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> articles() {
  std::vector<fs::path> found;
  for (const char* folder : {"tests/cases", "books"}) {
    const fs::path root = fs::path(HUOZI_SOURCE_DIR) / folder;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      const fs::path extension = entry.path().extension();
      if (extension == ".md" || extension == ".html") found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

// Passes may leave one text in two nodes, which reading never does.
std::string dump_of(document::Document document) {
  document::for_each_text(document.blocks, [](document::Inlines& nodes) { test::join_texts(nodes); });
  return test::dump(document);
}

void check_round_trip(const document::Document& document) {
  const std::string written = write::write_article(document);
  INFO(written);
  const Reading again("a.md", written);
  CHECK(dump_of(again.document) == dump_of(document));
  CHECK(again.document.metadata.title_id == document.metadata.title_id);
  CHECK(again.document.metadata.numbered == document.metadata.numbered);
  CHECK(write::write_article(again.document) == written);
}

// As import and build clean articles by default.
document::Document cleaned(const std::string& name, const std::string& text, edit::Attributions attributions) {
  Reading reading(name, text);
  edit::Options options;
  options.attributions = attributions;
  source::SourceSet sources;
  source::Diagnostics problems;
  const fs::path rules = fs::path(HUOZI_SOURCE_DIR) / "styles/noise.yaml";
  options.noise_rules = edit::read_noise_rules(sources.add("noise.yaml", base::read_file(rules).value()), problems);
  edit::clean(reading.document, options, reading.diagnostics, reading.audit);
  return std::move(reading.document);
}

}  // namespace

TEST_CASE("every article is read back as it was read", "[write]") {
  const std::vector<fs::path> all = articles();
  REQUIRE(all.size() > 40);
  for (const fs::path& path : all) {
    INFO(path.string());
    const Reading reading(path.filename().string(), base::read_file(path).value());
    check_round_trip(reading.document);
  }
}

TEST_CASE("every cleaned article is read back as it was cleaned", "[write]") {
  for (const fs::path& path : articles()) {
    INFO(path.string());
    check_round_trip(cleaned(path.filename().string(), base::read_file(path).value(), edit::Attributions::keep));
  }
}

TEST_CASE("what is cleaned and written is cleaned once: again it stays, and a book of it is the same", "[write]") {
  for (const fs::path& path : articles()) {
    INFO(path.string());
    const std::string name = path.filename().string();
    const std::string source = base::read_file(path).value();
    const std::string written = write::write_article(cleaned(name, source, edit::Attributions::keep));
    CHECK(write::write_article(cleaned("a.md", written, edit::Attributions::keep)) == written);
    CHECK(dump_of(cleaned("a.md", written, edit::Attributions::note)) ==
          dump_of(cleaned(name, source, edit::Attributions::note)));
  }
}

TEST_CASE("random documents of hostile words are read back", "[write]") {
  for (uint32_t seed = 1; seed <= 600; ++seed) {
    INFO(seed);
    check_round_trip(test::RandomDocument(seed).make());
  }
}
