#include "index/term_matcher.h"

#include <chrono>

#include "support/catch.h"

using namespace huozi;

namespace {

// "term@begin" of each match.
std::string found(const std::vector<std::string>& terms, std::string_view text) {
  const index::TermMatcher matcher(terms);
  std::string out;
  for (const index::Match& match : matcher.find(text)) {
    CHECK(text.substr(match.begin, match.end - match.begin) == terms[match.term]);
    out += (out.empty() ? "" : " ") + terms[match.term] + "@" + std::to_string(match.begin);
  }
  return out;
}

}  // namespace

TEST_CASE("of terms that begin at one place the longest counts", "[index]") {
  CHECK(found({"信访", "信访条例", "条例"}, "信访与信访条例") == "信访@0 信访条例@9");
  CHECK(found({"ab", "bcd", "d"}, "ab bcd") == "ab@0 bcd@3");
}

TEST_CASE("terms do not overlap", "[index]") {
  CHECK(found({"甲乙", "乙丙"}, "甲乙丙") == "甲乙@0");
  CHECK(found({"甲乙", "乙丙", "丙"}, "甲乙丙") == "甲乙@0 丙@6");
  CHECK(found({"啊啊"}, "啊啊啊") == "啊啊@0");
}

TEST_CASE("Latin terms are words", "[index]") {
  CHECK(found({"AI", "C++"}, "AI、FAIR、AIDS、用AI写C++") == "AI@0 AI@22 C++@27");
}

TEST_CASE("terms without words and terms twice do no harm", "[index]") {
  CHECK(found({"", "甲", "甲"}, "甲") == "甲@0");
  CHECK(found({}, "甲").empty());
  CHECK(found({"甲"}, "").empty());
}

TEST_CASE("five hundred terms in a million characters take linear time", "[index]") {
  std::vector<std::string> terms;
  for (int i = 0; i < 500; ++i) terms.push_back("词" + std::to_string(i) + "条");
  for (int i = 0; i < 50; ++i) terms.push_back(std::string(static_cast<size_t>(i) * 3 + 3, 'x'));
  std::string text;
  while (text.size() < 3'000'000) text += "一二三词123条四五六七八词9";
  const index::TermMatcher matcher(terms);
  const auto begin = std::chrono::steady_clock::now();
  const size_t count = matcher.find(text).size();
  const auto took = std::chrono::steady_clock::now() - begin;
  CHECK(count > 50'000);
  INFO("550 terms in 3 MB: " << std::chrono::duration_cast<std::chrono::milliseconds>(took).count() << " ms");
  CHECK(took < std::chrono::seconds(10));
}
