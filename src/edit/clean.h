// What an editor does to a scraped article before it is set: one pass a file, in the order clean.cpp lists them.
// Not here: parsing, near-duplicates, anything that looks beyond the one article, anything about pages.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/audit.h"
#include "document/book.h"
#include "edit/noise_rules.h"
#include "source/diagnostic.h"

namespace huozi::edit {

enum class Headings {
  automatic,  // short lines and bold lines that stand as headings become headings
  as_is,      // only what the source marks as a heading
  listed,     // the lines of Options::heading_lines, and what the source marks
};
enum class Quotes { convert, report, off };
enum class Attributions {
  note,         // a citation note at the quotation's end
  parenthesis,  // the same words in （）at the quotation's end ("inline" in book.yaml)
  keep,         // the line and the paragraphs before it stay as they are
};

// book.yaml's `clean`, `citations.attributions` and `overrides.headings`, as they apply to one article.
struct Options {
  bool captions = true;
  Headings headings = Headings::automatic;
  std::vector<std::string> heading_lines;
  Quotes quotes = Quotes::convert;
  Attributions attributions = Attributions::note;
  std::vector<std::string> noise;
  NoiseRules noise_rules;
  bool rights_cleared = false;  // the book may print what the article reserves
  std::string language = "zh-Hans";  // the book's
  // Whether an image's URL has a local copy (book.yaml's `assets`). Unset: none has.
  std::function<bool(std::string_view)> has_local_copy;
  bool report_missing_images = true;  // false: whether there are copies is another's to tell
};

// Changes the document in place. Every change is entered in the audit, in source order: the article's text with each
// entry's `removed` at its span replaced by `replaced_by` is the text of the cleaned document. A change of structure
// only (a heading, a quotation, a figure) is an entry with neither. `removed` may be shorter than the span where the
// source writes the same text longer (entities). Entries whose rule begins with "address." are about addresses of links
// and pictures, which are no text. Decisions are in source order too.
// REQUIRES: document.next_ordinal is above every ordinal in use; nesting bounded (the parsers bound it at about 100).
void clean(document::Document& document, const Options& options, source::Diagnostics& diagnostics,
           document::Audit& audit);

}  // namespace huozi::edit
