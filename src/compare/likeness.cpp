#include "compare/likeness.h"

#include <algorithm>
#include <unordered_map>

#include "base/utf8.h"

namespace huozi::compare {
namespace {

constexpr size_t kShort = 24;        // characters
constexpr size_t kRare = 32;         // texts that share a feature, at the most, for it to tell anything
constexpr size_t kMostCompared = 4;  // texts of b looked at closely

}  // namespace

Features features_of(std::string_view text) {
  Features out;
  uint32_t last = 0;
  size_t count = 0;
  for (const auto c : base::CodePoints(text)) {
    const auto here = static_cast<uint32_t>(c.code_point);
    // Two code points of 21 bits in 32: those of one plane never fall together but by chance.
    if (count++ > 0) out.push_back(last * 0x9E3779B1u ^ (here + 0x10000u) * 0x85EBCA77u);
    last = here;
  }
  if (count < kShort) {
    for (const auto c : base::CodePoints(text)) out.push_back(static_cast<uint32_t>(c.code_point));
  }
  std::sort(out.begin(), out.end());
  return out;
}

int likeness(const Features& a, const Features& b) {
  if (a.empty() || b.empty()) return 0;
  size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++common, ++i, ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return static_cast<int>(2000 * common / (a.size() + b.size()));
}

std::vector<Weighted> like_pairs(const std::vector<Features>& a, const std::vector<Features>& b, int least) {
  std::unordered_map<uint32_t, std::vector<uint32_t>> places;  // a feature's texts in b; kRare + 1: too many
  for (size_t j = 0; j < b.size(); ++j) {
    for (size_t f = 0; f < b[j].size(); ++f) {
      if (f > 0 && b[j][f] == b[j][f - 1]) continue;
      std::vector<uint32_t>& texts = places[b[j][f]];
      if (texts.size() <= kRare) texts.push_back(static_cast<uint32_t>(j));
    }
  }
  std::vector<Weighted> out;
  std::vector<uint32_t> shared(b.size());
  std::vector<uint32_t> touched;
  for (size_t i = 0; i < a.size(); ++i) {
    touched.clear();
    for (size_t f = 0; f < a[i].size(); ++f) {
      if (f > 0 && a[i][f] == a[i][f - 1]) continue;
      const auto found = places.find(a[i][f]);
      if (found == places.end() || found->second.size() > kRare) continue;
      for (const uint32_t j : found->second) {
        if (shared[j]++ == 0) touched.push_back(j);
      }
    }
    const size_t compared = std::min(touched.size(), kMostCompared);
    std::partial_sort(touched.begin(), touched.begin() + static_cast<std::ptrdiff_t>(compared), touched.end(),
                      [&](uint32_t x, uint32_t y) { return shared[x] != shared[y] ? shared[x] > shared[y] : x < y; });
    for (size_t k = 0; k < compared; ++k) {
      const int alike = likeness(a[i], b[touched[k]]);
      if (alike >= least) out.push_back({static_cast<uint32_t>(i), touched[k], alike});
    }
    for (const uint32_t j : touched) shared[j] = 0;
  }
  return out;
}

}  // namespace huozi::compare
