// Lines that stand as headings without being marked as such. When in doubt a line stays a paragraph.
#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "document/heading_family.h"
#include "document/plain_text.h"
#include "document/walk.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/paragraph_style.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Block;
using document::Blocks;
using document::family_of;
using document::Heading;
using document::HeadingFamily;
using document::Inlines;

namespace {

constexpr size_t kLongestPlainHeading = 35;
constexpr size_t kLongestStrongHeading = 50;
constexpr size_t kLongestVerseLine = 24;
constexpr size_t kShortestLongParagraph = 40;
constexpr size_t kVerseLines = 4;

// What a rule looks at: one block's text and styling.
struct Line {
  const Block* block = nullptr;
  std::string text;  // of a paragraph; empty for every other block
  size_t length = 0;
  bool strong = false;
  bool plain = false;
  bool in_verse = false;
  HeadingFamily family = HeadingFamily::unnumbered;

  bool is_paragraph() const { return !text.empty(); }
};

// Short, without a dash or a number that would make it part of something else.
bool is_verse_line(const Line& line) {
  return line.is_paragraph() && line.length <= kLongestVerseLine && dash_length(line.text) == 0 &&
         (!line.strong || line.family == HeadingFamily::unnumbered);
}

// Four short lines in a row, or more, are verse, a list or an address.
void mark_verse(std::vector<Line>& lines) {
  for (size_t i = 0; i < lines.size();) {
    size_t end = i;
    while (end < lines.size() && is_verse_line(lines[end])) ++end;
    for (size_t k = i; k < end; ++k) lines[k].in_verse = end - i >= kVerseLines;
    i = std::max(end, i + 1);
  }
}

std::vector<Line> lines_of(const Blocks& flow) {
  std::vector<Line> lines;
  for (const Block& block : flow) {
    Line line;
    line.block = &block;
    if (const document::Paragraph* paragraph = paragraph_of(block)) {
      line.text = trimmed(document::plain_text(paragraph->children));
      line.length = character_count(line.text);
      line.strong = is_wholly_strong(paragraph->children);
      line.plain = is_plain(paragraph->children);
      line.family = family_of(line.text);
    }
    lines.push_back(std::move(line));
  }
  mark_verse(lines);
  return lines;
}

// Words that could name what follows, wherever they stand.
bool may_name_a_part(const Line& line) {
  return line.is_paragraph() && line.length >= 2 && has_han(line.text) && dash_length(line.text) == 0 &&
         !is_right_aligned(*line.block) && !is_enclosed(line.text) && !is_credit_or_date(line.text);
}

bool reads_as_plain_heading(const Line& line) {
  return line.plain && line.length <= kLongestPlainHeading && may_name_a_part(line) &&
         !contains_any(line.text, U"。！？；：!?;:…") && !line.text.ends_with("，") && !line.text.ends_with("、") &&
         line.family != HeadingFamily::arabic && line.family != HeadingFamily::bracketed_arabic;
}

bool reads_as_strong_heading(const Line& line) {
  return line.strong && line.length <= kLongestStrongHeading && may_name_a_part(line) && !contains(line.text, "。") &&
         std::u32string_view(U"；：，、;:,").find(last_mark(line.text)) == std::u32string_view::npos;
}

class Flow {
 public:
  explicit Flow(const Blocks& blocks) : lines_(lines_of(blocks)), text_end_(lines_.size()) {
    while (text_end_ > 0 && reads_as_strong_heading(lines_[text_end_ - 1])) --text_end_;
  }

  const std::vector<Line>& lines() const { return lines_; }

  bool is_heading(size_t i, bool plain_lines) const {
    // Nothing but such lines below it: the end of the article, not the head of anything.
    if (i + 1 >= text_end_ || lines_[i].in_verse) return false;
    if (lines_[i].strong) return reads_as_strong_heading(lines_[i]);
    return plain_lines && reads_as_plain_heading(lines_[i]) && !is_in_stack(i) && introduces_text(i);
  }

 private:
  const Line* at(size_t i) const { return i < lines_.size() ? &lines_[i] : nullptr; }

  // Two plain lines of a kind on top of each other: a title set in lines, a signature.
  bool is_in_stack(size_t i) const {
    const auto alike = [&](size_t k) {
      return reads_as_plain_heading(lines_[k]) && lines_[k].family == lines_[i].family;
    };
    return (i > 0 && alike(i - 1)) || (i + 1 < lines_.size() && alike(i + 1));
  }

  bool introduces_text(size_t i) const {
    const Line& line = lines_[i];
    const Line* next = at(i + 1);
    if (next == nullptr) return false;
    const Line* after = at(i + 2);
    const bool quoted = after != nullptr && is_attribution(after->text);
    const bool quotation = std::holds_alternative<document::Quotation>(next->block->content);
    if (quoted && (quotation || ends_sentence(next->text))) return true;
    if (line.family != HeadingFamily::unnumbered) {
      return next->strong || is_running_text(next->text) || next->family != HeadingFamily::unnumbered;
    }
    // Without a number, and without an attribution below: only between the article's own paragraphs.
    const bool after_text = i > 0 && (is_running_text(lines_[i - 1].text) || is_attribution(lines_[i - 1].text) ||
                                      is_captioned_figure(*lines_[i - 1].block));
    return after_text && (quotation || (is_running_text(next->text) && next->length >= kShortestLongParagraph));
  }

