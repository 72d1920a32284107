#include <algorithm>

#include "proof/rules.h"
#include "proof/word_finder.h"

namespace huozi::proof {
namespace {

// Shorter ones are said twice for emphasis: 研究研究, 一点一点.
constexpr size_t kShortest = 4;
constexpr size_t kLongest = 30;

bool same(const Stretch& text, size_t a, size_t b, size_t length) {
  return std::u32string_view(text.text).substr(a, length) == std::u32string_view(text.text).substr(b, length);
}

// 哈哈哈哈, 一步一步: what is itself something said twice is said on purpose.
bool has_many_characters(const Stretch& text, size_t begin, size_t length) {
  std::u32string own = text.text.substr(begin, length);
  std::sort(own.begin(), own.end());
  return static_cast<size_t>(std::unique(own.begin(), own.end()) - own.begin()) >= kShortest;
}

// What stands twice or more in text[begin, end), each time `length` characters.
bool is_slip(const Stretch& text, size_t begin, size_t length, size_t end) {
  const size_t twice = begin + 2 * length;
  // A term in bold and the sentence that explains it; a paragraph that begins with its own heading.
  if (begin == 0 || !text.exact(begin, twice)) return false;
  // Said three times it is a chant.
  if (end - begin >= 3 * length || is_quoted(text, begin, twice)) return false;
  // 含有要对齐的字符串的字符串变量: one thing of another.
  if (text.at(begin) == U'的' || text.at(begin + length - 1) == U'的') return false;
  return has_many_characters(text, begin, length);
}

}  // namespace

void check_repeats(const Stretch& text, Findings& out) {
  size_t han = 0;  // ideographs in a row that end here
  std::vector<size_t> row(text.text.size() + 1, 0);
  for (size_t i = text.text.size(); i-- > 0;) {
    han = is_han(text.at(i)) ? han + 1 : 0;
    row[i] = han;
  }
  for (size_t i = 0; i < text.text.size(); ++i) {
    for (size_t length = kShortest; length <= kLongest && length * 2 <= row[i]; ++length) {
      if (text.at(i) != text.at(i + length) || !same(text, i, i + length, length)) continue;
      size_t end = i + 2 * length;
      while (end < i + row[i] && text.at(end) == text.at(end - length)) ++end;
      if (is_slip(text, i, length, end)) {
        report(out, text, "proof.c01", i, i + 2 * length, {text.words(i, i + 2 * length), text.words(i, i + length)});
      }
      i = end - 1;
      break;
    }
  }
}

}  // namespace huozi::proof
