#include "compare/matching.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "compare/align.h"
#include "compare/likeness.h"

namespace huozi::compare {
namespace {

constexpr int kVersion = 450;       // so alike are two versions of a sentence at the least (see likeness)
constexpr int kMovedVersion = 600;  // and two of a paragraph that moved
constexpr size_t kMovedFeatures = 16;
constexpr int kBetter = 25;  // by so much a sentence more makes two groups more alike
constexpr uint32_t kMostInGroup = 4;
constexpr size_t kMovedBytes = 24;  // a shorter paragraph moved only if it is the one with its words
constexpr size_t kMovedBytesAlone = 6;
constexpr size_t kMostRecut = 64;  // sentences

using Ids = std::vector<uint32_t>;

bool stands_alone(std::string_view element) {
  return element.starts_with('h') || element == "td" || element == "th" || element == "dt";
}

class Matcher {
 public:
  Matcher(const Stream& before, const Stream& after) : a_(before), b_(after) {
    out_.partner_before.assign(a_.sentences.size(), kNone);
    out_.partner_after.assign(b_.sentences.size(), kNone);
    out_.group_before.assign(a_.sentences.size(), kNone);
    out_.group_after.assign(b_.sentences.size(), kNone);
    out_.moved_before.assign(a_.paragraphs.size(), false);
    out_.moved_after.assign(b_.paragraphs.size(), false);
  }

  Matching run() {
    const Pairs kept = common_items(a_.paragraph_items, b_.paragraph_items);
    std::vector<bool> kept_before(a_.paragraphs.size()), kept_after(b_.paragraphs.size());
    for (const auto& [p, q] : kept) {
      match_paragraph(p, q);
      kept_before[p] = kept_after[q] = true;
    }
    find_moved(kept_before, kept_after);
    uint32_t p_at = 0, q_at = 0;
    const auto gap = [&](uint32_t p, uint32_t q) {
      compare_stretch(open_before(p_at, p), open_after(q_at, q));
      p_at = p + 1;
      q_at = q + 1;
    };
    for (const auto& [p, q] : kept) gap(p, q);
    gap(static_cast<uint32_t>(a_.paragraphs.size()), static_cast<uint32_t>(b_.paragraphs.size()));
    find_moved_versions();
    std::sort(out_.moved.begin(), out_.moved.end(),
              [](const MovedParagraph& x, const MovedParagraph& y) { return x.after < y.after; });
    return std::move(out_);
  }

 private:
  void match_paragraph(uint32_t p, uint32_t q) {
    // Equal texts may be cut otherwise: a heading became a paragraph.
    const uint32_t count = a_.first[p + 1] - a_.first[p];
    if (count != b_.first[q + 1] - b_.first[q]) {
      add_group({{a_.first[p], a_.first[p + 1]}, {b_.first[q], b_.first[q + 1]}, true});
      return;
    }
    for (uint32_t k = 0; k < count; ++k) pair(a_.first[p] + k, b_.first[q] + k);
  }

  void pair(uint32_t s, uint32_t t) {
    out_.partner_before[s] = t;
    out_.partner_after[t] = s;
  }

  void add_group(const Group& group) {
    const auto number = static_cast<uint32_t>(out_.groups.size());
    for (uint32_t s = group.before.begin; s < group.before.end; ++s) out_.group_before[s] = number;
    for (uint32_t t = group.after.begin; t < group.after.end; ++t) out_.group_after[t] = number;
    out_.groups.push_back(group);
  }

  void add_moved(uint32_t p, uint32_t q) {
    out_.moved.push_back({p, q});
    out_.moved_before[p] = out_.moved_after[q] = true;
  }

