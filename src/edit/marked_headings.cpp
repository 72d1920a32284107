// Headings that the source marks: bold type round all of one says nothing more, words said twice are told.
#include "base/utf8.h"
#include "document/plain_text.h"
#include "document/walk.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/paragraph_style.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Inline;
using document::Inlines;

namespace {

constexpr size_t kShortestTwice = 2;  // characters: 常常 and 往往 are words

bool is_said_twice(std::string_view text) {
  std::string words;
  for (const auto item : base::CodePoints(text)) {
    if (!is_blank(item.code_point)) words.append(text, item.offset, item.length);
  }
  if (words.empty() || words.size() % 2 != 0) return false;
  const std::string_view first = std::string_view(words).substr(0, words.size() / 2);
  return first == std::string_view(words).substr(words.size() / 2) && character_count(first) >= kShortestTwice;
}

}  // namespace

void tidy_headings(Pass& pass) {
  document::for_each_block(
      pass.document.blocks,
      [&](document::Block& block) {
        auto* heading = std::get_if<document::Heading>(&block.content);
        if (heading == nullptr) return;
        if (is_wholly_strong(heading->children)) unwrap_strong(heading->children);
        const std::string text = document::plain_text(heading->children);
        if (is_said_twice(text)) {
          pass.diagnostics.report("heading.said-twice", block.info.span, {std::string(trimmed(text))});
        }
      },
      document::Notes::skip);
}

}  // namespace huozi::edit