  // Under a picture without a caption a short line may be the caption.
  static bool is_captioned_figure(const Block& block) {
    const auto* figure = std::get_if<document::Figure>(&block.content);
    return figure != nullptr && (!figure->caption.empty() || !figure->credit.empty());
  }

  std::vector<Line> lines_;
  size_t text_end_;  // after the last line that is no bold line
};

using Found = std::unordered_map<const Block*, HeadingFamily>;

bool has_marked_headings(const document::Document& document) {
  bool found = false;
  document::for_each_block(
      document.blocks, [&](const Block& block) { found = found || std::holds_alternative<Heading>(block.content); },
      document::Notes::skip);
  return found;
}

Found automatic_headings(Pass& pass) {
  // Who marks headings marks all of them, apart from those a web page makes by bold type.
  const bool plain_lines = !has_marked_headings(pass.document);
  Found found;
  for (const Blocks* blocks : flows(pass.document, Flows::article)) {
    const Flow flow(*blocks);
    for (size_t i = 0; i < flow.lines().size(); ++i) {
      const Line& line = flow.lines()[i];
      if (flow.is_heading(i, plain_lines)) found.emplace(line.block, line.family);
    }
  }
  return found;
}

Found listed_headings(Pass& pass) {
  std::set<std::string, std::less<>> wanted;
  for (const std::string& line : pass.options.heading_lines) wanted.emplace(trimmed(line));
  std::set<std::string, std::less<>> missing = wanted;
  Found found;
  for (const Blocks* blocks : flows(pass.document, Flows::article)) {
    for (const Line& line : lines_of(*blocks)) {
      if (!line.is_paragraph() || !wanted.contains(line.text)) continue;
      found.emplace(line.block, line.family);
      missing.erase(line.text);
    }
  }
  document::for_each_block(pass.document.blocks, [&](const Block& block) {
    if (const auto* heading = std::get_if<Heading>(&block.content)) {
      missing.erase(std::string(trimmed(document::plain_text(heading->children))));
    }
  });
  for (const std::string& line : missing) {
    pass.diagnostics.report("heading.not-found", {pass.document.file, 0, 0}, {line});
  }
  return found;
}

// A heading is bold by itself.
void unwrap_strong(Inlines& nodes) {
  Inlines out;
  for (document::Inline& node : nodes) {
    auto* styled = std::get_if<document::Styled>(&node.content);
    const document::Attributes& attributes = node.info.attributes;
    const bool bare =
        styled != nullptr && attributes.id.empty() && attributes.lang.empty() && attributes.classes.empty();
    if (bare && styled->kind == document::StyledKind::span) unwrap_strong(styled->children);
    if (bare && (styled->kind == document::StyledKind::strong || styled->kind == document::StyledKind::span)) {
      out.insert(out.end(), std::make_move_iterator(styled->children.begin()),
                 std::make_move_iterator(styled->children.end()));
    } else {
      out.push_back(std::move(node));
    }
  }
  nodes = std::move(out);
}

// Levels by family. Unnumbered headings share one level: the first family's, above the numbered ones when one of them
// comes first.
void promote(const Found& found, Pass& pass) {
  std::set<HeadingFamily> numbered;
  for (const auto& [block, family] : found) {
    if (family != HeadingFamily::unnumbered) numbered.insert(family);
  }
  bool any = false;
  bool unnumbered_above = false;
  int marked = 1;  // level of the last heading the source marks
  document::for_each_block(pass.document.blocks, [&](Block& block) {
    if (const auto* heading = std::get_if<Heading>(&block.content)) marked = heading->level;
    const auto at = found.find(&block);
    if (at == found.end()) return;
    if (!any) unnumbered_above = at->second == HeadingFamily::unnumbered;
    any = true;
    int depth = 1;
    if (at->second != HeadingFamily::unnumbered) {
      depth +=
          static_cast<int>(std::distance(numbered.begin(), numbered.find(at->second))) + (unnumbered_above ? 1 : 0);
    }
    Heading heading;
    heading.level = marked + depth;
    heading.children = std::move(paragraph_of(block)->children);
    unwrap_strong(heading.children);
    block.content = std::move(heading);
    pass.record("edit.heading", block.info.span);
  });
}

}  // namespace

void find_headings(Pass& pass) {
  switch (pass.options.headings) {
    case Headings::as_is:
      return;
    case Headings::automatic:
      return promote(automatic_headings(pass), pass);
    case Headings::listed:
      return promote(listed_headings(pass), pass);
  }
}

}  // namespace huozi::edit
