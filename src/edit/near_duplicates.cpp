#include "edit/near_duplicates.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "document/walk.h"

namespace huozi::edit {
namespace {

constexpr size_t kRun = 5;
constexpr size_t kShortestText = 100;
constexpr size_t kSample = 128;

// The hashes of all runs of a text that is handed over character by character.
class Runs {
 public:
  void add(std::string_view text) {
    for (const auto item : base::CodePoints(text)) {
      if (u_isalnum(static_cast<UChar32>(item.code_point)) == 0) continue;
      last_[length_++ % kRun] = item.code_point;
      if (length_ < kRun) continue;
      std::array<char32_t, kRun> run;
      for (size_t i = 0; i < kRun; ++i) run[i] = last_[(length_ + i) % kRun];
      hashes_.push_back(base::hash64({reinterpret_cast<const char*>(run.data()), sizeof run}));
    }
  }

  std::vector<uint64_t> take() {
    if (length_ < kShortestText) hashes_.clear();
    std::sort(hashes_.begin(), hashes_.end());
    hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
    return std::move(hashes_);
  }

 private:
  std::array<char32_t, kRun> last_{};
  size_t length_ = 0;  // characters so far
  std::vector<uint64_t> hashes_;
};

struct Overlap {
  size_t shared = 0;
  size_t all = 0;
};

// Of the `limit` smallest hashes of both together.
Overlap overlap(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b, size_t limit) {
  Overlap found;
  auto i = a.begin();
  auto k = b.begin();
  for (; found.all < limit && (i != a.end() || k != b.end()); ++found.all) {
    if (k == b.end() || (i != a.end() && *i < *k)) {
      ++i;
    } else if (i == a.end() || *k < *i) {
      ++k;
    } else {
      ++found.shared;
      ++i;
      ++k;
    }
  }
  return found;
}

double ratio(const Overlap& found) {
  return found.all == 0 ? 0 : static_cast<double>(found.shared) / static_cast<double>(found.all);
}

}  // namespace

Fingerprint::Fingerprint(const document::Document& document) {
  Runs runs;
  document::walk(
      document.blocks, document::Notes::enter,
      [&](const document::Block& block) {
        if (const auto* code = std::get_if<document::CodeBlock>(&block.content)) runs.add(code->text);
      },
      [&](const document::Inline& node) {
        if (const auto* text = std::get_if<document::Text>(&node.content)) runs.add(text->text);
      });
  runs_ = runs.take();
}

double Fingerprint::similarity(const Fingerprint& other) const {
  if (runs_.empty() || other.runs_.empty()) return 0;
  return ratio(overlap(runs_, other.runs_, runs_.size() + other.runs_.size()));
}

bool Fingerprint::may_reach(const Fingerprint& other, double least) const {
  const auto [fewer, more] = std::minmax(runs_.size(), other.runs_.size());
  if (fewer == 0 || static_cast<double>(fewer) < least * static_cast<double>(more)) return false;
  // The smallest hashes are a fair sample (Broder's bottom sketch); four standard deviations at 0.8 are 0.14.
  constexpr double kDoubt = 0.15;
  return ratio(overlap(runs_, other.runs_, kSample)) >= least - kDoubt;
}

std::vector<NearDuplicate> near_duplicates(const std::vector<Fingerprint>& articles) {
  std::vector<NearDuplicate> found;
  for (size_t i = 0; i < articles.size(); ++i) {
    for (size_t k = i + 1; k < articles.size(); ++k) {
      if (!articles[i].may_reach(articles[k], kNearDuplicate)) continue;
      const double similarity = articles[i].similarity(articles[k]);
      if (similarity >= kNearDuplicate) found.push_back({i, k, static_cast<int>(similarity * 100)});
    }
  }
  return found;
}

}  // namespace huozi::edit
