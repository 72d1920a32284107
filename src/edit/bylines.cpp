// A byline becomes the article's author when the front matter names none; the text of one that says otherwise stays.
#include <algorithm>
#include <vector>

#include "document/plain_text.h"
#include "edit/byline.h"
#include "edit/flow_edit.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Block;
using document::Blocks;

namespace {

constexpr size_t kMostLines = 3;  // from either end

// Places in the flow of its first or last paragraphs, from the end inwards. Pictures count for nothing; anything else
// ends the search.
std::vector<size_t> outer_paragraphs(const Blocks& flow, bool from_end) {
  std::vector<size_t> found;
  for (size_t k = 0; k < flow.size() && found.size() < kMostLines; ++k) {
    const size_t i = from_end ? flow.size() - 1 - k : k;
    if (std::holds_alternative<document::Figure>(flow[i].content)) continue;
    const document::Paragraph* paragraph = paragraph_of(flow[i]);
    if (paragraph == nullptr) break;
    if (has_image(paragraph->children)) continue;
    found.push_back(i);
  }
  return found;
}

// Takes the byline's text out of the paragraph, if the article's author is nobody else. Whether it did.
bool take(Block& block, Byline byline, Pass& pass) {
  if (byline.author.empty()) return false;
  std::string& author = pass.document.metadata.author;
  const std::string_view line = byline.form;
  const std::string name = byline.author;
  if (!author.empty() && author != name) {
    pass.decide("byline", block.info.span, 40, std::string(line) + ", but the article's author is '" + author + "'");
    return false;
  }
  pass.decide("byline", block.info.span, 85, std::string(line) + ": the author is '" + name + "'");
  author = name;
  erase_text(paragraph_of(block)->children, byline.begin, byline.end, "edit.byline", pass);
  return true;
}

std::string words_of(const Block& block) {
  return document::plain_text(paragraph_of(block)->children);
}

}  // namespace

void find_bylines(Pass& pass) {
  Blocks& flow = pass.document.blocks;
  for (const size_t i : outer_paragraphs(flow, false)) {
    const std::string text = words_of(flow[i]);
    const bool taken = take(flow[i], whole_byline(text), pass) || take(flow[i], opening_byline(text), pass);
    if (taken || is_running_text(text)) break;
  }
  for (const size_t i : outer_paragraphs(flow, true)) {
    const std::string text = words_of(flow[i]);
    if (take(flow[i], whole_byline(text), pass)) continue;
    if (is_running_text(text)) {
      take(flow[i], closing_byline(text), pass);
      break;
    }
  }
  std::erase_if(flow, [](const Block& block) {
    const document::Paragraph* paragraph = paragraph_of(block);
    return paragraph != nullptr && block.info.attributes.id.empty() && !block.info.attributes.has_class("page-break") &&
           is_empty(paragraph->children);
  });
}

}  // namespace huozi::edit
