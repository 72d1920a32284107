#include <algorithm>
#include <cstdint>
#include <limits>

#include "base/utf8.h"
#include "epub/cover.h"

namespace huozi::epub {
namespace {

constexpr std::u32string_view kOpening = U"《〈“‘（【「『〔(";
constexpr std::u32string_view kClosing = U"》〉”’）】」』〕)";
constexpr std::u32string_view kStops = U"，。、；：？！,;:?!";
constexpr std::u32string_view kPause = U"，。、；：？！—　 ·";
// Words that lean on what stands before or after them.
constexpr std::u32string_view kLeansBack = U"的了之们吗呢者性化";
constexpr std::u32string_view kLeansForward = U"与和及在从对为以关";
constexpr size_t kLongestTitle = 120;  // beyond this, lines are no longer weighed

bool contains(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}
bool is_wide(char32_t c) {
  return c >= 0x2E80;
}
bool is_blank(char32_t c) {
  return c == U' ' || c == U'　';
}

struct Measure {
  std::u32string text;
  std::vector<int> width;     // of the text before each place, in half characters
  std::vector<int> break_at;  // badness of a break before each place; negative: none may be there

  explicit Measure(std::string_view title) : text(base::to_utf32(title)) {
    width.assign(text.size() + 1, 0);
    break_at.assign(text.size() + 1, -1);
    int depth = 0;
    for (size_t i = 0; i < text.size(); ++i) {
      width[i + 1] = width[i] + (is_wide(text[i]) ? 2 : 1);
      if (i > 0) break_at[i] = badness(i, depth);
      depth += contains(kOpening, text[i]) ? 1 : contains(kClosing, text[i]) ? -1 : 0;
    }
    if (!text.empty()) break_at[text.size()] = 0;
  }

 private:
  int badness(size_t i, int depth) const {
    const char32_t before = text[i - 1];
    const char32_t after = text[i];
    if (contains(kClosing, after) || contains(kStops, after) || contains(kOpening, before)) return -1;
    if (is_blank(after) || before == after) return -1;  // —— and …… stay whole, blanks end a line
    if (contains(kPause, before) || contains(kClosing, before)) return depth > 0 ? 30 : 0;
    if (!is_wide(before) && !is_wide(after)) return -1;
    if (contains(kOpening, after)) return 5;
    int badness = depth > 0 ? 60 : 20;
    if (contains(kLeansBack, before) || contains(kLeansForward, after)) badness -= 10;
    if (contains(kLeansBack, after) || contains(kLeansForward, before)) badness += 25;
    return badness;
  }
};

// The lower the better: uneven lines, breaks in bad places, lone characters.
int64_t cost(const Measure& measure, const std::vector<size_t>& cuts) {
  int widest = 0;
  for (size_t i = 0; i + 1 < cuts.size(); ++i) {
    widest = std::max(widest, measure.width[cuts[i + 1]] - measure.width[cuts[i]]);
  }
  int64_t sum = 0;
  for (size_t i = 0; i + 1 < cuts.size(); ++i) {
    const int64_t slack = widest - (measure.width[cuts[i + 1]] - measure.width[cuts[i]]);
    sum += slack * slack;
    if (cuts[i + 1] - cuts[i] < 2) sum += 100'000;
    sum += 2 * measure.break_at[cuts[i + 1]];
  }
  return sum;
}

}  // namespace

std::vector<std::string> title_lines(std::string_view title, size_t most_lines) {
  const Measure measure(title);
  const size_t end = measure.text.size();
  std::vector<size_t> best = {0, end};
  // Seven characters fill a line at the full size; shorter titles stay whole.
  constexpr int kFullLine = 14;
  const bool weigh = measure.width[end] > kFullLine && end <= kLongestTitle;
  const size_t wanted =
      weigh ? std::min<size_t>(most_lines, static_cast<size_t>((measure.width[end] + kFullLine + 1) / (kFullLine + 2)))
            : 1;
  int64_t best_cost = std::numeric_limits<int64_t>::max();
  const auto consider = [&](const std::vector<size_t>& cuts) {
    const int64_t c = cost(measure, cuts);
    if (c < best_cost) {
      best_cost = c;
      best = cuts;
    }
  };
  for (size_t first = 1; wanted > 1 && first < end; ++first) {
    if (measure.break_at[first] < 0) continue;
    if (wanted == 2) {
      consider({0, first, end});
      continue;
    }
    for (size_t second = first + 1; second < end; ++second) {
      if (measure.break_at[second] >= 0) consider({0, first, second, end});
    }
  }
  std::vector<std::string> lines;
  for (size_t i = 0; i + 1 < best.size(); ++i) {
    std::u32string_view line = std::u32string_view(measure.text).substr(best[i], best[i + 1] - best[i]);
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
    lines.push_back(base::to_utf8(line));
  }
  return lines;
}

}  // namespace huozi::epub
