#include "desk/corrections.h"

#include "support/catch.h"

namespace huozi {
namespace {

proof::Fix fix(uint32_t begin, uint32_t end, std::string text) {
  return {{0, begin, end}, std::move(text)};
}

std::string diff(std::string_view text, std::vector<proof::Fix> fixes, std::string_view path = "a.md") {
  return desk::unified_diff(path, text, desk::correct(text, std::move(fixes)).made);
}

// Twelve lines: a to l.
const std::string kText = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n";

TEST_CASE("corrections are put in at their places, whatever their order", "[desk]") {
  const auto out = desk::correct("tea,cup;pot", {fix(7, 8, "；"), fix(3, 4, "，")});
  CHECK(out.text == "tea，cup；pot");
  CHECK(out.made.size() == 2);
  CHECK(out.left.empty());
  CHECK(desk::correct("tea", {}).text == "tea");
  CHECK(desk::correct("", {fix(0, 0, "x")}).text == "x");
}

TEST_CASE("of corrections that overlap the first is made, the other left", "[desk]") {
  const auto out = desk::correct("abcdef", {fix(2, 5, "y"), fix(1, 3, "x")});
  CHECK(out.text == "axdef");
  REQUIRE(out.left.size() == 1);
  CHECK(out.left.front().text == "y");
  // Side by side they do not.
  CHECK(desk::correct("abcdef", {fix(1, 3, "x"), fix(3, 5, "y")}).text == "axyf");
  CHECK(desk::correct("ab", {fix(1, 1, "x"), fix(1, 2, "y")}).text == "axy");
  // Two insertions at one place have no order.
  const auto twice = desk::correct("ab", {fix(1, 1, "x"), fix(1, 1, "y")});
  CHECK(twice.text == "axb");
  CHECK(twice.left.size() == 1);
}

TEST_CASE("the same correction twice is one, and one that changes nothing none", "[desk]") {
  const auto same = desk::correct("abc", {fix(1, 2, "x"), fix(1, 2, "x")});
  CHECK(same.text == "axc");
  CHECK(same.made.size() == 1);
  CHECK(same.left.empty());
  CHECK(desk::correct("abc", {fix(1, 2, "b")}).made.empty());
}

TEST_CASE("what lies outside the text is left", "[desk]") {
  const auto out = desk::correct("abc", {fix(2, 9, "x"), fix(3, 2, "y"), fix(9, 9, "z")});
  CHECK(out.text == "abc");
  CHECK(out.left.size() == 3);
}

TEST_CASE("a patch has three lines of context and real line numbers", "[desk]") {
  CHECK(diff(kText, {fix(10, 11, "F")}) == "--- a.md\n+++ a.md\n@@ -3,7 +3,7 @@\n c\n d\n e\n-f\n+F\n g\n h\n i\n");
  CHECK(diff(kText, {fix(0, 1, "A")}) == "--- a.md\n+++ a.md\n@@ -1,4 +1,4 @@\n-a\n+A\n b\n c\n d\n");
  CHECK(diff(kText, {fix(22, 23, "L")}) == "--- a.md\n+++ a.md\n@@ -9,4 +9,4 @@\n i\n j\n k\n-l\n+L\n");
  CHECK(diff(kText, {}).empty());
}

TEST_CASE("changes near each other share a hunk, others have their own", "[desk]") {
  // b and h: five lines between them; b and j: seven.
  CHECK(diff(kText, {fix(2, 3, "B"), fix(14, 15, "H")}) ==
        "--- a.md\n+++ a.md\n@@ -1,11 +1,11 @@\n a\n-b\n+B\n c\n d\n e\n f\n g\n-h\n+H\n i\n j\n k\n");
  CHECK(diff(kText, {fix(2, 3, "B"), fix(18, 19, "J")}) ==
        "--- a.md\n+++ a.md\n@@ -1,5 +1,5 @@\n a\n-b\n+B\n c\n d\n e\n@@ -7,6 +7,6 @@\n g\n h\n i\n-j\n+J\n k\n l\n");
}

TEST_CASE("lines that come and go move the numbers behind them", "[desk]") {
  CHECK(
      diff(kText, {fix(2, 4, ""), fix(20, 21, "K\nK")}) ==
      "--- a.md\n+++ a.md\n@@ -1,6 +1,5 @@\n a\n-b\n-c\n+c\n d\n e\n f\n@@ -8,5 +7,6 @@\n h\n i\n j\n-k\n+K\n+K\n l\n");
  CHECK(diff("", {fix(0, 0, "x\n")}) == "--- a.md\n+++ a.md\n@@ -0,0 +1 @@\n+x\n");
}

TEST_CASE("a last line without an end, and lines that end in CR LF", "[desk]") {
  CHECK(
      diff("a\nb", {fix(2, 3, "c")}) ==
      "--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n");
  CHECK(diff("a\nb\n", {fix(3, 4, "")}) ==
        "--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n");
  CHECK(diff("a\r\nb\r\n", {fix(0, 1, "A")}) == "--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n-a\r\n+A\r\n b\r\n");
}

TEST_CASE("names are written so that patch finds them", "[desk]") {
  const auto head = [](std::string_view path) {
    const std::string all = diff("a\n", {fix(0, 1, "b")}, path);
    return all.substr(0, all.find('\n'));
  };
  CHECK(head("articles/茶山.md") == "--- articles/茶山.md");
  CHECK(head("my book/a.md") == "--- my book/a.md\t");
  CHECK(head("a\"b\\\n.md") == "--- \"a\\\"b\\\\\\012.md\"");
}

}  // namespace
}  // namespace huozi
