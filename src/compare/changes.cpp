#include "compare/changes.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "compare/align.h"
#include "compare/matching.h"
#include "compare/stream.h"

namespace huozi::compare {
namespace {

// Tells what a matching of two streams means.
class Teller {
 public:
  // `body`: what notes and pictures stand in; null: this is it.
  Teller(const Stream& before, const Stream& after, const Teller* body, std::vector<Change>& out)
      : a_(before), b_(after), body_(body), found_(match(before, after)), out_(out) {}

  void run() {
    tell_moved();
    for (const Group& group : found_.groups) {
      if (group.same) continue;
      Change change{Kind::changed, place(a_, group.before), place(b_, group.after)};
      change.marks = changed_characters(words(a_, change.before), words(b_, change.after));
      shift(change.marks.in_old, change.before.text.begin);
      shift(change.marks.in_new, change.after.text.begin);
      out_.push_back(std::move(change));
    }
    tell_one_sided(a_, Kind::removed, [&](uint32_t s) { return found_.is_open_before(s); });
    tell_one_sided(b_, Kind::added, [&](uint32_t t) { return found_.is_open_after(t); });
    tell_cuts();
    tell_recast();
    tell_other_pictures();
  }

 private:
  // Of sentences of one paragraph; of several, the first one's.
  static Place place(const Stream& stream, Range sentences) {
    const Sentence& first = stream.sentences[sentences.begin];
    uint32_t last = sentences.end - 1;
    while (stream.sentences[last].paragraph != first.paragraph) --last;
    return {stream.paragraphs[first.paragraph], {first.text.begin, stream.sentences[last].text.end}};
  }

  static std::string_view words(const Stream& stream, const Place& place) {
    const std::string& text = stream.edition->paragraphs[place.paragraph].text;
    return std::string_view(text).substr(place.text.begin, place.text.end - place.text.begin);
  }

  static void shift(std::vector<Range>& ranges, uint32_t by) {
    for (Range& range : ranges) {
      range.begin += by;
      range.end += by;
    }
  }

  // The paragraph with all its sentences.
  static Place whole(const Stream& stream, uint32_t p) { return place(stream, {stream.first[p], stream.first[p + 1]}); }

  void tell_moved() {
    std::vector<MovedParagraph> moved = found_.moved;
    if (body_ != nullptr) {
      std::erase_if(moved, [&](const MovedParagraph& each) { return stays_with_text(each); });
      add_left_by_text(moved);
    }
    for (size_t i = 0; i < moved.size();) {
      size_t last = i;
      while (last + 1 < moved.size() && moved[last + 1].after == moved[last].after + 1 &&
             moved[last + 1].before == moved[last].before + 1) {
        ++last;
      }
      Change change{Kind::moved, whole(a_, moved[i].before), whole(b_, moved[i].after)};
      change.whole = true;
      change.paragraphs = static_cast<uint32_t>(last - i + 1);
      out_.push_back(std::move(change));
      i = last + 1;
    }
  }

  // A note or picture that is where its paragraph is.
  bool stays_with_text(const MovedParagraph& each) const {
    const uint32_t p = body_->paragraph_before(body_->a_, a_.paragraphs[each.before]);
    const uint32_t q = body_->paragraph_before(body_->b_, b_.paragraphs[each.after]);
    if (p == kNone || q == kNone) return false;
    for (uint32_t t = body_->b_.first[q]; t < body_->b_.first[q + 1]; ++t) {
      const uint32_t s = body_->other_of(false, t);
      if (s != kNone && body_->a_.sentences[s].paragraph == p) return true;
    }
    return false;
  }

  // Notes and pictures in the same order as before, but the text they stood in is not before them any more.
  void add_left_by_text(std::vector<MovedParagraph>& moved) const {
    const std::vector<uint32_t> old_text = body_->kept_text(true), new_text = body_->kept_text(false);
    for (uint32_t q = 0; q < b_.paragraphs.size(); ++q) {
      const uint32_t s = found_.partner_after[b_.first[q]];
      if (s == kNone || found_.moved_after[q]) continue;
      const MovedParagraph each{a_.sentences[s].paragraph, q};
      // Reports that kept no digests have all pictures at the end.
      const auto has_place = [](const Paragraph& paragraph) { return paragraph.note || !paragraph.digest.empty(); };
      if (!has_place(a_.paragraph(each.before)) || !has_place(b_.paragraph(q))) continue;
      const uint32_t before = old_text[paragraph_before(body_->a_, a_.paragraphs[each.before]) + 1];  // kNone + 1: 0
      const uint32_t after = new_text[paragraph_before(body_->b_, b_.paragraphs[q]) + 1];
      if (before != after && !stays_with_text(each)) moved.push_back(each);
    }
    std::sort(moved.begin(), moved.end(),
              [](const MovedParagraph& x, const MovedParagraph& y) { return x.after < y.after; });
  }

