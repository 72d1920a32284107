// A Word file's words as a text with lines: the source file that spans and messages of a .docx point into.
// Not here: the tree they make (docx_reader). Inside parse/ only.
#pragma once

#include <string>

#include "parse/docx_package.h"

namespace huozi::parse {

// The characters an element of a run stands for: its text, a tab, a line end, a symbol, an unbreakable hyphen. Empty
// for any other element.
std::string words_of(const XmlNode& element);
bool has_words(const XmlNode& element);

// Properties of what stands beside them: nothing in them is text.
bool is_properties(const XmlNode& element);

// Of a mc:AlternateContent, which says one thing twice, the one to read; the node itself when it is another.
const XmlNode& chosen(const XmlNode& node);

// A line for each paragraph of the document, then of its notes, comments, headers and footers; deleted words too.
// Sets `begin` and `end` of every element of the parts.
std::string lay_out_text(DocxPackage& package);

}  // namespace huozi::parse
