#include "compare/marks.h"

#include <string>

#include "support/catch.h"

using namespace huozi::compare;

namespace {

std::string marked(std::string_view before, std::string_view after) {
  const Marks marks = changed_characters(before, after);
  std::string out;
  for (size_t i = 0; i < marks.in_old.size(); ++i) {
    const Range a = marks.in_old[i], b = marks.in_new[i];
    out += std::string(before.substr(a.begin, a.end - a.begin)) + ">" +
           std::string(after.substr(b.begin, b.end - b.begin)) + ";";
  }
  return out;
}

}  // namespace

TEST_CASE("the characters that changed are marked, no others") {
  CHECK(marked("他走的很快。", "他走得很快。") == "的>得;");
  CHECK(marked("桥在河上，人在桥上。", "桥在河上；人在船上。") == "，>；;桥>船;");
  CHECK(marked("茶很香。", "茶真的很香。") == ">真的;");
  CHECK(marked("茶真的很香。", "茶很香。") == "真的>;");
  CHECK(marked("同", "同").empty());
}

TEST_CASE("of a number all digits are marked") {
  CHECK(marked("重500克。", "重520克。") == "500>520;");
  CHECK(marked("重50克。", "重500克。") == "50>500;");
  CHECK(marked("1905年到1911年。", "1906年到1912年。") == "1905>1906;1911>1912;");
  CHECK(marked("共１２本。", "共１３本。") == "１２>１３;");
  CHECK(marked("12345", "92349") == "12345>92349;");
  CHECK(marked("买了3本。", "买了新的3本。") == ">新的;");
}

TEST_CASE("single characters between longer changes are no common ground") {
  CHECK(marked("山中老人在读书", "水边少年在写字") == "山中老人在读书>水边少年在写字;");
}

TEST_CASE("the marks account for everything that differs, however much that is") {
  std::string before, after;
  for (int i = 0; i < 20'000; ++i) {
    before += i % 3 ? "甲" : "乙";
    after += i % 5 ? "甲" : "丙";
  }
  const Marks marks = changed_characters(before, after);
  CHECK(marks.in_old.size() == marks.in_new.size());
  CHECK_FALSE(marks.in_old.empty());
}