  // The first of a text that was left over with the first, the second with the second; then what stood beside them and
  // still does, however short.
  void find_moved(const std::vector<bool>& kept_before, const std::vector<bool>& kept_after) {
    std::unordered_map<uint32_t, uint32_t> counts;
    for (const uint32_t item : a_.paragraph_items) ++counts[item];
    for (const uint32_t item : b_.paragraph_items) ++counts[item];
    std::unordered_map<uint32_t, Ids> left;
    for (size_t q = b_.paragraphs.size(); q-- > 0;) {
      if (!kept_after[q]) left[b_.paragraph_items[q]].push_back(static_cast<uint32_t>(q));
    }
    Ids moved_to(a_.paragraphs.size(), kNone);
    const auto move = [&](uint32_t p, uint32_t q) {
      match_paragraph(p, q);
      add_moved(p, q);
      moved_to[p] = q;
    };
    for (uint32_t p = 0; p < a_.paragraphs.size(); ++p) {
      const uint32_t item = a_.paragraph_items[p];
      const auto found = kept_before[p] ? left.end() : left.find(item);
      if (found == left.end() || found->second.empty()) continue;
      const size_t bytes = a_.paragraph(p).text.size();
      if (bytes < kMovedBytes && (counts[item] != 2 || bytes < kMovedBytesAlone)) continue;
      move(p, found->second.back());
      found->second.pop_back();
    }
    const auto move_beside = [&](uint32_t p, uint32_t q) {
      const bool inside = p < a_.paragraphs.size() && q < b_.paragraphs.size();  // before the first: kNone
      if (!inside || kept_before[p] || kept_after[q] || out_.moved_before[p] || out_.moved_after[q]) return;
      if (a_.paragraph_items[p] == b_.paragraph_items[q]) move(p, q);
    };
    for (uint32_t p = 0; p < a_.paragraphs.size(); ++p) {
      if (moved_to[p] != kNone) move_beside(p + 1, moved_to[p] + 1);
    }
    for (auto p = static_cast<uint32_t>(a_.paragraphs.size()); p-- > 0;) {
      if (moved_to[p] != kNone) move_beside(p - 1, moved_to[p] - 1);
    }
  }

  template <typename IsOpen>
  static Ids open_sentences(const Stream& stream, uint32_t begin, uint32_t end, IsOpen is_open) {
    Ids out;
    for (uint32_t s = stream.first[begin]; s < stream.first[std::max(begin, end)]; ++s) {
      if (is_open(s)) out.push_back(s);
    }
    return out;
  }
  Ids open_before(uint32_t begin, uint32_t end) const {
    return open_sentences(a_, begin, end, [&](uint32_t s) { return out_.is_open_before(s); });
  }
  Ids open_after(uint32_t begin, uint32_t end) const {
    return open_sentences(b_, begin, end, [&](uint32_t t) { return out_.is_open_after(t); });
  }

  // Sentences between two paragraphs that stayed.
  void compare_stretch(const Ids& before, const Ids& after) {
    if (before.empty() || after.empty()) return;
    Ids a_items, b_items;
    for (const uint32_t s : before) a_items.push_back(a_.sentence_items[s]);
    for (const uint32_t t : after) b_items.push_back(b_.sentence_items[t]);
    size_t i_at = 0, j_at = 0;
    const auto gap = [&](size_t i, size_t j) {
      compare_unequal(Ids(before.begin() + std::ptrdiff_t(i_at), before.begin() + std::ptrdiff_t(i)),
                      Ids(after.begin() + std::ptrdiff_t(j_at), after.begin() + std::ptrdiff_t(j)));
      i_at = i + 1;
      j_at = j + 1;
    };
    for (const auto& [i, j] : common_items(a_items, b_items)) {
      pair(before[i], after[j]);
      gap(i, j);
    }
    gap(before.size(), after.size());
  }

  // None of these stands in both.
  void compare_unequal(const Ids& before, const Ids& after) {
    if (before.empty() || after.empty() || cut_otherwise(before, after)) return;
    std::vector<Features> a, b;
    for (const uint32_t s : before) a.push_back(features_of(a_.sentence(s)));
    for (const uint32_t t : after) b.push_back(features_of(b_.sentence(t)));
    const Pairs chain = heaviest_chain(like_pairs(a, b, kVersion));
    std::vector<Group> found;
    for (const auto& [i, j] : chain) {
      found.push_back({{before[i], before[i] + 1}, {after[j], after[j] + 1}});
      add_group(found.back());
    }
    const auto first = static_cast<uint32_t>(out_.groups.size() - found.size());
    for (uint32_t g = first; g < out_.groups.size(); ++g) grow(g);
    pair_lone(before, after);
  }

  // A paragraph cut in two amid a sentence, or two made one.
  bool cut_otherwise(const Ids& before, const Ids& after) {
    if (before.size() + after.size() > kMostRecut || before.size() == after.size()) return false;
    if (before.back() - before.front() + 1 != before.size() || after.back() - after.front() + 1 != after.size()) {
      return false;
    }
    std::string a, b;
    for (const uint32_t s : before) a += a_.sentence(s);
    for (const uint32_t t : after) b += b_.sentence(t);
    if (a != b) return false;
    add_group({{before.front(), before.back() + 1}, {after.front(), after.back() + 1}, true});
    return true;
  }

  std::string_view words(const Stream& stream, Range group) const {
    const Sentence& first = stream.sentences[group.begin];
    return stream.text(first.paragraph, {first.text.begin, stream.sentences[group.end - 1].text.end});
  }

  int alike(const Group& group) const {
    return likeness(features_of(words(a_, group.before)), features_of(words(b_, group.after)));
  }

