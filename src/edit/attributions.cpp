// ——2022年3月1日，在…上的讲话 under a quoted paragraph: the paragraphs become a quotation, the line its source.
#include <algorithm>

#include "document/plain_text.h"
#include "document/walk.h"
#include "edit/attribution_record.h"
#include "edit/attribution_shape.h"
#include "edit/flow_edit.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Block;
using document::Blocks;
using document::Inlines;
using document::Quotation;

namespace {

// The paragraph a note at the end of the blocks stands in, or null.
document::Paragraph* last_paragraph(Blocks& blocks) {
  Blocks* inner = &blocks;
  while (!inner->empty()) {
    auto& content = inner->back().content;
    if (auto* paragraph = std::get_if<document::Paragraph>(&content)) return paragraph;
    if (auto* quotation = std::get_if<Quotation>(&content)) {
      inner = &quotation->children;
    } else if (auto* division = std::get_if<document::Division>(&content)) {
      inner = &division->children;
    } else if (auto* list = std::get_if<document::List>(&content); list != nullptr && !list->items.empty()) {
      inner = &list->items.back().children;
    } else {
      return nullptr;
    }
  }
  return nullptr;
}

// What a block ends with: a list with its last item.
std::string closing_text(const Block& block) {
  const auto* list = std::get_if<document::List>(&block.content);
  if (list == nullptr) return text_of(block);
  if (list->items.empty() || list->items.back().children.empty()) return {};
  return text_of(list->items.back().children.back());
}

// Lines of a paragraph that are all as short as verse; 0 when one is longer.
size_t verse_lines(const Block& block) {
  constexpr size_t kLongest = 24;
  const document::Paragraph* paragraph = paragraph_of(block);
  if (paragraph == nullptr) return 0;
  const std::vector<Inlines> lines = lines_in(paragraph->children);
  const bool verse = std::all_of(lines.begin(), lines.end(), [](const Inlines& line) {
    const std::string text = document::plain_text(line);
    return character_count(text) <= kLongest && dash_length(text) == 0 && !announces(text);
  });
  return verse ? lines.size() : 0;
}

// The blocks at the end that are short lines, if these are four or more: a poem's.
size_t verse_count(const Blocks& blocks) {
  constexpr size_t kLines = 4;
  size_t count = 0;
  size_t lines = 0;
  for (auto block = blocks.rbegin(); block != blocks.rend(); ++block, ++count) {
    const size_t more = verse_lines(*block);
    if (more == 0) break;
    lines += more;
  }
  return lines >= kLines ? count : 0;
}

// How many of the last blocks are quoted: those since the heading right above them, or since the line announcing
// them; without such a border only the last, or all lines of a poem.
size_t quoted_count(const Blocks& blocks) {
  size_t count = 0;
  while (count < blocks.size()) {
    const Block& block = blocks[blocks.size() - 1 - count];
    const std::string text = closing_text(block);
    if (std::holds_alternative<document::Heading>(block.content) || (count > 0 && announces(text))) return count;
    if (!ends_sentence(text) || dash_length(text) > 0) break;
    ++count;
  }
  return std::max(std::min<size_t>(count, 1), verse_count(blocks));
}

class Attacher {
 public:
  explicit Attacher(Pass& pass) : pass_(pass) {}

  // `quoted`: the flow is a quotation's own.
  Blocks attach(Blocks flow, bool quoted) {
    // Two lines with dashes in a row are items of a list.
    std::vector<bool> dashed;
    for (const Block& block : flow) dashed.push_back(dash_length(text_of(block)) > 0);
    const auto in_list = [&](size_t i) { return (i > 0 && dashed[i - 1]) || (i + 1 < dashed.size() && dashed[i + 1]); };
    Blocks out;
    for (size_t i = 0; i < flow.size(); ++i) {
      if (dashed[i]) {
        SourceLine judged = judge_source_line(text_of(flow[i]));
        if (in_list(i)) judged = {10, "lines with dashes in a row are items"};
        document::Paragraph* target = judged.confidence >= kTaken ? target_in(out, quoted) : nullptr;
        if (target == nullptr && judged.confidence >= kTaken) judged = {30, "names a source, but quotes nothing above"};
        pass_.decide("attribution", flow[i].info.span, judged.confidence, std::string(judged.reason));
        if (target != nullptr) {
          add_source(*target, std::move(flow[i]));
          continue;
        }
      }
      out.push_back(std::move(flow[i]));
    }
    return out;
  }

