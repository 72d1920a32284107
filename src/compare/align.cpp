#include "compare/align.h"

#include <algorithm>
#include <unordered_map>

namespace huozi::compare {
namespace {

constexpr size_t kMostEdits = 1024;       // of a stretch without items that lead
constexpr size_t kMostSteps = 8'000'000;  // of such a search
constexpr int kDeepest = 16;              // stretches between leading items are searched for such items again
constexpr uint32_t kNone = UINT32_MAX;

struct Stretch {
  uint32_t a_begin, a_end, b_begin, b_end;
  int depth;
};

struct Occurrences {
  uint32_t in_a = 0, in_b = 0;
  uint32_t last_b = kNone;
};

// The pairs of items that occur once in both stretches, as far as they ascend.
Pairs leading_pairs(Items a, Items b) {
  std::unordered_map<uint32_t, Occurrences> seen;
  for (const uint32_t item : a) ++seen[item].in_a;
  for (size_t j = 0; j < b.size(); ++j) {
    const auto found = seen.find(b[j]);
    if (found == seen.end()) continue;
    ++found->second.in_b;
    found->second.last_b = static_cast<uint32_t>(j);
  }
  std::vector<Weighted> candidates;
  for (size_t i = 0; i < a.size(); ++i) {
    const Occurrences& each = seen.at(a[i]);
    if (each.in_a == 1 && each.in_b == 1) candidates.push_back({static_cast<uint32_t>(i), each.last_b, 1});
  }
  return heaviest_chain(std::move(candidates));
}

// The first of a kind with the first, the second with the second, as far as they ascend.
Pairs counted_pairs(Items a, Items b) {
  std::unordered_map<uint32_t, std::vector<uint32_t>> places;
  for (size_t j = b.size(); j-- > 0;) places[b[j]].push_back(static_cast<uint32_t>(j));
  std::vector<Weighted> candidates;
  for (size_t i = 0; i < a.size(); ++i) {
    const auto found = places.find(a[i]);
    if (found == places.end() || found->second.empty()) continue;
    candidates.push_back({static_cast<uint32_t>(i), found->second.back(), 1});
    found->second.pop_back();
  }
  return heaviest_chain(std::move(candidates));
}

// Takes equal items off both ends of the stretch.
void take_ends(Items a, Items b, Stretch& stretch, Pairs& out) {
  while (stretch.a_begin < stretch.a_end && stretch.b_begin < stretch.b_end &&
         a[stretch.a_begin] == b[stretch.b_begin]) {
    out.emplace_back(stretch.a_begin++, stretch.b_begin++);
  }
  while (stretch.a_begin < stretch.a_end && stretch.b_begin < stretch.b_end &&
         a[stretch.a_end - 1] == b[stretch.b_end - 1]) {
    out.emplace_back(--stretch.a_end, --stretch.b_end);
  }
}

}  // namespace

std::optional<Pairs> shortest_edit(Items a, Items b, size_t limit) {
  // Myers 1986: on diagonal k (a's position less b's) the furthest a reached with d edits; every d is kept for the way
  // back.
  const auto n = static_cast<int64_t>(a.size());
  const auto m = static_cast<int64_t>(b.size());
  const auto most = static_cast<int64_t>(std::min(limit, a.size() + b.size()));
  std::vector<std::vector<int32_t>> reached;  // [d][(k + d) / 2]
  const auto before = [&](int64_t d, int64_t k) -> int64_t {
    if (d < 0 || k < -d || k > d) return -1;
    return reached[static_cast<size_t>(d)][static_cast<size_t>((k + d) / 2)];
  };
  // Where diagonal k is entered with d edits, by an item of b more or by one of a; below zero: not at all.
  const auto entry = [&](int64_t d, int64_t k) -> std::pair<int64_t, bool> {
    if (d == 0) return {0, false};
    const auto inside = [&](int64_t x) { return x >= 0 && x <= n && x >= k && x - k <= m ? x : -1; };
    const int64_t down = inside(before(d - 1, k + 1));
    const int64_t left = before(d - 1, k - 1);
    const int64_t right = left < 0 ? -1 : inside(left + 1);
    return down >= right ? std::pair(down, true) : std::pair(right, false);
  };
  for (int64_t d = 0; d <= most; ++d) {
    std::vector<int32_t>& row = reached.emplace_back(static_cast<size_t>(d + 1), -1);
    for (int64_t k = -d; k <= d; k += 2) {
      int64_t x = entry(d, k).first;
      if (x < 0) continue;
      while (x < n && x - k < m && a[static_cast<size_t>(x)] == b[static_cast<size_t>(x - k)]) ++x;
      row[static_cast<size_t>((k + d) / 2)] = static_cast<int32_t>(x);
      if (x < n || x - k < m) continue;
      Pairs out;
      int64_t at = k;
      for (int64_t e = d; e >= 0; --e) {
        const auto [begin, down] = entry(e, at);
        for (; x > begin; --x) {
          out.emplace_back(static_cast<uint32_t>(x - 1), static_cast<uint32_t>(x - 1 - at));
        }
        if (e == 0) break;
        x = down ? begin : begin - 1;
        at += down ? 1 : -1;
      }
      std::reverse(out.begin(), out.end());
      return out;
    }
  }
  return std::nullopt;
}

Pairs common_items(Items a, Items b) {
  Pairs out;
  std::vector<Stretch> open = {{0, static_cast<uint32_t>(a.size()), 0, static_cast<uint32_t>(b.size()), 0}};
  while (!open.empty()) {
    Stretch stretch = open.back();
    open.pop_back();
    take_ends(a, b, stretch, out);
    if (stretch.a_begin == stretch.a_end || stretch.b_begin == stretch.b_end) continue;
    const Items in_a = a.subspan(stretch.a_begin, stretch.a_end - stretch.a_begin);
    const Items in_b = b.subspan(stretch.b_begin, stretch.b_end - stretch.b_begin);
    Pairs found;
    if (stretch.depth < kDeepest) found = leading_pairs(in_a, in_b);
    if (!found.empty()) {
      uint32_t a_at = stretch.a_begin, b_at = stretch.b_begin;
      for (const auto& [i, j] : found) {
        open.push_back({a_at, stretch.a_begin + i, b_at, stretch.b_begin + j, stretch.depth + 1});
        a_at = stretch.a_begin + i + 1;
        b_at = stretch.b_begin + j + 1;
        out.emplace_back(a_at - 1, b_at - 1);
      }
      open.push_back({a_at, stretch.a_end, b_at, stretch.b_end, stretch.depth + 1});
      continue;
    }
    const size_t limit = std::min(kMostEdits, kMostSteps / (in_a.size() + in_b.size()) + 1);
    auto shortest = shortest_edit(in_a, in_b, limit);
    if (!shortest) shortest = counted_pairs(in_a, in_b);
    for (const auto& [i, j] : *shortest) out.emplace_back(stretch.a_begin + i, stretch.b_begin + j);
  }
  std::sort(out.begin(), out.end());
  return out;
}

Pairs heaviest_chain(std::vector<Weighted> candidates) {
  // By a; those of one a from the last b to the first, so that none follows another of its a.
  std::sort(candidates.begin(), candidates.end(),
            [](const Weighted& x, const Weighted& y) { return x.a != y.a ? x.a < y.a : x.b > y.b; });
  std::vector<uint32_t> places;
  for (const Weighted& each : candidates) places.push_back(each.b);
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());

  struct Best {
    int64_t weight = 0;
    uint32_t candidate = kNone;
  };
  std::vector<Best> tree(places.size() + 1);  // Fenwick's: the heaviest chain that ends before a place
  std::vector<uint32_t> previous(candidates.size(), kNone);
  Best heaviest;
  for (size_t c = 0; c < candidates.size(); ++c) {
    const auto place = std::lower_bound(places.begin(), places.end(), candidates[c].b) - places.begin();
    Best best;
    for (auto i = static_cast<size_t>(place); i > 0; i &= i - 1) {
      if (tree[i].weight > best.weight) best = tree[i];
    }
    previous[c] = best.candidate;
    const Best with = {best.weight + candidates[c].weight, static_cast<uint32_t>(c)};
    for (auto i = static_cast<size_t>(place) + 1; i < tree.size(); i += i & (~i + 1)) {
      if (with.weight > tree[i].weight) tree[i] = with;
    }
    if (with.weight > heaviest.weight) heaviest = with;
  }
  Pairs out;
  for (uint32_t c = heaviest.candidate; c != kNone; c = previous[c]) out.emplace_back(candidates[c].a, candidates[c].b);
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace huozi::compare
