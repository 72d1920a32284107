#include "select/lock.h"

#include "support/catch.h"

using namespace huozi;

namespace {

std::optional<select::Lock> read(std::string text, std::string* rules = nullptr) {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  auto lock = select::read_lock(sources.add("book.lock.yaml", std::move(text)), diagnostics);
  for (const auto& item : diagnostics.items()) {
    if (rules) *rules += item.rule + ' ';
  }
  return lock;
}

}  // namespace

TEST_CASE("a lock reads as it was written", "[select]") {
  const select::Lock lock{
      {{"from: a/", {{"a/甲 \"乙\"\\.md", "0123", {}}, {"a/\n.md", "4567", {}}}}, {"from: b/", {}}}};
  const std::string text = select::write_lock(lock);
  const auto again = read(text);
  REQUIRE(again);
  CHECK(select::write_lock(*again) == text);
  CHECK(again->selections.at(0).articles.at(1).path == "a/\n.md");
  REQUIRE(read(select::write_lock({})));
}

TEST_CASE("the lock of fifty thousand articles is read", "[select]") {
  select::Lock lock{{{"from: a/", {}}}};
  for (int i = 0; i < 50'000; ++i) {
    lock.selections[0].articles.push_back(
        {"文章/" + std::to_string(i) + "/一个不短的名字.md", std::string(32, 'a'), {}});
  }
  const auto again = read(select::write_lock(lock));
  REQUIRE(again);
  CHECK(again->selections.at(0).articles.size() == 50'000);
  // As many bytes on one line are no lock.
  std::string rules;
  std::string line = "selections: [";
  for (int i = 0; i < 1'200'000; ++i) line += "a,";
  CHECK_FALSE(read(line + "a]", &rules));
  CHECK(rules == "yaml.too-large ");
}

TEST_CASE("what is no lock is refused", "[select]") {
  for (const char* text :
       {"", "selections: 1\n", "selections: [{query: a}]\n", "selections: [{query: a, articles: [{path: b}]}]\n"}) {
    std::string rules;
    CHECK_FALSE(read(text, &rules));
    CHECK(rules == "lock.bad ");
  }
}