 private:
  // The paragraph whose words the line names; a quotation is made of plain paragraphs.
  document::Paragraph* target_in(Blocks& out, bool quoted) {
    if (out.empty()) return nullptr;
    if (auto* quotation = std::get_if<Quotation>(&out.back().content)) return last_paragraph(quotation->children);
    if (const auto* verse = std::get_if<document::Division>(&out.back().content);
        quoted || (verse != nullptr && out.back().info.attributes.has_class("verse"))) {
      return last_paragraph(out);
    }
    const size_t count = quoted_count(out);
    if (count == 0) return nullptr;
    Quotation quotation;
    const auto first = out.end() - static_cast<std::ptrdiff_t>(count);
    quotation.children.assign(std::make_move_iterator(first), std::make_move_iterator(out.end()));
    out.erase(first, out.end());
    const source::Span span = joined(quotation.children.front().info.span, quotation.children.back().info.span);
    out.push_back(make_block(pass_, span, std::move(quotation)));
    return last_paragraph(std::get<Quotation>(out.back().content).children);
  }

  void add_source(document::Paragraph& target, Block line) {
    const source::Span span = line.info.span;
    Inlines& words = paragraph_of(line)->children;
    line.info.attributes.values.clear();  // its alignment on the web page
    if (pass_.options.attributions == Attributions::parenthesis) {
      bracket(target, std::move(line), span);
      return;
    }
    erase_text(words, 0, dash_length(document::plain_text(words)), "edit.attribution", pass_);
    document::Note note;
    note.kind = document::NoteKind::citation;
    note.citation = read_attribution(document::plain_text(words));
    note.blocks.push_back(std::move(line));
    target.children.push_back(make_inline(pass_, span, std::move(note)));
  }

  // （words） in place of the line.
  void bracket(document::Paragraph& target, Block line, source::Span span) {
    Inlines& words = paragraph_of(line)->children;
    const std::string text = document::plain_text(words);
    const size_t dash = dash_length(text);
    erase_text(words, 0, dash, "edit.attribution", pass_);
    const uint32_t first = words.front().info.span.begin;
    const source::Span begin{span.file, first, first};
    const source::Span end{span.file, span.end, span.end};
    pass_.record("edit.attribution", begin, {}, "（");
    pass_.record("edit.attribution", end, {}, "）");
    document::Styled styled;
    styled.children.push_back(make_inline(pass_, begin, document::Text{"（"}));
    styled.children.insert(styled.children.end(), std::make_move_iterator(words.begin()),
                           std::make_move_iterator(words.end()));
    styled.children.push_back(make_inline(pass_, end, document::Text{"）"}));
    document::Inline node = make_inline(pass_, span, std::move(styled));
    node.info.attributes.classes.push_back("attribution");
    target.children.push_back(std::move(node));
  }

  Pass& pass_;
};

}  // namespace

void attach_attributions(Pass& pass) {
  if (pass.options.attributions == Attributions::keep) return;
  Attacher attacher(pass);
  document::for_each_block(
      pass.document.blocks,
      [&](Block& block) {
        if (auto* quotation = std::get_if<Quotation>(&block.content)) {
          quotation->children = attacher.attach(std::move(quotation->children), true);
        }
      },
      document::Notes::skip);
  for (Blocks* flow : flows(pass.document, Flows::article)) *flow = attacher.attach(std::move(*flow), false);
}

}  // namespace huozi::edit
