#include "text/word_boundary.h"

#include <algorithm>

#include "support/catch.h"

using namespace huozi;

namespace {

std::string words(std::string_view text, std::string_view language = "zh-Hans") {
  std::string out;
  const auto bounds = text::word_boundaries(text, language);
  for (size_t i = 1; i < bounds.size(); ++i) {
    out += (i > 1 ? "|" : "") + std::string(text.substr(bounds[i - 1], bounds[i] - bounds[i - 1]));
  }
  return out;
}

}  // namespace

TEST_CASE("words of Chinese and mixed text are found") {
  CHECK(words("中国人民") == "中国|人民");
  CHECK(words("学习Python语言") == "学习|Python|语言");
  CHECK(words("don’t go") == "don’t| |go");
}

TEST_CASE("both ends are boundaries, whatever the text") {
  CHECK(text::word_boundaries("", "zh") == std::vector<uint32_t>{0});
  CHECK(text::word_boundaries("汉", "zh") == std::vector<uint32_t>{0, 3});
  for (const std::string_view text : {"汉\xFF字", "\xE6\xB1", "（汉）", "a"}) {
    const auto bounds = text::word_boundaries(text, "xx-unknown");
    CHECK(bounds.front() == 0);
    CHECK(bounds.back() == text.size());
    CHECK(std::is_sorted(bounds.begin(), bounds.end()));
  }
}
