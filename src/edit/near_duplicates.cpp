#include "edit/near_duplicates.h"

#include <algorithm>
#include <array>
#include <tuple>

#include <unicode/uchar.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "document/walk.h"

namespace huozi::edit {
namespace {

constexpr size_t kRun = 5;
constexpr size_t kShortestText = 100;
constexpr size_t kSample = 128;

// By the first byte, then each of these lists, which are short: hashes are spread evenly.
void sort_hashes(std::vector<uint64_t>& hashes) {
  constexpr int kShift = 56;
  std::array<size_t, 257> begins{};
  for (const uint64_t hash : hashes) ++begins[(hash >> kShift) + 1];
  for (size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
  std::vector<uint64_t> sorted(hashes.size());
  std::array<size_t, 257> next = begins;
  for (const uint64_t hash : hashes) sorted[next[hash >> kShift]++] = hash;
  for (size_t i = 0; i + 1 < begins.size(); ++i) {
    std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(begins[i]),
              sorted.begin() + static_cast<std::ptrdiff_t>(begins[i + 1]));
  }
  hashes = std::move(sorted);
}

// The hashes of all runs of a text that is handed over character by character.
class Runs {
 public:
  void add(std::string_view text) {
    for (const auto item : base::CodePoints(text)) {
      const bool is_ideograph = item.code_point >= 0x4E00 && item.code_point <= 0x9FFF;
      if (!is_ideograph && u_isalnum(static_cast<UChar32>(item.code_point)) == 0) continue;
      std::copy(last_.begin() + 1, last_.end(), last_.begin());
      last_.back() = item.code_point;
      if (++length_ < kRun) continue;
      hashes_.push_back(base::hash64({reinterpret_cast<const char*>(last_.data()), sizeof last_}));
    }
  }

  std::vector<uint64_t> take() {
    if (length_ < kShortestText) hashes_.clear();
    sort_hashes(hashes_);
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

// Of the `limit` smallest hashes of both together; given up at the first that is more than `most_apart` in one only.
Overlap overlap(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b, size_t limit, size_t most_apart) {
  Overlap found;
  auto i = a.begin();
  auto k = b.begin();
  for (; found.all < limit && (i != a.end() || k != b.end()); ++found.all) {
    if (found.all - found.shared > most_apart) break;
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

Fingerprint::Fingerprint(const std::vector<std::string_view>& texts) {
  Runs runs;
  for (const std::string_view text : texts) runs.add(text);
  runs_ = runs.take();
}

double Fingerprint::similarity(const Fingerprint& other) const {
  if (runs_.empty() || other.runs_.empty()) return 0;
  const size_t all = runs_.size() + other.runs_.size();
  return ratio(overlap(runs_, other.runs_, all, all));
}

bool Fingerprint::may_reach(const Fingerprint& other, double least) const {
  const auto [fewer, more] = std::minmax({runs_.size(), other.runs_.size()});  // values, not references
  if (fewer == 0 || static_cast<double>(fewer) < least * static_cast<double>(more)) return false;
  // The smallest hashes are a fair sample (Broder's bottom sketch); four standard deviations at 0.8 are 0.14.
  constexpr double kDoubt = 0.15;
  const double wanted = least - kDoubt;
  // With more apart the ratio stays below what is wanted, however many hashes the texts have.
  const double most_apart = std::clamp(1 - wanted, 0.0, 1.0) * kSample + 1;
  return ratio(overlap(runs_, other.runs_, kSample, static_cast<size_t>(most_apart))) >= wanted;
}

Sketch Fingerprint::sketch() const {
  Sketch out{};
  if (runs_.empty()) return out;
  constexpr uint64_t kPart = UINT64_MAX / std::tuple_size_v<Sketch> + 1;
  for (const uint64_t run : runs_) {  // sorted: the first of each part is its least
    uint64_t& least = out[run / kPart];
    if (least == 0) least = run | 1;
  }
  // A part with no run takes the next one's, so that equal texts have equal sketches whatever their length.
  for (size_t i = 0; i < out.size(); ++i) {
    for (size_t k = 1; out[i] == 0; ++k) out[i] = out[(i + k) % out.size()];
  }
  return out;
}

std::vector<std::pair<size_t, size_t>> likely_pairs(const std::vector<Sketch>& sketches) {
  constexpr size_t kRows = 3;  // of 21 bands: at 0.8 one pair in three million shares none
  constexpr size_t kNearest = 8;
  struct Key {
    uint64_t hash;
    size_t place;
    auto operator<=>(const Key&) const = default;
  };
  std::vector<std::pair<size_t, size_t>> pairs;
  std::vector<Key> keys;
  for (size_t band = 0; band < std::tuple_size_v<Sketch>; band += kRows) {
    keys.clear();
    for (size_t i = 0; i < sketches.size(); ++i) {
      if (sketches[i] == Sketch{}) continue;
      const uint64_t* const rows = sketches[i].data() + band;
      keys.push_back({base::hash64({reinterpret_cast<const char*>(rows), kRows * sizeof *rows}), i});
    }
    std::sort(keys.begin(), keys.end());
    for (size_t i = 0; i < keys.size(); ++i) {
      for (size_t k = i + 1; k < keys.size() && k <= i + kNearest && keys[k].hash == keys[i].hash; ++k) {
        pairs.emplace_back(keys[i].place, keys[k].place);
      }
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

std::vector<NearDuplicate> near_duplicates(const std::vector<Fingerprint>& articles) {
  constexpr size_t kFew = 500;
  std::vector<NearDuplicate> found;
  const auto compare = [&](size_t i, size_t k) {
    const double similarity = articles[i].similarity(articles[k]);
    if (similarity >= kNearDuplicate) found.push_back({i, k, static_cast<int>(similarity * 100)});
  };
  if (articles.size() > kFew) {
    std::vector<Sketch> sketches;
    sketches.reserve(articles.size());
    for (const Fingerprint& each : articles) sketches.push_back(each.sketch());
    for (const auto& [i, k] : likely_pairs(sketches)) compare(i, k);
    return found;
  }
  for (size_t i = 0; i < articles.size(); ++i) {
    for (size_t k = i + 1; k < articles.size(); ++k) {
      if (articles[i].may_reach(articles[k], kNearDuplicate)) compare(i, k);
    }
  }
  return found;
}

}  // namespace huozi::edit
