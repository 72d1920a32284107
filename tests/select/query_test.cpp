#include "select/query.h"

#include "support/catch.h"

using namespace huozi;
using parse::Selection;
using select::Candidate;

namespace {

Candidate article(std::string path, std::string title, std::string date) {
  Candidate out;
  out.path = std::move(path);
  out.metadata.title = std::move(title);
  out.metadata.date = std::move(date);
  out.metadata.author = "林小满、周渡";
  out.metadata.categories = {"栏目", "来源", "频道"};
  out.metadata.tags = {"茶", "渡口"};
  return out;
}

std::string failed(const Selection& query, const Candidate& candidate = article("a/甲.md", "茶山", "2022-05-03")) {
  return select::failed_condition(query, candidate, [](std::string_view words) { return words == "石阶"; });
}

std::string order(Selection::Sort sort, const std::string& language = "zh-Hans") {
  std::vector<Candidate> all = {article("c", "乙", "2022-01-01"), article("a", "丙", ""),
                                article("b", "甲", "2022-03-01"), article("d", "甲", "2022-01-01")};
  select::sort_articles(all, sort, language);
  std::string out;
  for (const Candidate& each : all) out += each.path;
  return out;
}

}  // namespace

TEST_CASE("each condition", "[select]") {
  Selection query;
  CHECK(failed(query) == "");
  query.categories = {"别的", "来源"};
  CHECK(failed(query) == "");
  query.categories = {"栏目/来源"};
  CHECK(failed(query) == "");
  query.categories = {"来源/频道"};
  CHECK(failed(query) == "category");
  query = {};
  query.authors = {"周渡"};
  CHECK(failed(query) == "");
  query.authors = {"周"};
  CHECK(failed(query) == "author");
  query = {};
  query.tags = {"茶"};
  CHECK(failed(query) == "");
  query.tags = {"茶山"};
  CHECK(failed(query) == "tag");
  query = {};
  query.texts = {"石阶"};
  CHECK(failed(query) == "");
  query.texts = {"山"};
  CHECK(failed(query) == "");
  query.texts = {"海"};
  CHECK(failed(query) == "text");
  query = {};
  query.since = query.until = "2022-05-03";
  CHECK(failed(query) == "");
  CHECK(failed(query, article("a", "b", "2022-05-02")) == "since");
  CHECK(failed(query, article("a", "b", "2022-05-04")) == "until");
  CHECK(failed(query, article("a", "b", "")) == "since");
  query = {};
  query.exclude = {"a/*.md"};
  CHECK(failed(query) == "exclude");
  query.exclude = {"a/甲.md"};
  CHECK(failed(query) == "exclude");
  query.exclude = {"甲.md"};
  CHECK(failed(query) == "");
}

TEST_CASE("orders; what is equal stands by path, what has no date last", "[select]") {
  CHECK(order(Selection::Sort::date) == "cdba");
  CHECK(order(Selection::Sort::date_descending) == "bcda");
  CHECK(order(Selection::Sort::title) == "abdc");             // bing, jia, jia, yi
  CHECK(order(Selection::Sort::title, "zh-Hant") == "cabd");  // one stroke, five, five
  CHECK(order(Selection::Sort::path) == "abcd");
}

TEST_CASE("a query in one line", "[select]") {
  Selection query;
  query.from = {{"a/", {}}, {"b/", {}}};
  query.categories = {"栏目"};
  query.since = "2022-01-01";
  CHECK(select::query_text(query) == "from: a/, b/; category: 栏目; since: 2022-01-01");
  query.sort = Selection::Sort::date_descending;
  CHECK(select::query_text(query) == "from: a/, b/; category: 栏目; since: 2022-01-01; sort: -date");
}
