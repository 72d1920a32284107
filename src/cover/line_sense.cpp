#include "cover/line_sense.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/word_boundary.h"

namespace huozi::cover {
namespace {

constexpr std::u32string_view kMarks = U"，。、；：？！—·》〉）】」』〕)”’ 　,;:?!";
// Marks behind which a title has its pause; a line rather ends there than goes on.
constexpr std::u32string_view kPauses = U"：；。？！　";
// Words that lean on what stands before or after them.
constexpr std::u32string_view kLeansBack = U"的了之们吗呢者性化";
constexpr std::u32string_view kLeansForward = U"与和及在从对为以关與於";

constexpr int64_t kInWord = 28, kInFigure = 40, kInLatinWord = 70, kBetweenWords = 12, kBetweenLatinWords = 8,
                  kLeaning = 8, kUnusedPause = 16, kShort = 8, kLoneCharacter = 30;

bool contains(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_latin(char32_t c) {
  return c < 0x250 && !contains(kMarks, c);
}

size_t half_widths(std::u32string_view line) {
  size_t sum = 0;
  for (const char32_t c : line) sum += c >= 0x2E80 ? 2 : 1;
  return sum;
}

}  // namespace

int64_t division_cost(const std::vector<std::string>& lines, std::string_view language) {
  if (lines.size() < 2) return 0;
  std::string text;
  for (const std::string& line : lines) text += line;
  const std::vector<uint32_t> words = text::word_boundaries(text, language);
  size_t widest = 0;
  for (const std::string& line : lines) widest = std::max(widest, half_widths(base::to_utf32(line)));
  int64_t cost = 0;
  uint32_t end = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::u32string line = base::to_utf32(lines[i]);
    if (line.empty()) continue;
    if (line.size() == 1) cost += kLoneCharacter;
    if (half_widths(line) * 2 < widest) cost += kShort;
    for (size_t k = 0; k + 1 < line.size(); ++k) {
      const bool dash = k > 0 && line[k - 1] == U'—' && line[k] == U'—';  // one alone is a range's
      if (dash || contains(kPauses, line[k])) cost += kUnusedPause;
    }
    if (i > 0 && contains(kLeansBack, line.front())) cost += kLeaning;
    end += static_cast<uint32_t>(lines[i].size());
    if (i + 1 == lines.size()) continue;
    if (line.back() == U' ') cost += kBetweenLatinWords;
    if (contains(kMarks, line.back())) continue;
    if (contains(kLeansForward, line.back())) cost += kLeaning;
    const std::u32string next = base::to_utf32(lines[i + 1]);
    if (!next.empty() && is_latin(line.back()) && is_latin(next.front())) {
      cost += kInLatinWord;
    } else if (line.back() >= U'0' && line.back() <= U'9') {
      cost += kInFigure;  // and what it counts
    } else {
      cost += std::binary_search(words.begin(), words.end(), end) ? kBetweenWords : kInWord;
    }
  }
  // Of long titles the usual end of a line counts; many lines are a burden by themselves.
  const auto count = static_cast<int64_t>(lines.size());
  constexpr int64_t kFew = 3, kMany = 4, kEachMore = 10;
  return cost * kFew / std::max(kFew, count) + kEachMore * std::max<int64_t>(count - kMany, 0);
}

}  // namespace huozi::cover