  // By paragraph, and before the first: the new one that is the last up to there which is in both and did not move.
  std::vector<uint32_t> kept_text(bool old_side) const {
    const Stream& own = old_side ? a_ : b_;
    uint32_t last = kNone;
    std::vector<uint32_t> out = {last};
    for (uint32_t p = 0; p < own.paragraphs.size(); ++p) {
      const bool moved = (old_side ? found_.moved_before : found_.moved_after)[p];
      for (uint32_t s = own.first[p]; s < own.first[p + 1] && !moved; ++s) {
        const uint32_t other = other_of(old_side, s);
        if (other != kNone) last = old_side ? b_.sentences[other].paragraph : p;
      }
      out.push_back(last);
    }
    return out;
  }

  // The last of the stream's that begins before a paragraph of its edition.
  static uint32_t paragraph_before(const Stream& stream, uint32_t paragraph) {
    const auto next = std::lower_bound(stream.paragraphs.begin(), stream.paragraphs.end(), paragraph);
    return next == stream.paragraphs.begin() ? kNone : static_cast<uint32_t>(next - stream.paragraphs.begin()) - 1;
  }

  // The sentence of the other stream that a sentence is, or the last of those it became.
  uint32_t other_of(bool old_side, uint32_t s) const {
    const uint32_t group = (old_side ? found_.group_before : found_.group_after)[s];
    if (group == kNone) return (old_side ? found_.partner_before : found_.partner_after)[s];
    return (old_side ? found_.groups[group].after : found_.groups[group].before).end - 1;
  }

  // The places in the body's other edition after what each of its paragraphs ends with, or what was before that.
  std::vector<Place> places_of_ends(bool old_side) const {
    const Stream& own = old_side ? a_ : b_;
    const Stream& other = old_side ? b_ : a_;
    Place last = {kNowhere, {}};
    if (!other.sentences.empty()) last = {other.paragraphs[0], {}};
    std::vector<Place> out = {last};
    for (uint32_t p = 0; p < own.paragraphs.size(); ++p) {
      for (uint32_t s = own.first[p]; s < own.first[p + 1]; ++s) {
        const uint32_t found = other_of(old_side, s);
        if (found == kNone) continue;
        const Sentence& at = other.sentences[found];
        last = {other.paragraphs[at.paragraph], {at.text.end, at.text.end}};
      }
      out.push_back(last);
    }
    return out;
  }

  // The place in the other stream after all that came before and stayed.
  class Beside {
   public:
    Beside(const Teller& teller, bool old_side) : teller_(teller), old_side_(old_side) {}

    void pass(uint32_t s) {
      const Matching& found = teller_.found_;
      const Stream& stream = old_side_ ? teller_.a_ : teller_.b_;
      if ((old_side_ ? found.moved_before : found.moved_after)[stream.sentences[s].paragraph]) return;
      const uint32_t other = teller_.other_of(old_side_, s);
      if (other != kNone) last_ = other;
    }

    bool has_passed() const { return last_ != kNone; }

    Place here() const {
      const Stream& other = old_side_ ? teller_.b_ : teller_.a_;
      if (other.sentences.empty()) return {kNowhere, {}};
      const Sentence& at = other.sentences[last_ == kNone ? 0 : last_];
      const uint32_t offset = last_ == kNone ? at.text.begin : at.text.end;
      return {other.paragraphs[at.paragraph], {offset, offset}};
    }

   private:
    const Teller& teller_;
    bool old_side_;
    uint32_t last_ = kNone;
  };

