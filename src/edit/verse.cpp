// Lines that are clearly verse become a division of class verse. Other runs of short lines stay as they are: lists and
// addresses look the same.
#include <algorithm>

#include "base/utf8.h"
#include "document/plain_text.h"
#include "edit/flow_edit.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/lines.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Block;
using document::Blocks;

namespace {

constexpr size_t kVerseLines = 4;

// What verse is measured by: 床前明月光，疑是地上霜。 is two parts of five.
struct Metre {
  std::vector<size_t> parts;  // Han in each part between marks; empty: no line of verse
  char32_t first = 0;
  char32_t last = 0;

  bool operator==(const Metre& other) const { return parts == other.parts; }
};

Metre metre_of(std::string_view line) {
  Metre metre;
  size_t count = 0;
  const auto close = [&] {
    if (count > 0) metre.parts.push_back(count);
    count = 0;
  };
  for (const auto item : base::CodePoints(line)) {
    const char32_t cp = item.code_point;
    if (is_han(cp)) {
      if (metre.first == 0) metre.first = cp;
      metre.last = cp;
      ++count;
    } else if (is_blank(cp) || is_one_of(cp, U"，。！？；、,.!?;")) {
      close();
    } else {
      return {};  // digits, Latin, quotation marks, colons
    }
  }
  close();
  return metre;
}

// Of five or seven characters, as most of it is.
bool is_regular(const Metre& metre) {
  return !metre.parts.empty() && metre.parts.size() <= 2 &&
         std::all_of(metre.parts.begin(), metre.parts.end(), [](size_t count) { return count == 5 || count == 7; });
}

// 第一阅览室, 第二阅览室: lines that all begin or end alike are a list.
bool is_list_of_names(const std::vector<Metre>& lines, size_t begin, size_t end) {
  const auto same = [&](auto member) {
    return std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                       lines.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](const Metre& metre) { return metre.*member == lines[begin].*member; });
  };
  return same(&Metre::first) || same(&Metre::last);
}

struct Run {
  size_t begin = 0;
  size_t end = 0;
};

// The longest stretch of lines alike, if it has four.
Run find_verse(const std::vector<Metre>& lines) {
  Run longest;
  for (size_t i = 0; i < lines.size();) {
    size_t end = i + 1;
    while (end < lines.size() && is_regular(lines[i]) && lines[end] == lines[i]) ++end;
    if (end - i >= kVerseLines && end - i > longest.end - longest.begin && !is_list_of_names(lines, i, end)) {
      longest = {i, end};
    }
    i = end;
  }
  return longest;
}

// One paragraph with line breaks, all of it verse.
bool is_verse_paragraph(const Block& block) {
  const document::Paragraph* paragraph = paragraph_of(block);
  if (paragraph == nullptr || has_image(paragraph->children)) return false;
  std::vector<Metre> metres;
  for (const document::Inlines& line : lines_in(paragraph->children)) {
    const std::string text = document::plain_text(line);
    if (!trimmed(text).empty()) metres.push_back(metre_of(text));
  }
  if (metres.size() < kVerseLines) return false;
  const Run run = find_verse(metres);
  return run.begin == 0 && run.end == metres.size();
}

// Of verse without a metre: paragraphs of short broken lines that do not end as sentences, nothing but words in them.
bool is_free_stanza(const Block& block) {
  constexpr size_t kLongestLine = 20;
  const document::Paragraph* paragraph = paragraph_of(block);
  if (paragraph == nullptr || has_image(paragraph->children)) return false;
  size_t count = 0;
  size_t sentences = 0;
  for (const document::Inlines& line : lines_in(paragraph->children)) {
    const std::string text = document::plain_text(line);
    const std::string_view words = trimmed(text);
    if (words.empty()) continue;
    const Metre metre = metre_of(words);
    if (metre.parts.empty() || character_count(words) > kLongestLine) return false;
    ++count;
    if (ends_sentence(words)) ++sentences;
  }
  return count >= 2 && sentences * 2 <= count;
}

// The stanzas of an article that is a poem: most of its words stand in them. One or two alone are an address, a menu.
std::vector<bool> free_stanzas(const Blocks& flow) {
  constexpr size_t kFewestLines = 6;
  std::vector<bool> stanzas(flow.size(), false);
  size_t inside = 0;
  size_t all = 0;
  size_t lines = 0;
  for (size_t i = 0; i < flow.size(); ++i) {
    const size_t characters = character_count(text_of(flow[i]));
    all += characters;
    stanzas[i] = is_free_stanza(flow[i]);
    if (!stanzas[i]) continue;
    inside += characters;
    lines += lines_in(paragraph_of(flow[i])->children).size();
  }
  if (lines < kFewestLines || inside * 5 < all * 3) stanzas.assign(flow.size(), false);
  return stanzas;
}

class VerseMaker {
 public:
  explicit VerseMaker(Pass& pass) : pass_(pass) {}

  Blocks make(Blocks flow) {
    const std::vector<BlockRange> ranges = find(flow);
    return wrapped(std::move(flow), ranges, pass_);
  }

 private:
  std::vector<BlockRange> find(const Blocks& flow) {
    std::vector<BlockRange> ranges;
    const std::vector<Line> lines = lines_of(flow);
    const std::vector<bool> stanzas = free_stanzas(flow);
    for (size_t i = 0; i < lines.size();) {
      size_t end = stanzas[i] ? i : verse_end(lines, i);
      const auto stanza = std::find(stanzas.begin() + static_cast<std::ptrdiff_t>(i),
                                    stanzas.begin() + static_cast<std::ptrdiff_t>(end), true);
      end = static_cast<size_t>(stanza - stanzas.begin());
      if (end == i) {
        if (is_verse_paragraph(flow[i])) {
          ranges.push_back({i, i + 1, "verse"});
          pass_.decide("verse", flow[i].info.span, 85, "broken lines of one metre");
        } else if (stanzas[i]) {
          ranges.push_back({i, i + 1, "verse"});
          pass_.decide("verse", flow[i].info.span, 70, "short broken lines, as in most of the article");
        }
        ++i;
        continue;
      }
      if (end - i < kVerseLines) {
        i = end;  // lines between stanzas
        continue;
      }
      std::vector<Metre> metres;
      for (size_t k = i; k < end; ++k) metres.push_back(metre_of(lines[k].text));
      const Run run = find_verse(metres);
      const source::Span span = joined(flow[i].info.span, flow[end - 1].info.span);
      if (run.begin < run.end) {
        ranges.push_back({i + run.begin, i + run.end, "verse"});
        pass_.decide("verse", span, 80, "four short lines in a row or more, of one metre");
      } else {
        pass_.decide("verse", span, 40, "four short lines in a row or more: no headings, but no metre either");
      }
      i = end;
    }
    return ranges;
  }

  Pass& pass_;
};

}  // namespace

void find_verse(Pass& pass) {
  VerseMaker maker(pass);
  for (Blocks* flow : flows(pass.document, Flows::quoted)) *flow = maker.make(std::move(*flow));
}

}  // namespace huozi::edit
