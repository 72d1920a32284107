#include "text/long_word.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace huozi::text {
namespace {

constexpr size_t kLongAddress = 16;  // clusters
constexpr size_t kLongName = 20;
constexpr size_t kLeastBefore = 4;
constexpr size_t kLeastElsewhere = 11;  // https:// and a little
constexpr size_t kLeastAfter = 3;       // more than a country's domain

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
bool is_capital(char32_t c) {
  return c >= U'A' && c <= U'Z';
}
bool is_small(char32_t c) {
  return c >= U'a' && c <= U'z';
}
bool is_hexadecimal(char32_t c) {
  return is_digit(c) || (c >= U'A' && c <= U'F') || (c >= U'a' && c <= U'f');
}
bool contains(std::u32string_view set, char32_t c) {
  return set.find(c) != set.npos;
}

// Between two letters or digits on either side; so not within %E6, nor within a number.
bool may_divide(std::u32string_view word, size_t k) {
  if (k < 2 || k + 1 >= word.size()) return false;
  for (const char32_t c : word.substr(k - 2, 4)) {
    if (!is_digit(c) && !is_capital(c) && !is_small(c)) return false;
  }
  const bool escape = k > 2 && word[k - 3] == U'%';
  return !escape && (!is_digit(word[k - 1]) || !is_digit(word[k]));
}

// Whether the word may be divided before its k-th character, k > 0; `next_alphanumeric`: what that character is.
using Joint = bool (*)(std::u32string_view word, size_t k, bool next_alphanumeric);

bool mail_joint(std::u32string_view word, size_t k, bool next_alphanumeric) {
  return next_alphanumeric && contains(U"@.", word[k - 1]);
}

bool address_joint(std::u32string_view word, size_t k, bool next_alphanumeric) {
  // %E6%97%A5: an escape keeps together.
  if (word[k] == U'%') return k + 2 < word.size() && is_hexadecimal(word[k + 1]) && is_hexadecimal(word[k + 2]);
  const bool number = k > 1 && is_digit(word[k - 2]) && is_digit(word[k]) && contains(U".,:-+", word[k - 1]);
  return next_alphanumeric && !number && contains(U"/\\.?&=-_#:;,+", word[k - 1]);
}

bool hump(std::u32string_view word, size_t k) {
  return is_small(word[k - 1]) && is_capital(word[k]);
}
bool scope(std::u32string_view word, size_t k) {
  return k > 1 && (word.substr(k - 2, 2) == U"::" || word.substr(k - 2, 2) == U"->");
}

bool name_joint(std::u32string_view word, size_t k, bool next_alphanumeric) {
  const bool number = is_digit(word[k]);
  return hump(word, k) ||
         (next_alphanumeric && (word[k - 1] == U'_' || scope(word, k) || (word[k - 1] == U'.' && !number)));
}

// What kind of long word it is; null: none.
Joint kind_of(std::u32string_view word) {
  const bool letters = std::any_of(word.begin(), word.end(), [](char32_t c) { return is_small(c) || is_capital(c); });
  if (!letters) return nullptr;
  if (word.size() >= kLongAddress) {
    // Numbers with a solidus are dates and fractions; they have no letters.
    if (word.find_first_of(U"/\\") != word.npos || word.starts_with(U"www.")) return address_joint;
    const size_t at = word.find(U'@');
    if (at != word.npos && at > 0 && word.find(U'.', at) != word.npos) return mail_joint;
  }
  for (size_t k = 1; word.size() >= kLongName && k < word.size(); ++k) {
    if (word[k] == U'_' || hump(word, k) || scope(word, k)) return name_joint;
  }
  return nullptr;
}

}  // namespace

LongWord divide_long_word(const std::vector<Cluster>& clusters, size_t first, size_t last) {
  // Marks around it are the sentence's.
  while (first < last && clusters[first].cls == CharClass::latin_opening) ++first;
  while (first < last && clusters[last - 1].cls == CharClass::latin_closing) --last;
  LongWord result;
  if (last - first < kLongAddress) return result;
  std::u32string word;
  for (size_t k = first; k < last; ++k) word.push_back(clusters[k].code_point);
  const Joint is_joint = kind_of(word);
  for (size_t k = kLeastBefore; is_joint && k + kLeastAfter <= word.size(); ++k) {
    const bool next_alphanumeric = is_alphanumeric(clusters[first + k].cls);
    if (is_joint(word, k, next_alphanumeric)) {
      result.joints.push_back(first + k);
    } else if (is_joint != name_joint && k >= kLeastElsewhere && may_divide(word, k)) {
      result.elsewhere.push_back(first + k);
    }
  }
  return result;
}

}  // namespace huozi::text
