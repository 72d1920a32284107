// A whole book, page-free: its facts and its sections in reading order.
#pragma once

#include <string>
#include <vector>

#include "document/node.h"

namespace huozi::document {

// The front matter of an article, as written. Dates keep the calendar day as written, never shifted by a zone.
struct ArticleMetadata {
  std::string title;
  Span title_span;
  std::string title_id;  // of the heading that gave the title
  std::string author;
  std::string date;      // ISO 8601 date; empty when absent or unreadable
  std::string date_raw;  // as written
  std::string source;
  std::string url;
  std::string head_image;
  std::string language;  // BCP 47; empty: the book's
  std::vector<std::string> categories;
  std::vector<std::string> tags;
  bool numbered = true;  // the stylesheet may number it
};

// One article after parsing.
struct Document {
  source::FileId file = source::kNoFile;
  ArticleMetadata metadata;
  Blocks blocks;
  uint32_t next_ordinal = 1;  // for nodes that later passes make

  NodeId make_id() { return {file, next_ordinal++}; }
};

struct Creator {
  std::string name;
  std::string role = "aut";  // MARC relator code
};

struct BookMetadata {
  std::string title;
  std::string subtitle;
  std::string language = "zh-Hans";
  std::vector<Creator> creators;
  std::string publisher;
  std::string date;        // ISO 8601 date
  std::string identifier;  // urn:uuid:... or urn:isbn:... or as given
  std::string isbn;        // digits and hyphens as given
  std::string rights;
  std::string description;
  std::vector<std::string> subjects;
  std::string series_title;
  std::string series_position;
};

enum class SectionRole {
  half_title,
  title_page,
  imprint,
  contents,
  front_article,
  part,
  chapter,
  back_article,
  endnotes,    // the notes of all chapters; of the print edition only (document/back_notes)
  sources,     // 引文出处
  references,  // 参考文献: the cited entries of the references file
  index,
  colophon
};

bool is_front(SectionRole role);
bool is_back(SectionRole role);

// A part page, a chapter, or one piece of front or back matter: what begins a flow of pages and an EPUB file.
struct Section {
  NodeInfo info;
  SectionRole role = SectionRole::chapter;
  Inlines title;         // plain for contents and running heads; notes in it are kept
  Blocks blocks;         // everything below the title; headings start at level 2
  std::string name;      // stable file stem: "chapter-001", "title-page"
  std::string language;  // empty: the book's
  std::string number;    // the title's, as Heading::number
};

struct Book {
  BookMetadata metadata;
  std::vector<Section> sections;
};

// One row of the contents, of the PDF outline and of the EPUB navigation.
struct ContentsEntry {
  NodeId target;
  size_t section = 0;  // index into Book::sections
  int level = 1;       // 1 part or chapter, 2 ... below
  std::string title;   // plain text
};

// Every section with a title and every heading down to `depth` levels, in reading order. Half-title, title page and the
// contents themselves are left out.
std::vector<ContentsEntry> contents_of(const Book& book, int depth);

// A place in the text where a page of the printed book begins: EPUB's page-list mirrors these.
struct PageMark {
  NodeId node;
  uint32_t text_offset = 0;  // bytes into the node's text
  std::string label;         // the folio as printed
};

}  // namespace huozi::document