  // Takes neighbours in: two sentences became one, or one became two.
  void grow(uint32_t number) {
    Group& group = out_.groups[number];
    int best = alike(group);
    const auto may_take = [](const Stream& stream, Range have, uint32_t s, auto is_open) {
      return s < stream.sentences.size() && have.end - have.begin < kMostInGroup &&
             stream.sentences[s].paragraph == stream.sentences[have.begin].paragraph && is_open(s);
    };
    const auto open_a = [&](uint32_t s) { return out_.is_open_before(s); };
    const auto open_b = [&](uint32_t t) { return out_.is_open_after(t); };
    for (bool grown = true; grown;) {
      grown = false;
      const auto take = [&](Range Group::*side, Range wider) {
        Group with = group;
        with.*side = wider;
        const int now = alike(with);
        if (now < best + kBetter) return;
        best = now;
        group = with;
        grown = true;
      };
      const Range a = group.before, b = group.after;
      if (may_take(a_, a, a.end, open_a)) take(&Group::before, {a.begin, a.end + 1});
      if (!grown && a.begin > 0 && may_take(a_, a, a.begin - 1, open_a)) take(&Group::before, {a.begin - 1, a.end});
      if (!grown && may_take(b_, b, b.end, open_b)) take(&Group::after, {b.begin, b.end + 1});
      if (!grown && b.begin > 0 && may_take(b_, b, b.begin - 1, open_b)) take(&Group::after, {b.begin - 1, b.end});
      for (uint32_t s = group.before.begin; s < group.before.end; ++s) out_.group_before[s] = number;
      for (uint32_t t = group.after.begin; t < group.after.end; ++t) out_.group_after[t] = number;
    }
  }

  // Headings and cells at the same place are versions of each other whatever they say: between two that are, as many of
  // the same kinds.
  void pair_lone(const Ids& before, const Ids& after) {
    Ids a, b;
    const auto flush = [&] {
      const auto same = [&](uint32_t s, uint32_t t) {
        const std::string& element = a_.paragraph(a_.sentences[s].paragraph).element;
        return stands_alone(element) && element == b_.paragraph(b_.sentences[t].paragraph).element;
      };
      if (std::equal(a.begin(), a.end(), b.begin(), b.end(), same)) {
        for (size_t k = 0; k < a.size(); ++k) add_group({{a[k], a[k] + 1}, {b[k], b[k] + 1}});
      }
      a.clear();
      b.clear();
    };
    size_t j = 0;
    for (const uint32_t s : before) {
      if (out_.is_open_before(s)) {
        a.push_back(s);
        continue;
      }
      const uint32_t number = out_.group_before[s];
      for (; j < after.size() && out_.group_after[after[j]] != number; ++j) {
        if (out_.is_open_after(after[j])) b.push_back(after[j]);
      }
      flush();
    }
    for (; j < after.size(); ++j) {
      if (out_.is_open_after(after[j])) b.push_back(after[j]);
    }
    flush();
  }

  template <typename IsOpen>
  static Ids open_paragraphs(const Stream& stream, IsOpen is_open) {
    Ids out;
    for (uint32_t p = 0; p < stream.paragraphs.size(); ++p) {
      bool open = true;
      for (uint32_t s = stream.first[p]; s < stream.first[p + 1] && open; ++s) open = is_open(s);
      if (open) out.push_back(p);
    }
    return out;
  }

  // Paragraphs that moved and changed.
  void find_moved_versions() {
    const Ids before = open_paragraphs(a_, [&](uint32_t s) { return out_.is_open_before(s); });
    const Ids after = open_paragraphs(b_, [&](uint32_t t) { return out_.is_open_after(t); });
    if (before.empty() || after.empty()) return;
    const auto features = [](const Stream& stream, const Ids& paragraphs) {
      std::vector<Features> out;
      for (const uint32_t p : paragraphs) {
        out.push_back(features_of(stream.paragraph(p).text));
        if (out.back().size() < kMovedFeatures) out.back().clear();
      }
      return out;
    };
    std::vector<Weighted> found = like_pairs(features(a_, before), features(b_, after), kMovedVersion);
    std::stable_sort(found.begin(), found.end(),
                     [](const Weighted& x, const Weighted& y) { return x.weight > y.weight; });
    for (const Weighted& each : found) {
      const uint32_t p = before[each.a], q = after[each.b];
      if (out_.moved_before[p] || out_.moved_after[q]) continue;
      add_moved(p, q);
      compare_stretch(open_before(p, p + 1), open_after(q, q + 1));
    }
  }

  const Stream& a_;
  const Stream& b_;
  Matching out_;
};

}  // namespace

Matching match(const Stream& before, const Stream& after) {
  return Matcher(before, after).run();
}

}  // namespace huozi::compare
