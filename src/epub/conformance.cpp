#include "epub/conformance.h"

#include <algorithm>

#include "document/alternative.h"
#include "document/plain_text.h"
#include "document/walk.h"
#include "epub/colours.h"
#include "epub/foreign.h"
#include "epub/labels.h"

namespace huozi::epub {
namespace {

// In the order of Conformance::Check, each with the success criterion it stands for.
constexpr std::array<std::string_view, 8> kWords = {
    "images without words",                                     // 1.1.1
    "links without words",                                      // 2.4.4
    "headings without words",                                   // 2.4.6
    "tables without header cells",                              // 1.3.1
    "passages in another language that are not marked `lang`",  // 3.1.2
    "colours that may be hard to read",                         // 1.4.3
    "pictures that move",                                       // 2.2.2
    "no title, or no language",                                 // 2.4.2, 3.1.1
};

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

// Words, or a picture that has some.
bool says_something(const document::Inlines& inlines) {
  bool says = !is_blank(document::plain_text(inlines));
  document::for_each_inline(
      inlines,
      [&](const document::Inline& node) {
        const auto* image = std::get_if<document::Image>(&node.content);
        says |= image != nullptr && !is_blank(image->alternative);
      },
      document::Notes::skip);
  return says;
}

bool has_header_cell(const document::Table& table) {
  for (const auto& row : table.rows) {
    for (const document::TableCell& cell : row) {
      bool words = false;
      document::for_each_inline(cell.children,
                                [&](const document::Inline& node) { words |= !is_blank(document::plain_text(node)); });
      if (cell.header && words) return true;
    }
  }
  return false;
}

}  // namespace

void Conformance::miss(Check check, source::Span place) {
  Missed& missed = missed_[check];
  if (missed.places++ == 0) missed.place = place;
}

void Conformance::look_at(const document::Inline& node) {
  if (document::lacks_alternative(node)) miss(images, node.info.span);
  const auto* link = std::get_if<document::Link>(&node.content);
  if (link && !link->children.empty() && !says_something(link->children)) miss(links, node.info.span);
}

void Conformance::look_at(const document::Block& block, std::string_view language) {
  const document::Inlines* words = nullptr;
  if (const auto* heading = std::get_if<document::Heading>(&block.content)) {
    words = &heading->children;
    if (!says_something(*words)) miss(headings, block.info.span);
  }
  if (const auto* paragraph = std::get_if<document::Paragraph>(&block.content)) words = &paragraph->children;
  if (const auto* table = std::get_if<document::Table>(&block.content)) {
    if (!table->rows.empty() && !has_header_cell(*table)) miss(tables, block.info.span);
  }
  if (words == nullptr || !language.starts_with("zh") || is_language_tag(block.info.attributes.lang)) return;
  const std::string text = spoken_text(*words);
  if (!is_foreign(text) || !sure_language(text).empty()) return;
  const bool marked = std::any_of(words->begin(), words->end(), [](const document::Inline& node) {
    return is_language_tag(node.info.attributes.lang);
  });
  if (!marked) miss(languages, block.info.span);
}

void Conformance::look_at(const document::Book& book, const Input& input, bool moving_images) {
  if (!has_plain_colours(input.stylesheet)) miss(colours, {});
  if (moving_images) miss(moving, {});
  if (is_blank(book.metadata.title) || !is_language_tag(book.metadata.language)) miss(title, {});
}

std::vector<Shortfall> Conformance::shortfalls() const {
  static_assert(kWords.size() == kChecks);
  std::vector<Shortfall> found;
  for (size_t i = 0; i < kChecks; ++i) {
    if (missed_[i].places > 0) found.push_back({std::string(kWords[i]), missed_[i].place, missed_[i].places});
  }
  return found;
}

}  // namespace huozi::epub
