#include "index/sources_section.h"

#include <set>

#include "document/plain_text.h"
#include "document/walk.h"
#include "support/catch.h"

using namespace huozi;
using citation::CitedSource;

namespace {

const std::vector<CitedSource> kSources = {
    {{{"2022年3月1日，在会上的讲话", ""}}, "2022-03-01", {{0, 1}, {0, 2}, {0, 3}}},
    {{{"甲：《题》，", ""}, {"https://a.b/", "https://a.b/"}}, "", {{0, 4}}}};

std::vector<std::string> lines(const document::Section& section) {
  std::vector<std::string> out;
  for (const document::Block& block : section.blocks) {
    CHECK(block.info.attributes.has_class("source-entry"));
    out.push_back(document::plain_text(std::get<document::Paragraph>(block.content).children));
  }
  return out;
}

}  // namespace

TEST_CASE("print lists a source with its pages", "[index]") {
  document::Folios folios;
  folios[{0, 1}] = {false, 3, "3"};
  folios[{0, 2}] = {false, 5, "5"};
  folios[{0, 3}] = {false, 6, "6"};
  folios[{0, 4}] = {true, 4, "iv"};
  document::Section section = index::empty_sources_section("zh-Hans");
  CHECK(document::plain_text(section.title) == "引文出处");
  index::fill_sources(section, kSources, false, "zh-Hans", &folios);
  CHECK(lines(section) == std::vector<std::string>{"2022年3月1日，在会上的讲话（引用3次，第3, 5–6页）",
                                                   "甲：《题》，https://a.b/（引用1次，第iv页）"});
  index::fill_sources(section, kSources, false, "zh-Hant", &folios);
  CHECK(lines(section)[1].ends_with("第iv頁）"));
}

TEST_CASE("a style may number the list", "[index]") {
  document::Section section = index::empty_sources_section("zh-Hans");
  index::fill_sources(section, kSources, true, "zh-Hans", nullptr);
  CHECK(lines(section)[1] == "[2] 甲：《题》，https://a.b/（引用1次：1）");
}

TEST_CASE("the e-book links each note", "[index]") {
  document::Section section = index::empty_sources_section("zh-Hans");
  index::fill_sources(section, kSources, false, "zh-Hans", nullptr);
  CHECK(lines(section)[0] == "2022年3月1日，在会上的讲话（引用3次：1、2、3）");
  std::vector<uint32_t> targets;
  std::set<document::NodeId> ids;
  document::walk(
      section, document::Notes::enter, [&](document::Block& block) { CHECK(ids.insert(block.info.id).second); },
      [&](document::Inline& node) {
        CHECK(ids.insert(node.info.id).second);
        const auto* link = std::get_if<document::Link>(&node.content);
        if (link && link->node) targets.push_back(link->node->ordinal);
      });
  CHECK(ids.count(section.info.id) == 0);
  CHECK(targets == std::vector<uint32_t>{1, 2, 3, 4});
}
