#include "edit/near_duplicates.h"

#include <random>

#include "base/utf8.h"
#include "support/builders.h"
#include "support/catch.h"

namespace huozi {
namespace {

using namespace test;
using edit::Fingerprint;

// Sentences of ideographs, the same for the same seed.
std::string prose(unsigned seed, int characters) {
  std::mt19937 random(seed);
  std::u32string out;
  for (int i = 0; i < characters; ++i) {
    out += static_cast<char32_t>(0x4E00 + random() % 3000);
    if (i % 17 == 16) out += U'，';
  }
  return base::to_utf8(out);
}

Fingerprint of(std::vector<std::string> paragraphs) {
  Blocks blocks;
  for (const std::string& each : paragraphs) blocks.push_back(p({t(each)}));
  return Fingerprint(document_of(std::move(blocks)).document);
}

TEST_CASE("the same text is alike, whatever its marks and paragraphs", "[near-duplicates]") {
  const std::string a = prose(1, 400);
  const std::string b = prose(2, 400);
  CHECK(of({a, b}).similarity(of({a + "！" + b + "。"})) == 1);
  CHECK(of({a}).similarity(of({b})) < 0.01);
}

TEST_CASE("a few changed sentences leave a reprint, a shared frame does not make one", "[near-duplicates]") {
  std::vector<std::string> article;
  for (unsigned i = 0; i < 40; ++i) article.push_back(prose(i, 60));
  std::vector<std::string> reprint = article;
  for (unsigned i : {3U, 17U, 29U}) reprint[i] = prose(100 + i, 60);
  std::vector<std::string> sibling = article;  // of one template: every other paragraph is its own
  for (unsigned i = 0; i < 40; i += 2) sibling[i] = prose(200 + i, 60);
  const auto found = edit::near_duplicates({of(article), of(sibling), of(reprint)});
  REQUIRE(found.size() == 1);
  CHECK(found[0].first == 0);
  CHECK(found[0].second == 2);
  CHECK(found[0].percent >= 80);
  CHECK(found[0].percent < 100);
}

TEST_CASE("short texts are like none", "[near-duplicates]") {
  CHECK(of({prose(1, 90)}).similarity(of({prose(1, 90)})) == 0);
  CHECK(of({}).similarity(of({})) == 0);
}

TEST_CASE("the sample does not miss a pair", "[near-duplicates]") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    std::vector<std::string> a;
    std::vector<std::string> b;
    for (unsigned i = 0; i < 100; ++i) {
      a.push_back(prose(seed * 1000 + i, 30));
      b.push_back(i < seed % 14 ? prose(seed * 1000 + 500 + i, 30) : a.back());
    }
    const Fingerprint left = of(a);
    const Fingerprint right = of(b);
    if (left.similarity(right) >= edit::kNearDuplicate) CHECK(left.may_reach(right, edit::kNearDuplicate));
  }
}

TEST_CASE("sketches find the pairs of many", "[near-duplicates]") {
  std::vector<edit::Sketch> sketches;
  std::vector<Fingerprint> prints;
  for (unsigned i = 0; i < 600; ++i) {
    std::vector<std::string> article;
    for (unsigned k = 0; k < 30; ++k) article.push_back(prose(i * 100 + k, 40));
    prints.push_back(of(article));
    if (i % 10 == 0) {  // every tenth has a reprint right behind it
      article[3] = prose(99'000 + i, 40);
      article[17] = prose(98'000 + i, 40);
      prints.push_back(of(article));
    }
  }
  for (const Fingerprint& each : prints) sketches.push_back(each.sketch());
  const auto found = edit::near_duplicates(prints);
  CHECK(found.size() == 60);
  for (const auto& pair : found) CHECK(pair.second == pair.first + 1);
  CHECK(edit::likely_pairs(sketches).size() < 200);
}

TEST_CASE("short texts have no sketch, many equal ones few pairs", "[near-duplicates]") {
  CHECK(of({prose(1, 90)}).sketch() == edit::Sketch{});
  CHECK(edit::likely_pairs({edit::Sketch{}, edit::Sketch{}}).empty());
  const std::vector<edit::Sketch> equal(1000, of({prose(1, 900)}).sketch());
  CHECK(edit::likely_pairs(equal).size() < 9000);
}

TEST_CASE("pairs are those that comparing each with each finds", "[near-duplicates]") {
  std::vector<Fingerprint> articles;
  for (unsigned i = 0; i < 30; ++i) {
    // Three families; in each a sentence more is changed from one to the next.
    std::vector<std::string> article;
    for (unsigned k = 0; k < 20; ++k) article.push_back(prose((k < i / 3 ? 1000 * i : 0) + 100 * (i % 3) + k, 60));
    articles.push_back(of(article));
  }
  std::vector<std::pair<size_t, size_t>> wanted, found;
  for (size_t i = 0; i < articles.size(); ++i) {
    for (size_t k = i + 1; k < articles.size(); ++k) {
      if (articles[i].similarity(articles[k]) >= edit::kNearDuplicate) wanted.emplace_back(i, k);
    }
  }
  for (const edit::NearDuplicate& pair : edit::near_duplicates(articles)) found.emplace_back(pair.first, pair.second);
  CHECK(wanted.size() > 5);
  CHECK(found == wanted);
}

}  // namespace
}  // namespace huozi
