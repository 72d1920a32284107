#include "parse/markdown_emphasis.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <vector>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "parse/legible.h"
#include "parse/markdown_lines.h"

namespace huozi::parse {
namespace {

bool is_white_space(char32_t cp) {
  return u_isUWhiteSpace(static_cast<UChar32>(cp));
}

// As CommonMark sees it: ASCII punctuation, which includes symbols, and the general categories P.
bool is_punctuation(char32_t cp) {
  if (cp < 0x80) return cp > 0x20 && cp < 0x7F && !u_isalnum(static_cast<UChar32>(cp));
  return u_ispunct(static_cast<UChar32>(cp));
}

bool is_wide(char32_t cp) {
  const int width = u_getIntPropertyValue(static_cast<UChar32>(cp), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

// ASCII marks that are no syntax where they stand, just inside an opening or a closing run.
bool is_plain_ascii(char32_t cp, bool opening) {
  const std::string_view plain = opening ? "\"'($#+-.%" : "\"')%:,.;?!";
  return cp < 0x80 && plain.find(static_cast<char>(cp)) != std::string_view::npos;
}

struct Range {
  char32_t first;
  char32_t last;
};
// Stand-ins by their length in UTF-8. Letters to the parser: controls, phonetic letters, private use.
constexpr Range kLetters[] = {{0x02, 0x08}, {0x0E, 0x1F}, {0x250, 0x2AF}, {0xE000, 0xF8FF}};
// Punctuation to the parser: three bytes, like the ideograph it hides.
constexpr Range kMarks[] = {{0x2E00, 0x2E2E}};

bool may_stand_in(char32_t cp) {
  const auto has = [&](const Range& range) { return cp >= range.first && cp <= range.last; };
  return std::any_of(std::begin(kLetters), std::end(kLetters), has) ||
         std::any_of(std::begin(kMarks), std::end(kMarks), has);
}

using Bytes = std::array<bool, 256>;

constexpr Bytes bytes_of(std::string_view set) {
  Bytes out{};
  for (const char c : set) out[static_cast<unsigned char>(c)] = true;
  return out;
}

// What is not passed over in a paragraph.
constexpr Bytes kMayMark = bytes_of("\\`<]|*~");
// First bytes of the characters in kLetters and kMarks.
constexpr Bytes kMayStandIn = bytes_of(
    "\x02\x03\x04\x05\x06\x07\x08\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F"
    "\xC9\xCA\xE2\xEE\xEF");

class Masker {
 public:
  // REQUIRES: text is well-formed.
  explicit Masker(std::string_view text) : text_(text) {
    masked_.text = text;
    for (size_t at = 0; at < text.size(); ++at) {
      if (!kMayStandIn[static_cast<unsigned char>(text[at])]) continue;
      const char32_t cp = base::decode_utf8(text, at).code_point;
      if (may_stand_in(cp)) used_.insert(cp);
    }
    used_.insert(static_cast<char32_t>(kIllegible));
  }

  MaskedMarkdown run() {
    const std::vector<MarkdownLine> lines = markdown_lines(text_);
    for (size_t i = 0; i < lines.size();) {
      const bool has_text = !lines[i].in_code && lines[i].content < lines[i].end;
      size_t next = i + 1;
      while (has_text && next < lines.size() && !lines[next].starts_block) ++next;
      if (has_text) paragraph(lines[i].content, lines[next - 1].end);
      i = next;
    }
    return std::move(masked_);
  }

 private:
  // A character beside a run that would keep it from opening or closing.
  struct Obstacle {
    size_t offset = 0;
    uint32_t length = 0;
    char32_t code_point = 0;
    bool outside = false;  // hide it as a mark, not as a letter
  };

  struct Run {
    char mark;
    size_t length;
    std::vector<Obstacle> obstacles;  // none: it opens by the rules as they are
  };

  void paragraph(size_t begin, size_t end) {
    begin_ = begin;
    end_ = end;
    open_.clear();
    link_end_ = 0;
    code_runs_.clear();
    no_tag_end_ = no_target_end_ = false;
    const bool table_row = text_[begin] == '|';
    for (size_t at = begin; at < end;) {
      const char c = text_[at];
      if (c == '\\' && at + 1 < end && is_punctuation(static_cast<unsigned char>(text_[at + 1]))) {
        at += 2;
      } else if (c == '`') {
        at = skip_code(at);
      } else if (c == '<') {
        at = skip_to('>', at, no_tag_end_);
      } else if (c == ']' && at + 1 < end && text_[at + 1] == '(') {
        at = skip_to(')', at, no_target_end_);
        link_end_ = at;
      } else if (c == '|' && table_row) {
        open_.clear();
        ++at;
      } else if (c == '*' || c == '~') {
        size_t run_end = at;
        while (run_end < end && text_[run_end] == c) ++run_end;
        if (c == '*' || run_end - at == 2) delimiter(at, run_end);
        at = run_end;
      } else {
        // To the next that may be one of these.
        ++at;
        while (at < end && !kMayMark[static_cast<unsigned char>(text_[at])]) ++at;
      }
    }
  }

  size_t skip_code(size_t at) {
    if (code_runs_.empty()) {
      for (size_t i = at; i < end_; ++i) {
        size_t run_end = i;
        while (run_end < end_ && text_[run_end] == '`') ++run_end;
        if (run_end > i) code_runs_[run_end - i].push_back(i);
        i = run_end;
      }
    }
    size_t run_end = at;
    while (run_end < end_ && text_[run_end] == '`') ++run_end;
    const std::vector<size_t>& runs = code_runs_[run_end - at];
    const auto close = std::lower_bound(runs.begin(), runs.end(), run_end);
    return close == runs.end() ? run_end : *close + (run_end - at);
  }

  size_t skip_to(char mark, size_t at, bool& none) {
    const char next = at + 1 < end_ ? text_[at + 1] : ' ';
    const bool letter =
        (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' || next == '!' || next == '(';
    const size_t found = none || !letter ? std::string_view::npos : text_.substr(0, end_).find(mark, at);
    if (found == std::string_view::npos) {
      none = none || letter;
      return at + 1;
    }
    return found + 1;
  }

  struct Neighbour {
    char32_t code_point = '\n';
    size_t offset = 0;
    uint32_t length = 0;
  };

  Neighbour before(size_t at) const {
    if (at <= begin_) return {};
    size_t start = at - 1;
    while (start > begin_ && (static_cast<unsigned char>(text_[start]) & 0xC0) == 0x80) --start;
    const base::Decoded decoded = base::decode_utf8(text_, start);
    return {decoded.code_point, start, decoded.length};
  }

  Neighbour behind(size_t at) const {
    if (at >= end_) return {};
    const base::Decoded decoded = base::decode_utf8(text_, at);
    return {decoded.code_point, at, decoded.length};
  }

  // What to hide so that a run with this neighbour inside and that outside may open (or close); nothing to hide: empty.
  // False when it may not even then.
  bool may_stand(const Neighbour& inside, const Neighbour& outside, bool opening, std::vector<Obstacle>& hide) const {
    if (is_white_space(inside.code_point)) return false;
    if (!is_punctuation(inside.code_point) || is_white_space(outside.code_point) ||
        is_punctuation(outside.code_point)) {
      return true;
    }
    const bool ends_link = !opening && inside.offset + inside.length == link_end_;
    const bool hidden = inside.code_point >= 0x80
                            ? inside.length <= 3
                            : !ends_link && is_wide(outside.code_point) && is_plain_ascii(inside.code_point, opening);
    if (hidden) {
      hide.push_back({inside.offset, inside.length, inside.code_point, false});
      return true;
    }
    if (!is_wide(outside.code_point) || outside.length != 3) return false;
    hide.push_back({outside.offset, outside.length, outside.code_point, true});
    return true;
  }

  void delimiter(size_t begin, size_t end) {
    const Neighbour left = before(begin);
    const Neighbour right = behind(end);
    std::vector<Obstacle> for_opening;
    std::vector<Obstacle> for_closing;
    const bool opens = may_stand(right, left, true, for_opening);
    const bool closes = may_stand(left, right, false, for_closing);
    size_t length = end - begin;
    while (closes && length > 0) {
      const auto partner =
          std::find_if(open_.rbegin(), open_.rend(), [&](const Run& run) { return run.mark == text_[begin]; });
      if (partner == open_.rend()) break;
      const size_t used = std::min(partner->length, length);
      hide(partner->obstacles);
      hide(for_closing);
      partner->length -= used;
      length -= used;
      const bool spent = partner->length == 0;
      open_.erase(partner.base() - (spent ? 1 : 0), open_.end());
    }
    constexpr size_t kMostOpen = 100;  // more is no emphasis; looking through them would take the square of the time
    if (opens && length > 0 && open_.size() < kMostOpen)
      open_.push_back({text_[begin], length, std::move(for_opening)});
  }

  void hide(const std::vector<Obstacle>& obstacles) {
    for (const Obstacle& obstacle : obstacles) {
      const char32_t stand_in = stand_in_for(obstacle);
      if (stand_in != 0) masked_.text.replace(obstacle.offset, obstacle.length, base::to_utf8({&stand_in, 1}));
    }
  }

  char32_t stand_in_for(const Obstacle& obstacle) {
    auto& known = obstacle.outside ? marks_ : letters_;
    const auto found = known.find(obstacle.code_point);
    if (found != known.end()) return found->second;
    char32_t chosen = 0;
    const auto try_range = [&](const Range& range) {
      for (char32_t cp = range.first; cp <= range.last && chosen == 0; ++cp) {
        if (used_.count(cp) == 0 && base::to_utf8({&cp, 1}).size() == obstacle.length) chosen = cp;
      }
    };
    if (obstacle.outside) {
      for (const Range& range : kMarks) try_range(range);
    } else {
      for (const Range& range : kLetters) try_range(range);
    }
    known[obstacle.code_point] = chosen;
    if (chosen != 0) {
      used_.insert(chosen);
      masked_.originals[chosen] = obstacle.code_point;
    }
    return chosen;
  }

  std::string_view text_;
  MaskedMarkdown masked_;
  std::set<char32_t> used_;
  std::map<char32_t, char32_t> letters_;
  std::map<char32_t, char32_t> marks_;

  size_t begin_ = 0;
  size_t end_ = 0;
  std::vector<Run> open_;
  size_t link_end_ = 0;
  std::map<size_t, std::vector<size_t>> code_runs_;  // offsets by length
  bool no_tag_end_ = false;
  bool no_target_end_ = false;
};

}  // namespace

std::string MaskedMarkdown::restore(std::string_view part) const {
  if (originals.empty()) return std::string(part);
  std::string out;
  out.reserve(part.size());
  for (const auto item : base::CodePoints(part)) {
    const auto found = originals.find(item.code_point);
    if (found == originals.end()) {
      out.append(part, item.offset, item.length);
    } else {
      base::append_utf8(out, found->second);
    }
  }
  return out;
}

MaskedMarkdown mask_emphasis(std::string_view markdown) {
  return Masker(markdown).run();
}

}  // namespace huozi::parse
