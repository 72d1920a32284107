#include "found.h"

namespace huozi::proof {
namespace {

using namespace test;

// The rules that speak in each of two articles, the first of `before` times "用tea泡" or "用 tea 泡".
std::vector<Findings> in_book(const std::string& usual, size_t times, const char* other) {
  std::string words;
  for (size_t i = 0; i < times; ++i) words += usual;
  const Sample one = document_of({p({t(words)})});
  const Sample two = document_of({p({t(other)})});
  const source::SourceFile first(0, "a.md", one.source);
  const source::SourceFile second(0, "b.md", two.source);
  const document::Audit audit;
  return proofread({{&one.document, &audit, &first}, {&two.document, &audit, &second}}, {});
}

TEST_CASE("P12: blanks beside Latin words, over a book", "[proof]") {
  const auto found = in_book("用 tea 泡。", 20, "用green茶，用oolong茶。");
  CHECK(found[0].empty());
  REQUIRE(found[1].size() == 1);  // one for the article
  CHECK(found[1][0].rule == "proof.p12");
  CHECK(found[1][0].arguments[0] == "用green");
  CHECK(found[1][0].arguments[2] == "4");
  CHECK(found[1][0].arguments[3] == "40 of 44");
  CHECK_FALSE(found[1][0].fix);
  CHECK(in_book("用tea泡。", 20, "用 green 茶。")[1].size() == 1);
}

TEST_CASE("P12: no habit, no finding", "[proof]") {
  CHECK(in_book("用 tea 泡。", 5, "用green茶。")[1].empty());              // too few
  CHECK(in_book("用 tea 泡。", 10, "用green茶，用black茶。")[1].empty());  // too many
  CHECK(in_book("用 tea 泡。", 20, "用 green 茶。")[1].empty());
  // Numbers, single letters and code are no words.
  CHECK(in_book("用 tea 泡。", 20, "在A座种20棵，T恤。")[1].empty());
}

}  // namespace
}  // namespace huozi::proof
