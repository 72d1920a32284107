// A byline becomes the article's author when the front matter names none, or only the site; the text of one that says otherwise stays.
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

constexpr size_t kMostLines = 3;     // from either end
constexpr size_t kLongestLine = 40;  // of what may stand before or after the text

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

struct Found {
  size_t block;
  Byline byline;
};

std::string words_of(const Block& block) {
  return document::plain_text(paragraph_of(block)->children);
}

std::vector<Found> bylines_in(const Blocks& flow) {
  std::vector<Found> found;
  const auto add = [&](size_t i, Byline byline) {
    const bool named = !byline.author.empty();
    if (named) found.push_back({i, std::move(byline)});
    return named;
  };
  for (const size_t i : outer_paragraphs(flow, false)) {
    const std::string text = words_of(flow[i]);
    if (!add(i, whole_byline(text))) add(i, opening_byline(text));
    if (character_count(text) > kLongestLine) break;
  }
  for (const size_t i : outer_paragraphs(flow, true)) {
    const std::string text = words_of(flow[i]);
    const bool known = std::any_of(found.begin(), found.end(),
                                   [&](const Found& other) { return other.block == i && other.byline.begin == 0; });
    if (known) break;
    if (!add(i, whole_byline(text))) add(i, closing_byline(text));
    if (character_count(text) > kLongestLine) break;
  }
  return found;
}

// Takes the byline's text out of the paragraph, if the article's author is nobody else.
void take(Block& block, const Byline& byline, Pass& pass) {
  std::string& author = pass.document.metadata.author;
  const std::string form(byline.form);
  const bool names_site = author == pass.document.metadata.source && !byline.outlet;
  if (!author.empty() && author != byline.author && !names_site) {
    pass.decide("byline", block.info.span, 40, form + ", but the article's author is '" + author + "'");
    return;
  }
  pass.decide("byline", block.info.span, 85, form + ": the author is '" + byline.author + "'");
  author = byline.author;
  erase_text(paragraph_of(block)->children, byline.begin, byline.end, "edit.byline", pass);
}

}  // namespace

// A person before an outlet; from a paragraph's end to its beginning, so that places in it still hold.
void find_bylines(Pass& pass) {
  Blocks& flow = pass.document.blocks;
  std::vector<Found> found = bylines_in(flow);
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    if (a.byline.outlet != b.byline.outlet) return b.byline.outlet;
    return a.block != b.block ? a.block < b.block : a.byline.begin > b.byline.begin;
  });
  for (const Found& one : found) take(flow[one.block], one.byline, pass);
  std::erase_if(flow, [](const Block& block) {
    const document::Paragraph* paragraph = paragraph_of(block);
    return paragraph != nullptr && block.info.attributes.id.empty() && !block.info.attributes.has_class("page-break") &&
           is_empty(paragraph->children);
  });
}

}  // namespace huozi::edit
