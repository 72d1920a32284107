// Whether a line stands as a heading, in percent, from what it says and what stands round it. Inside edit/ only.
// Not here: the change itself and the headings' levels (headings), lines of verse (lines, verse).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edit/lines.h"

namespace huozi::edit {

struct Judgement {
  std::string_view rule;  // heading.bold, heading.plain, heading.number, heading.lead-in
  int confidence = 0;     // 50 and more: a heading
  std::string reason;     // English
};

class HeadingEvidence {
 public:
  // `plain_lines`: lines that are not bold may be headings.
  HeadingEvidence(const document::Blocks& flow, bool plain_lines);

  const std::vector<Line>& lines() const { return lines_; }

  // Nothing for what is no candidate: other blocks, text, lines of verse.
  std::optional<Judgement> judge(size_t i) const;

 private:
  // Where a number stands among those of its family.
  enum class Place { none, first, next, gap };

  Judgement judge_strong(size_t i) const;
  Judgement judge_plain(size_t i) const;
  Judgement judge_arabic(size_t i) const;
  void find_places();
  void find_arabic_headings();
  bool is_in_stack(size_t i) const;
  bool is_attributed(size_t i) const;
  bool precedes_text(size_t i, size_t length) const;
  bool follows_text(size_t i) const;

  std::vector<Line> lines_;
  bool plain_lines_;
  bool short_paragraphs_;             // of one sentence each, as in dialogue
  size_t text_end_;                   // after the last line that is no bold line
  std::vector<Place> places_;         // of each line
  std::vector<bool> arabic_heading_;  // 1、2、3、 in order, with text under each
};

}  // namespace huozi::edit
