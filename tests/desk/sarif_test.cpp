#include "desk/sarif.h"

#include <nlohmann/json.hpp>

#include "desk/reading_order.h"
#include "support/catch.h"

namespace huozi {
namespace {

using Json = nlohmann::json;

// What the schema of SARIF 2.1.0 requires of the objects used here, and how they hang together.
void check_log(const Json& log) {
  REQUIRE(log.at("version") == "2.1.0");
  REQUIRE(log.at("runs").size() == 1);
  const Json& run = log["runs"][0];
  const Json& driver = run.at("tool").at("driver");
  CHECK(driver.at("name") == "huozi");
  CHECK(driver.at("version").is_string());
  CHECK(run.at("columnKind") == "unicodeCodePoints");
  for (const Json& rule : driver.at("rules")) {
    CHECK(rule.at("id").is_string());
    CHECK_FALSE(rule.at("shortDescription").at("text").get<std::string>().empty());
    if (rule.contains("help")) CHECK_FALSE(rule["help"].at("text").get<std::string>().empty());
    const std::string level = rule.at("defaultConfiguration").at("level");
    CHECK((level == "note" || level == "warning" || level == "error"));
  }
  for (const Json& result : run.at("results")) {
    const Json& rule = driver["rules"].at(result.at("ruleIndex").get<size_t>());
    CHECK(rule["id"] == result.at("ruleId"));
    CHECK(result.at("message").at("text").is_string());
    CHECK(result.at("level") == rule["defaultConfiguration"]["level"]);
    for (const Json& location : result.at("locations")) {
      const Json& place = location.at("physicalLocation");
      CHECK(place.at("artifactLocation").at("uri").is_string());
      for (const char* member : {"startLine", "startColumn", "endLine", "endColumn"}) {
        CHECK(place.at("region").at(member).get<int>() >= 1);
      }
    }
    for (const Json& fix : result.value("fixes", Json::array())) {
      REQUIRE_FALSE(fix.at("artifactChanges").empty());
      for (const Json& change : fix["artifactChanges"]) {
        CHECK(change.at("artifactLocation").at("uri").is_string());
        REQUIRE_FALSE(change.at("replacements").empty());
        for (const Json& each : change["replacements"]) CHECK(each.at("deletedRegion").is_object());
      }
    }
  }
}

struct Book {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  std::vector<proof::Finding> fixes;
  const source::SourceFile& add(std::string path, std::string text) {
    return sources.add(std::move(path), std::move(text));
  }
  desk::Checked checked() const { return {desk::in_reading_order(diagnostics), fixes, &sources}; }
};

TEST_CASE("a log of SARIF has what its schema requires", "[desk]") {
  Book book;
  const auto& file = book.add("my book/articles/茶 山:1.md", "花。\n𠮷茶,花\n");
  book.diagnostics.report("file.no-book", {}, {"x"});
  book.diagnostics.report("proof.p02", file.span(14, 15), {",", "，"});
  book.fixes.push_back({"proof.p02", file.span(14, 15), {",", "，"}, proof::Fix{file.span(14, 15), "，"}});
  const std::string text = desk::sarif_log("1.2.3", {book.checked()});
  const Json log = Json::parse(text);
  check_log(log);
  const Json& run = log["runs"][0];
  CHECK(run["tool"]["driver"]["version"] == "1.2.3");
  REQUIRE(run["results"].size() == 2);

  const Json& found = run["results"][0];
  CHECK(found["ruleId"] == "proof.p02");
  CHECK(found["level"] == "note");
  CHECK(found["message"]["text"] == "half-width ',' in Chinese text");
  CHECK(found["properties"]["suggestion"] == "perhaps meant: ，");
  const Json& place = found["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == "my%20book/articles/%E8%8C%B6%20%E5%B1%B1%3A1.md");
  const Json region = {{"startLine", 2}, {"startColumn", 3}, {"endLine", 2}, {"endColumn", 4}};
  Json shown = place["region"];
  CHECK(shown["snippet"]["text"] == ",");
  shown.erase("snippet");
  CHECK(shown == region);
  const Json& change = found["fixes"][0]["artifactChanges"][0];
  CHECK(change["replacements"][0]["deletedRegion"] == region);
  CHECK(change["replacements"][0]["insertedContent"]["text"] == "，");

  CHECK(run["results"][1]["locations"].empty());
  CHECK_FALSE(run["results"][1].contains("fixes"));
  CHECK(text == desk::sarif_log("1.2.3", {book.checked()}));
}

TEST_CASE("a result says where its words stand in print, if they do", "[desk]") {
  Book book;
  const auto& file = book.add("a.md", "茶,花");
  book.diagnostics.report("proof.p02", file.span(3, 4), {",", "，"});
  book.diagnostics.report("proof.p02", file.span(4, 5), {",", "，"});
  desk::Checked checked = book.checked();
  checked.place_of = [](const source::Span& span) -> std::optional<desk::PrintPlace> {
    if (span.begin != 3) return std::nullopt;
    return desk::PrintPlace{"iv", 7, "3-14"};
  };
  const Json log = Json::parse(desk::sarif_log("1", {checked}));
  check_log(log);
  const Json& results = log["runs"][0]["results"];
  CHECK(results[0]["properties"]["printed"] == Json{{"page", "iv"}, {"line", 7}, {"paragraph", "3-14"}});
  CHECK_FALSE(results[1]["properties"].contains("printed"));
}

TEST_CASE("several books share a run and its rules", "[desk]") {
  Book a, b;
  a.diagnostics.report("proof.p02", a.add("a/a.md", "茶,").span(3, 4), {",", "，"});
  b.diagnostics.report("proof.p02", b.add("/b/b.md", "花,").span(3, 4), {",", "，"});
  const Json log = Json::parse(desk::sarif_log("1", {a.checked(), b.checked()}));
  check_log(log);
  CHECK(log["runs"][0]["tool"]["driver"]["rules"].size() == 1);
  CHECK(log["runs"][0]["tool"]["driver"]["rules"][0]["shortDescription"]["text"] == "half-width '…' in Chinese text");
  const Json& results = log["runs"][0]["results"];
  REQUIRE(results.size() == 2);
  CHECK(results[1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "file:///b/b.md");
}

TEST_CASE("every rule of the catalogue can be told in a log", "[desk]") {
  Book book;
  for (const source::Rule& rule : source::all_rules()) book.diagnostics.report(rule.id, {});
  const Json log = Json::parse(desk::sarif_log("1", {book.checked()}));
  check_log(log);
  CHECK(log["runs"][0]["tool"]["driver"]["rules"].size() == source::all_rules().size());
}

TEST_CASE("a log without findings, and one of ill-formed text", "[desk]") {
  check_log(Json::parse(desk::sarif_log("1", {})));
  Book book;
  const auto& file = book.add("\xFF.md", "\xFF\xFE" + std::string(2000, 'x'));
  book.diagnostics.report("proof.c05", file.span(0, 2), {"?"});
  book.diagnostics.report("proof.c05", file.span(2, 2002), {"?"});
  book.diagnostics.report("proof.c05", file.span(9000, 9000), {"?"});
  const Json log = Json::parse(desk::sarif_log("1", {book.checked()}));
  check_log(log);
  const Json& results = log["runs"][0]["results"];
  CHECK(results[0]["locations"][0]["physicalLocation"]["region"].contains("snippet"));
  CHECK_FALSE(results[1]["locations"][0]["physicalLocation"]["region"].contains("snippet"));
}

TEST_CASE("findings stand in the order of the sources, those without a place last", "[desk]") {
  Book book;
  const auto& first = book.add("a.md", "abc");
  const auto& second = book.add("b.md", "abc");
  book.diagnostics.report("file.no-book", {}, {"1"});
  book.diagnostics.report("proof.p02", second.span(0, 1), {"2"});
  book.diagnostics.report("proof.p09", first.span(2, 3), {"3"});
  book.diagnostics.report("proof.p02", first.span(1, 3), {"4"});
  book.diagnostics.report("proof.p02", first.span(1, 2), {"5"});
  std::string order;
  for (const auto& each : desk::in_reading_order(book.diagnostics)) order += each.arguments[0];
  CHECK(order == "45321");
}

}  // namespace
}  // namespace huozi