  template <typename IsOpen>
  void tell_one_sided(const Stream& stream, Kind kind, IsOpen is_open) {
    const bool old_side = kind == Kind::removed;
    Beside beside(*this, old_side);
    // A note or a picture comes and goes where the text has it.
    std::vector<Place> ends;
    if (body_ != nullptr) ends = body_->places_of_ends(old_side);
    const auto tell = [&](const Place& own, bool is_whole) {
      Place there = beside.here();
      if (body_ != nullptr && is_whole) {
        const Place& end = ends[paragraph_before(old_side ? body_->a_ : body_->b_, own.paragraph) + 1];  // kNone + 1: 0
        if (!beside.has_passed() || (end.paragraph != kNowhere && end.paragraph > there.paragraph)) there = end;
      }
      Change change{kind, old_side ? own : there, old_side ? there : own};
      change.whole = is_whole;
      out_.push_back(std::move(change));
    };
    for (uint32_t p = 0; p < stream.paragraphs.size(); ++p) {
      bool all = true;
      for (uint32_t s = stream.first[p]; s < stream.first[p + 1]; ++s) all = all && is_open(s);
      if (all) tell(whole(stream, p), true);
      for (uint32_t s = stream.first[p]; s < stream.first[p + 1] && !all; ++s) {
        if (is_open(s)) {
          tell(place(stream, {s, s + 1}), false);
        } else {
          beside.pass(s);
        }
      }
    }
  }

  // Neighbours that stayed, but in one paragraph before and in two now, or the other way round.
  void tell_cuts() {
    uint32_t last = kNone;  // the new sentence before that stayed
    for (uint32_t t = 0; t < b_.sentences.size(); ++t) {
      const uint32_t s = old_of(t);
      if (s == kNone) continue;
      if (last != kNone) {
        const uint32_t before = old_of(last);
        const uint32_t p = a_.sentences[before].paragraph, q = a_.sentences[s].paragraph;
        const uint32_t u = b_.sentences[last].paragraph, v = b_.sentences[t].paragraph;
        if (p == q && u != v) tell_cut(Kind::split, s, t);
        if (p != q && u == v && before < s) tell_cut(Kind::joined, s, t);
      }
      last = t;
    }
    for (const Group& group : found_.groups) {
      if (!group.same) continue;
      const uint32_t old_count = paragraphs(a_, group.before), new_count = paragraphs(b_, group.after);
      if (new_count > old_count) tell_cut(Kind::split, group.before.begin, group.after.end - 1);
      if (new_count < old_count) tell_cut(Kind::joined, group.before.end - 1, group.after.begin);
    }
  }

  static uint32_t paragraphs(const Stream& stream, Range sentences) {
    return stream.sentences[sentences.end - 1].paragraph - stream.sentences[sentences.begin].paragraph + 1;
  }

  uint32_t old_of(uint32_t t) const {
    if (found_.moved_after[b_.sentences[t].paragraph]) return kNone;
    const uint32_t group = found_.group_after[t];
    if (group == kNone) return found_.partner_after[t];
    return found_.groups[group].same ? kNone : found_.groups[group].before.begin;
  }

  void tell_cut(Kind kind, uint32_t s, uint32_t t) {
    out_.push_back({kind, place(a_, {s, s + 1}), place(b_, {t, t + 1})});
  }

  void tell_recast() {
    for (uint32_t q = 0; q < b_.paragraphs.size(); ++q) {
      const uint32_t s = found_.moved_after[q] ? kNone : same_words(b_.first[q]);
      if (s == kNone) continue;
      const uint32_t p = a_.sentences[s].paragraph;
      if (is_heading(a_.paragraph(p)) == is_heading(b_.paragraph(q)) || !is_same(p, q)) continue;
      Change change{Kind::recast, whole(a_, p), whole(b_, q)};
      change.whole = true;
      out_.push_back(std::move(change));
    }
  }

  // The first of the old sentences with its words.
  uint32_t same_words(uint32_t t) const {
    const uint32_t group = found_.group_after[t];
    if (group == kNone) return found_.partner_after[t];
    return found_.groups[group].same ? found_.groups[group].before.begin : kNone;
  }

  bool is_same(uint32_t p, uint32_t q) const { return words(a_, whole(a_, p)) == words(b_, whole(b_, q)); }

  void tell_other_pictures() {
    for (uint32_t t = 0; t < b_.sentences.size(); ++t) {
      const uint32_t s = found_.partner_after[t];
      if (s == kNone) continue;
      const uint32_t p = a_.sentences[s].paragraph, q = b_.sentences[t].paragraph;
      const std::string& before = a_.paragraph(p).digest;
      const std::string& after = b_.paragraph(q).digest;
      if (before.empty() || after.empty() || before == after) continue;
      Change change{Kind::changed, whole(a_, p), whole(b_, q)};
      change.whole = true;
      out_.push_back(std::move(change));
    }
  }

