// Sections huozi makes from the book's facts: half-title, title page, contents. They hold structure and words;
// the look is the stylesheet's. Not here: the imprint page (document/imprint_page), prefaces (articles of their own).
#pragma once

#include "document/book.h"

namespace huozi::document {

// Ids of nodes that come from no article: article kNoFile, ordinals from section_index * kGeneratedStride upwards,
// so those of two generated sections differ (a section may hold kGeneratedStride - 1 nodes) and an edit in an article
// changes none.
constexpr uint32_t kGeneratedStride = 100'000;

class GeneratedIds {
 public:
  explicit GeneratedIds(size_t section_index) : next_(static_cast<uint32_t>(section_index) * kGeneratedStride) {}
  NodeId next() { return {source::kNoFile, ++next_}; }

 private:
  uint32_t next_;
};

// `section_index`: where the section will stand in Book::sections. Section::title stays empty: the page's own
// Heading of level 1 is its title.

// h1.title.
Section half_title(const BookMetadata& metadata, size_t section_index);

// h1.title, p.subtitle, p.creators (one for each run of creators with the same role: names and the role's word, such as
// 编著, apart by an ideographic space; none for authors), p.publisher. What the metadata lacks is left out.
Section title_page(const BookMetadata& metadata, size_t section_index);

// Heading 目录 (目錄 in Traditional), then p.toc-entry for each row of contents_of(book, depth), with a second class
// part (a part page), level-1 (chapter), level-2 ...: Text title, Leader, PageReference to the row's target.
Section contents_section(const Book& book, int depth, size_t section_index);

// Every contents section made anew, two levels deep: when all that they list stands in the book.
void make_contents(Book& book);

// True for zh-Hant, zh-TW, zh-HK, zh-MO and their like.
bool is_traditional_chinese(std::string_view language);

}  // namespace huozi::document
