#include "proof/word_finder.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "base/utf8.h"
#include "proof/rules.h"

namespace huozi::proof {
namespace {

constexpr std::u32string_view kDigits = U"0123456789〇零一二三四五六七八九十两";
constexpr std::u32string_view kTime = U"0123456789〇零一二三四五六七八九十百千万亿两年月日号底末初上中下旬时点分";

bool is_edge(char32_t c) {
  return !is_han(c) && !is_latin(c) && c != kObject;
}

bool stands_at(const Stretch& text, size_t at, std::u32string_view words) {
  return at <= text.text.size() && std::u32string_view(text.text).substr(at, words.size()) == words;
}

bool stands_behind(const Stretch& text, size_t at, std::u32string_view pattern) {
  for (const char32_t wanted : pattern) {
    if (wanted == U'#') {
      if (!one_of(text.at(at), kDigits)) return false;
      while (at < text.text.size() && one_of(text.at(at), kTime)) ++at;
    } else if (wanted == U'|' ? !is_edge(text.at(at)) : text.at(at) != wanted) {
      return false;
    } else {
      ++at;
    }
  }
  return true;
}

bool stands_before(const Stretch& text, size_t at, std::u32string_view pattern) {
  for (size_t left = pattern.size(); left > 0; --left) {
    const char32_t wanted = pattern[left - 1];
    if (wanted == U'#') {
      const size_t end = at;
      while (at > 0 && one_of(text.at(at - 1), kTime)) --at;
      if (at == end) return false;
    } else if (wanted == U'|' ? !is_edge(text.before(at)) : text.before(at) != wanted) {
      return false;
    } else if (at > 0) {
      --at;
    }
  }
  return true;
}

bool is_excepted(const Word& word, const Stretch& text, size_t i) {
  return std::any_of(word.except.begin(), word.except.end(), [&](const std::u32string& whole) {
    for (size_t at = whole.find(word.wrong); at != whole.npos; at = whole.find(word.wrong, at + 1)) {
      if (at <= i && stands_at(text, i - at, whole)) return true;
    }
    return false;
  });
}

bool fits(const Word& word, const Stretch& text, size_t i) {
  const size_t end = i + word.wrong.size();
  const auto before = [&](const std::u32string& each) { return stands_before(text, i, each); };
  const auto after = [&](const std::u32string& each) { return stands_behind(text, end, each); };
  if (!word.before.empty() && std::none_of(word.before.begin(), word.before.end(), before)) return false;
  if (!word.after.empty() && std::none_of(word.after.begin(), word.after.end(), after)) return false;
  return !is_excepted(word, text, i);
}

}  // namespace

bool is_quoted(const Stretch& text, size_t begin, size_t end) {
  return one_of(text.before(begin), U"“‘「『\"") && one_of(text.at(end), U"”’」』\"");
}

WordFinder::WordFinder(const Words& words) {
  for (const Word& word : words.entries) {
    if (word.wrong.empty() || std::find(words.off.begin(), words.off.end(), word.wrong) != words.off.end()) continue;
    by_words_[word.wrong].push_back(&word);
    std::vector<size_t>& lengths = lengths_[word.wrong.front()];
    if (std::find(lengths.begin(), lengths.end(), word.wrong.size()) == lengths.end())
      lengths.push_back(word.wrong.size());
  }
  for (auto& [first, lengths] : lengths_) std::sort(lengths.begin(), lengths.end(), std::greater<>());
}

const Word* WordFinder::at(const Stretch& text, size_t i) const {
  const auto lengths = lengths_.find(text.at(i));
  if (lengths == lengths_.end()) return nullptr;
  for (const size_t length : lengths->second) {
    const auto words = by_words_.find(std::u32string_view(text.text).substr(i, length));
    if (words == by_words_.end()) continue;
    for (const Word* word : words->second) {
      if (fits(*word, text, i)) return word;
    }
  }
  return nullptr;
}

void WordFinder::check(const Stretch& text, Script script, Findings& out) const {
  for (size_t i = 0; i < text.text.size(); ++i) {
    const Word* word = at(text, i);
    if (word == nullptr) continue;
    const size_t end = i + word->wrong.size();
    if (is_quoted(text, i, end) || (script == Script::traditional && word->rule == "proof.c04")) continue;
    const std::string right = base::to_utf8(word->right);
    // Which of two words goes is plain; but what is doubled may be the trace of something that is missing.
    std::optional<std::string> fix;
    if (word->rule != "proof.c01") fix = right;
    report(out, text, word->rule, i, end, {text.words(i, end), right}, std::move(fix));
    i = end - 1;
  }
}

}  // namespace huozi::proof
