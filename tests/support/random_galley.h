// Galleys by dice, with all that a page search can meet: the same seed gives the same one on every machine. Rows and
// pages are those of plain_galley.h. Header only.
#pragma once

#include <algorithm>
#include <random>
#include <utility>

#include "support/plain_galley.h"

namespace huozi::test {

class RandomGalley {
 public:
  struct Kinds {
    int columns = 1;
    bool floats = false;
    bool variants = false;
    bool beside = false;    // notes side by side
    bool moving = false;    // figures that may move
    bool too_tall = false;  // rows, note lines and floats that no page holds
  };

  RandomGalley(uint32_t seed, Kinds kinds) : engine_(seed), kinds_(kinds) {}

  layout::Galley make(uint32_t most_blocks) {
    galley_.columns = kinds_.columns;
    for (const int64_t height : {20, 40}) galley_.heads.push_back({pt(height), {}, {}});
    for (uint32_t block = 0, count = 1 + below(most_blocks); block < count; ++block) add_block();
    for (size_t r = 0; r < galley_.rows.size(); ++r) {
      if (!galley_.rows[r].discardable) call(r);
    }
    if (kinds_.variants) add_variants();
    if (kinds_.moving) add_movables();
    return std::move(galley_);
  }

  // Later pages are those of plain_galley.h.
  layout::PageRooms rooms() {
    constexpr int64_t kFirst[] = {100, 100, 60, 140, 20, 0};
    return test::rooms({pt(kFirst[below(6)]), pt(10 * below(2))});
  }

 private:
  struct Paragraph {
    uint32_t begin, end;
  };

  uint32_t below(uint32_t n) { return static_cast<uint32_t>(engine_() % n); }
  bool one_in(uint32_t n) { return below(n) == 0; }

  void add_block() {
    const size_t first = galley_.rows.size();
    switch (below(8)) {
      case 0:
        add_white();
        return;
      case 1:  // a heading and what it is kept with
        galley_.rows.push_back(row(20 + 20 * below(2)));
        galley_.rows.push_back(row(20, layout::kCostKeep));
        break;
      case 2:
        add_table();
        break;
      case 3:  // a figure
        figures_.push_back(static_cast<uint32_t>(galley_.rows.size()));
        galley_.rows.push_back(row(10 * (1 + below(kinds_.too_tall ? 16 : 6))));
        add_white();
        break;
      default:
        add_paragraph();
    }
    if (one_in(12)) galley_.rows[first].forced_break = true;
  }

  void add_white() {
    layout::Row white = row(10 + 10 * below(3));
    white.discardable = true;
    white.to_grid = one_in(2);
    galley_.rows.push_back(std::move(white));
  }

  void add_table() {
    const uint32_t head = below(2);
    for (uint32_t k = 0, count = 2 + below(9); k < count; ++k) {
      galley_.rows.push_back(row(10 * (1 + below(4)), one_in(3) ? layout::kCostKeep : 0));
      if (k > 0) galley_.rows.back().head = head;
    }
    add_white();
  }

  void add_paragraph() {
    const auto begin = static_cast<uint32_t>(galley_.rows.size());
    std::vector<layout::Row> lines(1 + below(7), row());
    layout::protect_lines(lines, lines.size(), 2, 2);
    std::move(lines.begin(), lines.end(), std::back_inserter(galley_.rows));
    paragraphs_.push_back({begin, static_cast<uint32_t>(galley_.rows.size())});
  }

  // The notes and floats called in a row.
  void call(size_t r) {
    if (one_in(5)) {
      add_note(r);
    } else if (one_in(400)) {
      for (int k = 0; k < 150; ++k) add_note(r);
    }
    while (kinds_.floats && one_in(8)) {
      galley_.rows[r].floats.push_back(static_cast<uint32_t>(galley_.floats.size()));
      layout::PageFloat one;
      one.height = pt(20 * (1 + below(kinds_.too_tall && one_in(10) ? 8 : 5)));
      one.leads = r == 0;
      one.at_foot = !one.leads && one_in(2);
      galley_.floats.push_back(std::move(one));
    }
  }

  void add_note(size_t r) {
    constexpr uint32_t kLines[] = {0, 1, 1, 1, 1, 1, 2, 3, 5, 12};
    const bool very_long = one_in(40);  // more than three pages
    const uint32_t lines = very_long ? 30 + below(30) : kLines[below(10)];
    test::add_note(galley_, r, lines, kinds_.too_tall && one_in(30) ? 130 : 10);
    layout::GalleyNote& note = galley_.notes.back();
    if (!kinds_.beside || lines == 0) return;
    note.room = pt(below(60));
    if (lines == 1 && !one_in(5)) note.run_in = pt(1 + below(40));
  }

  void add_variants() {
    for (const Paragraph& paragraph : paragraphs_) {
      const uint32_t lines = paragraph.end - paragraph.begin;
      if (lines > 1 && one_in(2)) add_variant(paragraph, lines - 1);
      if (one_in(2)) add_variant(paragraph, lines + 1);
    }
  }

  void add_variant(const Paragraph& paragraph, uint32_t lines) {
    layout::ParagraphVariant variant;
    variant.begin = paragraph.begin;
    variant.end = paragraph.end;
    variant.cost = below(30'000);
    variant.rows.assign(lines, row());
    layout::protect_lines(variant.rows, lines, 2, 2);
    const layout::Row& first = galley_.rows[paragraph.begin];
    variant.rows.front().forced_break = first.forced_break;
    variant.rows.front().break_cost = first.break_cost;
    for (uint32_t k = 0; k < paragraph.end - paragraph.begin; ++k) {
      const layout::Row& from = galley_.rows[paragraph.begin + k];
      layout::Row& to = variant.rows[std::min(k, lines - 1)];
      to.calls.insert(to.calls.end(), from.calls.begin(), from.calls.end());
      to.floats.insert(to.floats.end(), from.floats.begin(), from.floats.end());
    }
    galley_.variants.push_back(std::move(variant));
  }

  void add_movables() {
    for (const uint32_t one : figures_) {
      const layout::Row& figure = galley_.rows[one];
      if (!figure.calls.empty() || !figure.floats.empty() || figure.forced_break) continue;
      uint32_t until = one + 1;
      while (until < galley_.rows.size() && galley_.rows[until].discardable) ++until;
      const uint32_t text = until;
      for (const Paragraph& paragraph : paragraphs_) {
        if (paragraph.begin == until && !galley_.rows[until].forced_break) until = paragraph.end;
      }
      if (until > text) galley_.movables.push_back({one, one, one + 1, until});
    }
  }

  std::mt19937 engine_;
  Kinds kinds_;
  layout::Galley galley_;
  std::vector<Paragraph> paragraphs_;
  std::vector<uint32_t> figures_;
};

}  // namespace huozi::test
