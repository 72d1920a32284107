// The line below the title that says when and where an article appeared becomes what the article says of itself. It
// stays where the front matter says otherwise.
#include <algorithm>
#include <vector>

#include "document/plain_text.h"
#include "edit/imprint_line.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Block;
using document::Blocks;

namespace {

constexpr size_t kMostLines = 4;  // that may stand before the text

// The article's first paragraphs, in divisions too, until its text or a block of another kind
// begins.
void first_lines(Blocks& flow, std::vector<Block*>& found, bool& ended) {
  for (Block& block : flow) {
    if (ended || found.size() == kMostLines) {
      ended = true;
      return;
    }
    if (auto* division = std::get_if<document::Division>(&block.content)) {
      first_lines(division->children, found, ended);
    } else if (document::Paragraph* paragraph = paragraph_of(block)) {
      const std::string text = document::plain_text(paragraph->children);
      if (has_image(paragraph->children)) continue;
      found.push_back(&block);
      ended = is_running_text(text) && !read_imprint_line(text).whole;
    } else if (!std::holds_alternative<document::Figure>(block.content) &&
               !std::holds_alternative<document::Heading>(block.content) &&
               !std::holds_alternative<document::ThematicBreak>(block.content)) {
      ended = true;
    }
  }
}

// A date alone may head a diary, a name alone is a byline.
bool is_enough(const ImprintLine& line) {
  if (!line.whole) return false;
  const bool facts = !line.date.empty() || !line.source.empty();
  const bool more_than_a_name = line.labels > 1 || line.author.empty();
  return (line.labels > 0 || line.timed) && (facts || line.labels > 1) && more_than_a_name;
}

bool agree(const std::string& known, const std::string& found) {
  return known.empty() || found.empty() || contains(known, found) || contains(found, known);
}

// Whether the article agrees, so that the line is gone.
bool take(Block& block, const ImprintLine& line, Pass& pass) {
  document::ArticleMetadata& facts = pass.document.metadata;
  const bool names_site = !facts.author.empty() && facts.author == facts.source;
  const bool same_author = names_site || agree(facts.author, line.author);
  if (!agree(facts.date, line.date) || !agree(facts.source, line.source) || !same_author) {
    pass.decide("imprint-line", block.info.span, 40, "when and where it appeared, but the article's facts differ");
    return false;
  }
  pass.decide("imprint-line", block.info.span, 90, "when and where the article appeared");
  if (facts.date.empty() && !line.date.empty()) facts.date = facts.date_raw = line.date;
  if ((facts.author.empty() || names_site) && !line.author.empty()) facts.author = line.author;
  if (facts.source.empty()) facts.source = line.source;
  document::Inlines& words = paragraph_of(block)->children;
  erase_text(words, 0, document::plain_text(words).size(), "edit.imprint-line", pass);
  return true;
}

bool drop_emptied(Blocks& flow) {
  return std::erase_if(flow, [](Block& block) {
           if (auto* division = std::get_if<document::Division>(&block.content)) {
             return drop_emptied(division->children) && division->children.empty() && block.info.attributes.id.empty();
           }
           const document::Paragraph* paragraph = paragraph_of(block);
           return paragraph != nullptr && block.info.attributes.id.empty() && is_empty(paragraph->children);
         }) > 0;
}

}  // namespace

void find_imprint_lines(Pass& pass) {
  std::vector<Block*> lines;
  bool ended = false;
  first_lines(pass.document.blocks, lines, ended);
  bool taken = false;
  for (Block* block : lines) {
    const ImprintLine line = read_imprint_line(document::plain_text(paragraph_of(*block)->children));
    taken = (is_enough(line) && take(*block, line, pass)) || taken;
  }
  if (taken) drop_emptied(pass.document.blocks);
}

}  // namespace huozi::edit
