#include "compare/marks.h"

#include <algorithm>

#include "base/utf8.h"
#include "compare/align.h"

namespace huozi::compare {
namespace {

constexpr size_t kMostEdits = 512;
constexpr size_t kMostSteps = 2'000'000;

struct Characters {
  std::vector<uint32_t> items;
  std::vector<uint32_t> offsets;  // one more than items
};

Characters characters_of(std::string_view text) {
  Characters out;
  for (const auto c : base::CodePoints(text)) {
    out.items.push_back(static_cast<uint32_t>(c.code_point));
    out.offsets.push_back(c.offset);
  }
  out.offsets.push_back(static_cast<uint32_t>(text.size()));
  return out;
}

// Characters [a.begin, a.end) of the old text became [b.begin, b.end) of the new one.
struct Edit {
  Range a, b;
  uint32_t size() const { return std::max(a.end - a.begin, b.end - b.begin); }
};

std::vector<Edit> edits_between(const Pairs& same, Range a, Range b) {
  std::vector<Edit> out;
  const auto until = [&](uint32_t i, uint32_t j) {
    if (i > a.begin || j > b.begin) out.push_back({{a.begin, i}, {b.begin, j}});
  };
  for (const auto& [i, j] : same) {
    until(i, j);
    a.begin = i + 1;
    b.begin = j + 1;
  }
  until(a.end, b.end);
  return out;
}

// What two edits leave between them says nothing where it is no longer than both.
std::vector<Edit> joined(const std::vector<Edit>& edits) {
  std::vector<Edit> out;
  for (const Edit& edit : edits) {
    const uint32_t between = out.empty() ? 0 : edit.a.begin - out.back().a.end;
    if (!out.empty() && between < out.back().size() && between < edit.size()) {
      out.back().a.end = edit.a.end;
      out.back().b.end = edit.b.end;
    } else {
      out.push_back(edit);
    }
  }
  return out;
}

bool is_digit(uint32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

// A number is read as a whole: where a digit of it changed, all of it is told.
std::vector<Edit> of_whole_numbers(const std::vector<Edit>& edits, const std::vector<uint32_t>& a,
                                   const std::vector<uint32_t>& b) {
  std::vector<Edit> out;
  for (size_t i = 0; i < edits.size(); ++i) {
    Edit edit = edits[i];
    const uint32_t least = out.empty() ? 0 : out.back().a.end;
    const auto most = static_cast<uint32_t>(i + 1 < edits.size() ? edits[i + 1].a.begin : a.size());
    const auto digit_in = [](const std::vector<uint32_t>& text, Range range, bool first) {
      return range.begin < range.end && is_digit(text[first ? range.begin : range.end - 1]);
    };
    const bool starts = digit_in(a, edit.a, true) || digit_in(b, edit.b, true);
    const bool ends = digit_in(a, edit.a, false) || digit_in(b, edit.b, false);
    while (starts && edit.a.begin > least && is_digit(a[edit.a.begin - 1])) --edit.a.begin, --edit.b.begin;
    while (ends && edit.a.end < most && is_digit(a[edit.a.end])) ++edit.a.end, ++edit.b.end;
    if (!out.empty() && edit.a.begin == out.back().a.end && edit.b.begin == out.back().b.end) {
      out.back().a.end = edit.a.end;
      out.back().b.end = edit.b.end;
    } else {
      out.push_back(edit);
    }
  }
  return out;
}

}  // namespace

Marks changed_characters(std::string_view old_text, std::string_view new_text) {
  const Characters a = characters_of(old_text);
  const Characters b = characters_of(new_text);
  const size_t shorter = std::min(a.items.size(), b.items.size());
  size_t head = 0;
  while (head < shorter && a.items[head] == b.items[head]) ++head;
  size_t tail = 0;
  while (tail < shorter - head && a.items[a.items.size() - 1 - tail] == b.items[b.items.size() - 1 - tail]) ++tail;
  const size_t a_count = a.items.size() - head - tail, b_count = b.items.size() - head - tail;
  const size_t limit = std::min(kMostEdits, kMostSteps / (a_count + b_count + 1) + 1);
  auto same = shortest_edit(Items(a.items).subspan(head, a_count), Items(b.items).subspan(head, b_count), limit);
  if (!same) same.emplace();
  for (auto& [i, j] : *same) {
    i += static_cast<uint32_t>(head);
    j += static_cast<uint32_t>(head);
  }
  const auto from = static_cast<uint32_t>(head);
  const Range in_a = {from, static_cast<uint32_t>(head + a_count)},
              in_b = {from, static_cast<uint32_t>(head + b_count)};
  Marks out;
  for (const Edit& edit : of_whole_numbers(joined(edits_between(*same, in_a, in_b)), a.items, b.items)) {
    out.in_old.push_back({a.offsets[edit.a.begin], a.offsets[edit.a.end]});
    out.in_new.push_back({b.offsets[edit.b.begin], b.offsets[edit.b.end]});
  }
  return out;
}

}  // namespace huozi::compare
