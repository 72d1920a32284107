#include "generated.h"

#include <string>

#include "document/placeholder.h"
#include "document/walk.h"

namespace huozi {

using namespace document;

namespace {

bool is_made(SectionRole role) {
  switch (role) {
    case SectionRole::half_title:
    case SectionRole::title_page:
    case SectionRole::imprint:
    case SectionRole::contents:
    case SectionRole::endnotes:
    case SectionRole::sources:
    case SectionRole::references:
    case SectionRole::index:
    case SectionRole::colophon:
      return true;
    case SectionRole::front_article:
    case SectionRole::part:
    case SectionRole::chapter:
    case SectionRole::back_article:
      return false;
  }
  return false;
}

// Every text, blocks parted by blanks.
std::string words_of(const Section& section) {
  std::string words;
  walk(
      section, Notes::enter,
      [&](const Block&) {
        if (!words.empty() && words.back() != ' ') words += ' ';
      },
      [&](const Inline& node) {
        if (const auto* text = std::get_if<Text>(&node.content)) words += text->text;
      });
  while (words.ends_with(' ')) words.pop_back();
  return words;
}

}  // namespace

void list_generated(const Book& book, Audit& audit) {
  for (const Section& section : book.sections) {
    if (is_made(section.role)) audit.generated.push_back({section.name, words_of(section)});
  }
  const std::string no_picture(missing_image_text(book.metadata.language));
  for_each_inline(book, [&](const Inline& node) {
    const auto* image = std::get_if<Image>(&node.content);
    if (image && image->file.empty()) audit.generated.push_back({"image-placeholder", no_picture});
  });
}

}  // namespace huozi
