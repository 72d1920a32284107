#include "parse/csl_json.h"

#include "parse/references.h"
#include "parse/references_reading.h"
#include "support/catch.h"

using namespace huozi;
using document::Reference;
using Type = Reference::Type;

namespace {

struct Read : test::References {
  explicit Read(std::string text, const std::string& name = "refs.json") : References(std::move(text), name) {}
};

}  // namespace

TEST_CASE("items become references", "[csl_json]") {
  const Read read(R"([
  {"id": "zhao", "type": "book", "title": "文坛<i>忆旧</i>", "author": [{"family": "赵", "given": "某"}, {"literal": "示例学会"}],
   "publisher": "示例书局", "publisher-place": "上海", "issued": {"date-parts": [[1948]]}, "edition": 2},
  {"id": 7, "type": "article-journal", "title": "Tea", "container-title": "J", "volume": "12", "issue": 3, "page": "1-9",
   "author": [{"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}],
   "issued": {"date-parts": [["2020", "3", 2]]}, "DOI": "10.1/x"},
  {"id": "web", "type": "webpage", "title": "活字", "container-title": "示例网", "URL": "https://a.b/",
   "issued": {"raw": "2022-05-05"}, "accessed": {"date-parts": [[2022, 6, 1]]}}
])");
  CHECK(read.rules() == "");
  REQUIRE(read.entries.size() == 3);
  const Reference& book = read.entries[0];
  CHECK(book.key == "zhao");
  CHECK(book.title == "文坛忆旧");
  CHECK(book.authors.persons.at(0).family == "赵");
  CHECK(book.authors.persons.at(1).whole == "示例学会");
  CHECK(book.date == "1948");
  CHECK(book.edition == "2");
  const Reference& article = read.entries[1];
  CHECK(article.key == "7");
  CHECK(article.type == Type::journal);
  CHECK(article.authors.persons.at(0).family == "van Beethoven");
  CHECK(article.date == "2020-03-02");
  CHECK(article.issue == "3");
  const Reference& web = read.entries[2];
  CHECK(web.publisher == "示例网");
  CHECK(web.container.empty());
  CHECK(web.access == "2022-06-01");
  CHECK(web.date == "2022-05-05");
}

TEST_CASE("one item alone, and files told by their content", "[csl_json]") {
  CHECK(Read(R"({"id": "a", "type": "map"})").entries.at(0).type == Type::map);
  CHECK(Read(R"( [{"id": "a", "type": "book"}])", "refs.txt").entries.size() == 1);
  CHECK(Read("@book{a, title={A}}", "refs.txt").entries.size() == 1);
  CHECK(Read("[]").rules() == "");
  CHECK(Read("").rules() == "");
}

TEST_CASE("wrong values are left out", "[csl_json]") {
  const Read read(R"([{"id": "a", "type": "book", "title": [1], "author": {"family": "x"}, "issued": [1],
                       "editor": [1, {}, {"given": "甲"}], "page": null, "volume": {"a": 1}}])");
  CHECK(read.rules() == "");
  REQUIRE(read.entries.size() == 1);
  CHECK(read.entries[0].title.empty());
  CHECK(read.entries[0].editors.persons.size() == 1);
}

TEST_CASE("errors have their place", "[csl_json]") {
  CHECK(Read("[{\"id\": \"a\",\n  \"type\": book}]").rules() == "2:11 references.syntax;");
  CHECK(Read("[{\"id\": \"a\"").rules() == "1:2 references.syntax;");
  CHECK(Read("[{\"id\": \"a\", \"type\": \"book\"} {}]").rules() == "1:30 references.syntax;");
  CHECK(Read("[{\"type\": \"book\"}]").rules() == "1:2 references.syntax;");
  CHECK(Read("[1]").rules() == "1:2 references.syntax;");
  CHECK(Read("\"x\"").rules() == "1:1 references.syntax;");
  CHECK(Read("[{\"id\": \"a\", \"type\": \"recipe\"}]").rules() == "1:9 references.type;");
  CHECK(Read("[{\"id\":\"a\",\"type\":\"book\"},\n {\"id\": \"a\",\"type\":\"book\"}]").rules() ==
        "2:9 references.repeated;");
  std::string deep = "[{\"id\": ";
  for (int i = 0; i < 100'000; ++i) deep += '[';
  CHECK(Read(deep).rules() == "1:2 references.syntax;");
}
