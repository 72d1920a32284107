// The one table of elements: every node's element name and its own classes. EPUB writes them and the CSS matcher
// matches them, so the two outputs cannot drift. Names are HTML's.
#pragma once

#include <string_view>
#include <vector>

#include "document/book.h"
#include "document/node.h"

namespace huozi::document {

// `classes` are huozi's own; the author's (info.attributes.classes) come after them.
struct Element {
  std::string_view name;
  std::vector<std::string_view> classes;
};

Element element_of(const Block& block);
Element element_of(const Inline& node);      // of a Note: its call, a.noteref
Element element_of(const Section& section);  // section.chapter, section.title-page ...
Element note_element(const Note& note);      // aside.footnote, with .citation for citation notes
Element list_item_element();
Element figcaption_element();
Element credit_element();  // span.credit inside figcaption
Element cell_element(const TableCell& cell);

// What a source says about its looks, as classes for the stylesheet: align-center, align-right, and of an ordered
// list list-decimal, list-lower-alpha, list-upper-roman ...
std::vector<std::string_view> presentational_classes(const Attributes& attributes);

std::string_view role_name(SectionRole role);  // "chapter", "title-page" ...

}  // namespace huozi::document
