#include "text/spacing.h"

#include <algorithm>

namespace huozi::text {
namespace {

using enum CharClass;

bool is_chinese(CharClass c) {
  return c == han || c == iteration;
}

// What stands with letters and numbers for the gap between Han and Latin: signs and units too, but for those that fill
// a square of their own (℃ ％ ￥).
bool is_latin(const Cluster& c) {
  return is_alphanumeric(c.cls) || ((c.cls == suffix || c.cls == prefix) && c.advance < c.size.scaled(9, 10));
}

// 、，。： ... and —— …… · — ／: CLREQ 3.2.2 wants no gap beside them.
bool is_chinese_mark(CharClass c) {
  return is_square(c) && !is_chinese(c);
}

// GB/T 15834, CLREQ 3.1.3.3: ？！ and ！！！ are one mark, whatever the style (text/shaper has set each pair on one
// em).
bool is_doubled(const Cluster& a, const Cluster& b) {
  const auto is = [](char32_t cp) { return cp == U'！' || cp == U'？'; };
  return is(a.code_point) && is(b.code_point);
}

// What letter-spacing does not part: ？！ and the pairs of …………; a pair is a cluster.
bool is_one_mark(const Cluster& a, const Cluster& b) {
  return is_doubled(a, b) || (a.cls == b.cls && (a.cls == dash || a.cls == ellipsis));
}

// No gap is opened inside a word or number, inside —— and ……, or beside connectors and solidi (CLREQ 3.5.4).
bool may_spread(const Cluster& a, const Cluster& b) {
  const auto tied = [](CharClass c) { return c == connector || c == solidus || c == hyphen; };
  if (tied(a.cls) || tied(b.cls) || b.cls == note_call) return false;
  if (!is_square(a.cls) && !is_square(b.cls) && a.cls != object && b.cls != object && a.cls != note_call) return false;
  if (a.cls == b.cls && (a.cls == dash || a.cls == ellipsis)) return false;
  if (a.cls == prefix || b.cls == suffix) return false;
  if (is_full_width(a.code_point) && is_full_width(b.code_point) && b.space_before == Length()) return false;
  return true;
}

ShrinkTier tier_of(CharClass c) {
  if (c == comma) return kShrinkComma;
  if (c == stop) return kShrinkStop;
  return kShrinkBracket;
}

bool may_trim(CharClass c, TrimStyle style) {
  return style == TrimStyle::normal || style == TrimStyle::trim_all || (style == TrimStyle::kaiming && c != stop);
}

// CLREQ 3.1.7: one pausing mark or full stop, only where marks stand in the corner of their square.
bool may_hang(const Cluster& last) {
  const char32_t cp = last.code_point;
  return (cp == U'，' || cp == U'、' || cp == U'。' || cp == U'．') && last.blank_right > Length();
}

}  // namespace

Glue glue_between(const Cluster& a, const Cluster& b, const SpacingStyle& style) {
  Glue glue;
  const Length em = std::max(a.size, b.size);

  // CLREQ 3.1.6.2: of two adjacent marks the blank between them goes; where both bring one, one half stays.
  Length right = is_mark(a.cls) ? a.blank_right : Length();
  Length left = is_mark(b.cls) ? b.blank_left : Length();
  if (style.trim != TrimStyle::space_all && is_mark(a.cls) && b.cls == note_call) {
    // A raised note mark stands over the blank half of the mark before it.
    glue.natural -= right;
    right = Length();
  } else if ((style.trim != TrimStyle::space_all || is_doubled(a, b)) && is_mark(a.cls) && is_mark(b.cls)) {
    if (right > Length()) {
      // 。」 and 」（ : the first mark's blank goes; in 」（ the opening's own blank is the half that stays.
      glue.natural -= right;
      right = Length();
    } else if (left > Length()) {
      glue.natural -= left;  // （「
      left = Length();
    }
    // Where brackets are half as wide anyway, the half that stays goes too, unless it is all a stop has.
    if (left > Length() && may_trim(b.cls, style.trim) && may_trim(a.cls, style.trim) &&
        style.trim != TrimStyle::normal) {
      glue.natural -= left;
      left = Length();
    }
  } else if (style.trim == TrimStyle::trim_all || style.trim == TrimStyle::kaiming) {
    if (may_trim(a.cls, style.trim)) {
      glue.natural -= right;
      right = Length();
    }
    if (may_trim(b.cls, style.trim)) {
      glue.natural -= left;
      left = Length();
    }
  }
  if (style.trim != TrimStyle::space_all) {
    // What is left of a mark's blank may be squeezed, all of it in the last resort.
    if (right > Length()) glue.shrink[tier_of(a.cls)] += right;
    if (left > Length()) glue.shrink[tier_of(b.cls)] += left;
  }

  const bool gap = style.autospace && ((is_chinese(a.cls) && is_latin(b)) || (is_latin(a) && is_chinese(b.cls)));
  const bool beside_mark = is_chinese_mark(a.cls) || is_chinese_mark(b.cls) || b.cls == note_call;
  const bool word_space = b.space_before > Length() && !beside_mark;
  if (gap) {
    // CLREQ 3.2.2: a quarter em, whether or not a blank was typed; 1/8 to 1/2 em when the line is adjusted.
    const Length han_em = is_chinese(a.cls) ? a.size : b.size;
    glue.natural += han_em / 4;
    glue.shrink[kShrinkAutospace] += han_em / 8;
    glue.stretch[kStretchAutospace] += han_em / 4;
  } else if (word_space) {
    glue.natural += b.space_before;
    const Length least = std::min(b.space_before, em / 4);
    glue.shrink[kShrinkWordSpace] += b.space_before - least;
    glue.stretch[kStretchWordSpace] += std::max(em / 2 - b.space_before, Length());
  }
  if (!is_one_mark(a, b)) glue.natural += style.letter_spacing;
  const bool characters = !gap && !word_space && may_spread(a, b);
  if (characters) glue.stretch[kStretchCharacters] = em / 4;
  if (characters || gap || word_space) glue.stretch[kStretchAll] = em;
  return glue;
}

Length trim_at_line_start(const Cluster& first, const SpacingStyle& style) {
  if (style.trim == TrimStyle::space_all || first.cls != opening) return Length();
  return first.blank_left;
}

Length trim_at_line_end(const Cluster& last, const SpacingStyle& style) {
  if (style.hang == HangStyle::force_end && may_hang(last)) return last.advance;
  if (style.trim == TrimStyle::space_all || !is_closing_mark(last.cls)) return Length();
  return last.blank_right;
}

Length trim_at_paragraph_start(const Cluster& first, const SpacingStyle& style) {
  return style.trim == TrimStyle::normal ? Length() : trim_at_line_start(first, style);
}

Length hang_at_line_end(const Cluster& last, const SpacingStyle& style) {
  if (style.hang != HangStyle::allow_end || !may_hang(last)) return Length();
  return last.advance - trim_at_line_end(last, style);
}

}  // namespace huozi::text