  const Stream& a_;
  const Stream& b_;
  const Teller* body_;
  Matching found_;
  std::vector<Change>& out_;
};

std::vector<PartChange> compare_parts(const Edition& before, const Edition& after, Numbers& numbers) {
  std::map<std::string, std::pair<std::vector<uint32_t>, std::vector<uint32_t>>> rows;
  for (const Paragraph& each : before.paragraphs) {
    if (!each.part.empty()) rows[each.part].first.push_back(numbers.of(each.text));
  }
  for (const Paragraph& each : after.paragraphs) {
    if (!each.part.empty()) rows[each.part].second.push_back(numbers.of(each.text));
  }
  std::vector<PartChange> out;
  for (const auto& [part, items] : rows) {
    const size_t same = common_items(items.first, items.second).size();
    const PartChange change{part, items.first.size() - same, items.second.size() - same};
    if (change.removed + change.added > 0) out.push_back(change);
  }
  return out;
}

// Pages of one label in their order: front matter without folios may share one.
void compare_pages(const Edition& before, const Edition& after, Comparison& out) {
  std::map<std::pair<std::string, size_t>, const Page*> old_pages;
  std::map<std::string, size_t> counts;
  for (const Page& page : before.pages) old_pages[{page.label, counts[page.label]++}] = &page;
  counts.clear();
  for (uint32_t i = 0; i < after.pages.size(); ++i) {
    const Page& page = after.pages[i];
    const auto found = old_pages.find({page.label, counts[page.label]++});
    if (found == old_pages.end() || found->second->digest != page.digest) out.pages_changed.push_back(i);
  }
  std::map<std::string, size_t> seen;
  for (uint32_t i = 0; i < before.pages.size(); ++i) {
    const std::string& label = before.pages[i].label;
    if (seen[label]++ >= counts[label]) out.pages_removed.push_back(i);
  }
}

auto order(const Change& change) {
  return std::tuple(change.after.paragraph, change.after.text.begin, change.kind != Kind::moved,
                    change.before.paragraph, change.before.text.begin, change.kind);
}

}  // namespace

std::string_view kind_name(Kind kind) {
  constexpr std::string_view kNames[] = {"added", "removed", "changed", "moved", "split", "joined", "recast"};
  return kNames[static_cast<size_t>(kind)];
}

Counts counts_of(const Comparison& comparison) {
  Counts out;
  for (const Change& each : comparison.changes) {
    out.added += each.kind == Kind::added;
    out.removed += each.kind == Kind::removed;
    out.changed += each.kind == Kind::changed;
    out.moved += each.kind == Kind::moved;
    out.cut += each.kind == Kind::split || each.kind == Kind::joined;
    out.recast += each.kind == Kind::recast;
  }
  return out;
}

bool is_picture(const Edition& before, const Edition& after, const Change& change) {
  const bool in_old = change.kind == Kind::removed;
  return (in_old ? before.paragraphs[change.before.paragraph] : after.paragraphs[change.after.paragraph]).element ==
         kPicture;
}

bool is_recast(const Edition& before, const Edition& after, const Change& change) {
  if (change.before.paragraph == kNowhere || change.after.paragraph == kNowhere || change.paragraphs > 1) return false;
  if (change.kind != Kind::changed && change.kind != Kind::moved && change.kind != Kind::recast) return false;
  return is_heading(before.paragraphs[change.before.paragraph]) != is_heading(after.paragraphs[change.after.paragraph]);
}

uint32_t first_byte(const Place& place, const std::vector<Range>& marks) {
  return marks.empty() ? place.text.begin : marks.front().begin;
}

const Line* line_at(const Paragraph& paragraph, uint32_t byte) {
  const auto next = std::upper_bound(paragraph.lines.begin(), paragraph.lines.end(), byte,
                                     [](uint32_t at, const Line& line) { return at < line.text_begin; });
  if (paragraph.lines.empty()) return nullptr;
  return next == paragraph.lines.begin() ? &paragraph.lines.front() : &*std::prev(next);
}

Comparison compare(const Edition& before, const Edition& after) {
  Comparison out;
  Numbers numbers;
  const Stream a = stream_of(before, Flow::body, numbers), b = stream_of(after, Flow::body, numbers);
  Teller body(a, b, nullptr, out.changes);
  body.run();
  for (const Flow flow : {Flow::notes, Flow::pictures}) {
    const Stream old_flow = stream_of(before, flow, numbers), new_flow = stream_of(after, flow, numbers);
    Teller(old_flow, new_flow, &body, out.changes).run();
  }
  std::stable_sort(out.changes.begin(), out.changes.end(),
                   [](const Change& x, const Change& y) { return order(x) < order(y); });
  out.parts = compare_parts(before, after, numbers);
  compare_pages(before, after, out);
  return out;
}

}  // namespace huozi::compare
