// User CPU of setting paragraphs, one thread, best of five: bench_paragraph [FONTS FOLDER]. What ./dev bench paragraph
// runs. The text is as long as the corpus of web articles the limits were measured on, and always the same.
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "bench/mixed_text.h"
#include "layout/line_breaker.h"
#include "layout/paragraph_input.h"

using namespace huozi;

namespace {

constexpr int64_t kCharacters = 2'400'000;
constexpr int kRuns = 5;

double user_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
}

// How far a pass over all paragraphs goes: each stage's time is the difference between two passes.
enum Stage { kShape, kSpace, kOptimum, kFirstFit, kStages };

struct Result {
  size_t lines = 0;
  layout::LineCost cost;
};

// The longest line that fits, and so on: what an optimum is compared with.
std::vector<uint32_t> first_fit(const layout::BreakInput& in, const layout::BreakRequest& request) {
  std::vector<uint32_t> starts;
  const auto n = static_cast<uint32_t>(in.size());
  for (uint32_t first = 0; first < n;) {
    starts.push_back(first);
    const base::Length room = request.measure - (first == 0 ? request.first_indent : base::Length());
    uint32_t best = first + 1;
    for (uint32_t last = first + 1; last <= n; ++last) {
      const base::Length width = in.width(first, last) - (first > 0 ? in.start_trim[first] : base::Length());
      if (width - in.shrink(first, last) > room + request.em) break;
      const bool allowed = last == n || in.breaks[last] != text::BreakKind::forbidden;
      if (allowed && width - in.shrink(first, last) <= room) best = last;
      if (last < n && in.breaks[last] == text::BreakKind::forced) break;
    }
    first = best;
  }
  return starts;
}

layout::InlineText inline_text(std::string words, text::FontLibrary& fonts) {
  layout::InlineText in;
  layout::TextStyle style;
  style.fonts = &fonts.resolve({{"serif"}, 400, false, "zh-Hans"});
  style.size = base::Length::ratio(21, 2);
  style.line_height = style.size * 2;
  style.language = "zh-Hans";
  in.styles.push_back(style);
  layout::append_text(in, words, 0, {});
  return in;
}

double pass(const std::vector<layout::InlineText>& paragraphs, text::FontLibrary& fonts, Stage stage, Result* result) {
  text::Shaper shaper(fonts);
  layout::BreakRequest request;
  request.em = base::Length::ratio(21, 2);
  request.measure = request.em * 28;
  request.first_indent = request.em * 2;
  // A short text several times over: the clock is coarse.
  const size_t rounds = result || paragraphs.size() > 1 ? 1 : kCharacters / 200'000;
  const double begin = user_seconds();
  for (size_t i = 0; i < rounds * paragraphs.size(); ++i) {
    const layout::InlineText& in = paragraphs[i % paragraphs.size()];
    const text::ShapedText shaped = layout::shape_text(in, shaper);
    if (stage == kShape) continue;
    const layout::BreakInput input = layout::make_break_input(in, shaped);
    if (stage == kSpace) continue;
    const auto starts = stage == kOptimum ? layout::break_lines(input, request) : first_fit(input, request);
    if (!result) continue;
    result->lines += starts.size();
    result->cost += layout::cost_of_lines(input, request, starts);
  }
  return (user_seconds() - begin) / static_cast<double>(rounds);
}

void report(const char* what, const std::vector<std::string>& texts, text::FontLibrary& fonts) {
  int64_t characters = 0;
  std::vector<layout::InlineText> paragraphs;
  for (const std::string& words : texts) {
    for ([[maybe_unused]] const auto c : base::CodePoints(words)) ++characters;
    paragraphs.push_back(inline_text(words, fonts));
  }
  double best[kStages];
  for (int stage = kShape; stage < kStages; ++stage) {
    best[stage] = std::numeric_limits<double>::max();
    for (int i = 0; i < kRuns; ++i) {
      best[stage] = std::min(best[stage], pass(paragraphs, fonts, static_cast<Stage>(stage), nullptr));
    }
    best[stage] *= 1e9 / static_cast<double>(characters);
  }
  std::printf("%s: %zu paragraphs, %ld characters; user ns a character, best of %d:\n", what, paragraphs.size(),
              static_cast<long>(characters), kRuns);
  std::printf("  shaping %.1f + spacing %.1f + optimum fit %.1f = %.1f (with first fit: %.1f)\n", best[kShape],
              best[kSpace] - best[kShape], best[kOptimum] - best[kSpace], best[kOptimum], best[kFirstFit]);
  for (const Stage stage : {kOptimum, kFirstFit}) {
    Result result;
    pass(paragraphs, fonts, stage, &result);
    std::printf("  %-11s %zu lines, demerits %ld, lone last characters %ld, torn %ld\n",
                stage == kOptimum ? "optimum fit" : "first fit", result.lines, static_cast<long>(result.cost.demerits),
                static_cast<long>(result.cost.lone), static_cast<long>(result.cost.torn));
  }
}

}  // namespace

int main(int argc, char** argv) {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  text::FontLibrary fonts(argc > 1 ? argv[1] : "fonts", sources, diagnostics);
  bench::MixedText prose;
  std::vector<std::string> texts;
  for (int64_t made = 0; made < kCharacters; made += static_cast<int64_t>(texts.back().size() / 3)) {
    texts.push_back(prose.paragraph(prose.length()));
  }
  report("a corpus", texts, fonts);
  report("one paragraph", {prose.paragraph(200'000)}, fonts);
}
