// The document model: a value tree of blocks and inlines. It holds text, structure and where each came from.
// Not here: lengths, fonts, colours, page numbers, XHTML (those are style/, layout/, epub/).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "document/citation.h"
#include "source/source_file.h"

namespace huozi::document {

using source::Span;

// Local to an article: which source it came from and the how-manieth node of it. An edit in another article changes
// no id. `article` is the source file's id; kNoFile for nodes huozi made (title page, contents).
struct NodeId {
  source::FileId article = source::kNoFile;
  uint32_t ordinal = 0;
  friend auto operator<=>(const NodeId&, const NodeId&) = default;
};

struct Attributes {
  std::string id;  // as the author wrote it, without #
  std::vector<std::string> classes;
  std::string lang;                                         // BCP 47; empty: inherited
  std::vector<std::pair<std::string, std::string>> values;  // other attributes kept, in source order
  bool has_class(std::string_view name) const;
  const std::string* value(std::string_view name) const;
};

// Whether two elements side by side with these are one that was split: alike, without ids, and neither names, each of
// which has a line of its own (CLREQ 3.1.8), nor marks for the index or references to pages.
bool one_element(const Attributes& a, const Attributes& b);

struct NodeInfo {
  NodeId id;
  Span span;
  Attributes attributes;
};

struct Inline;
struct Block;
using Inlines = std::vector<Inline>;
using Blocks = std::vector<Block>;

// ---------------------------------------------------------------- inlines

// White space is already collapsed by the parser; no CR, LF or TAB. If info.span has text.size() bytes, byte i of the
// text is byte span.begin + i of the source.
struct Text {
  std::string text;
};

enum class StyledKind {
  emphasis,
  strong,
  code,
  subscript,
  superscript,
  small,
  mark,
  underline,
  strikethrough,
  quoted,
  span
};

struct Styled {
  StyledKind kind = StyledKind::span;
  Inlines children;
};

struct Link {
  std::string target;  // URL, or "#id", or "path.md#id" of another article
  Inlines children;
  std::optional<NodeId> node = std::nullopt;  // what it leads to within the book; set by document/links
};

struct Image {
  std::string source;       // as written: a path relative to the article, or a URL
  std::string alternative;  // alt text after UI texts were removed; may be empty
  std::string title;
  std::string file;  // set by the build: path below the book's folder; empty: not available (a placeholder is drawn)
  uint32_t pixel_width = 0;  // of the file, upright; 0: not known
  uint32_t pixel_height = 0;
};

struct LineBreak {};

enum class NoteKind { author, citation };

// How a citation note stands in print on a page where an earlier note has the same source (citations.repeat): 同上 or
// 同 and that note's mark, then what follows.
struct RepeatedCitation {
  std::string source;     // of notes of the same source the same
  std::string before;     // 同上, 同; empty: it has no such form, and others may only refer to it
  bool numbered = false;  // the first such note's mark follows; without, the note stands right before this one
  std::string after;      // ，第5页。
};

// A note at the place of its call. Blocks stand in document order of the calls everywhere.
struct Note {
  NoteKind kind = NoteKind::author;
  Blocks blocks;                                            // what is printed in the full form
  std::optional<CitationRecord> citation;                   // kind == citation, of an attribution
  uint32_t ordinal = 0;                                     // 1, 2, 3 ... in its chapter; set by document/numbering
  std::optional<RepeatedCitation> repeated = std::nullopt;  // set by citation/repeat
  // kind == citation, written [@key]. Blocks hold these words as they stand in the article, until citation/cited_notes
  // writes the entries in their place.
  std::vector<CitedKey> cited = {};
};

struct Ruby {
  struct Pair {
    Inlines base;
    std::string text;
  };
  std::vector<Pair> pairs;
};

// The folio of the page a node stands on: a reserved box in print, a plain link in EPUB.
struct PageReference {
  NodeId target;
  // What stands around the number in print. （第 and 页）: a reference to another article, after the words that link to
  // it; the e-book, where the link is enough, leaves it out. 第 and 页: the author's words around the number.
  std::string before = {};
  std::string after = {};
  // What the e-book says in place of it all, as a link: “the heading's words”. Not empty: it stands among words.
  std::string words = {};
  bool note_number = false;  // of the note `target` its mark is meant, not its page: 见注③
};

// White space of elastic width filled with dots, as between a contents entry and its folio.
struct Leader {};

struct Inline {
  NodeInfo info;
  std::variant<Text, Styled, Link, Image, LineBreak, Note, Ruby, PageReference, Leader> content;
};

// ---------------------------------------------------------------- blocks

struct Paragraph {
  Inlines children;
};

struct Heading {
  int level = 2;  // 1 is the article's title, 2..6 its parts
  Inlines children;
  std::string number;  // "一、" ... set by style/heading_numbers; a line feed at its end: the title begins a new line
};

struct Quotation {
  Blocks children;
};

struct ListItem {
  NodeInfo info;
  Blocks children;
};

struct List {
  bool ordered = false;
  bool tight = true;
  int64_t start = 1;
  std::vector<ListItem> items;
};

struct DefinitionList {
  struct Entry {
    NodeInfo info;
    std::vector<Inlines> terms;
    std::vector<Blocks> definitions;
  };
  std::vector<Entry> entries;
};

struct TableCell {
  enum class Alignment { none, left, center, right };
  NodeInfo info;
  Blocks children;
  bool header = false;
  uint32_t column_span = 1;
  uint32_t row_span = 1;
  Alignment alignment = Alignment::none;
};

struct Table {
  Inlines caption;
  std::vector<std::vector<TableCell>> rows;
  uint32_t header_rows = 0;
  std::string number = {};  // 表1-1 and what parts it from the caption; set by style/heading_numbers
};

struct CodeBlock {
  std::string text;      // lines separated by LF, no final LF
  std::string language;  // may be empty
};

// An image or other matter standing by itself, with what is written under it.
struct Figure {
  Blocks children;          // usually one paragraph holding one Image
  Inlines caption;          // may be empty
  Inlines credit;           // photographer, agency; may be empty
  std::string number = {};  // 图1-1, as a table's
};

// A fenced div or <div>/<section> with a role: classes say which ("verse", "signature", "page-break", "title" ...).
struct Division {
  Blocks children;
};

struct ThematicBreak {};

struct Block {
  NodeInfo info;
  std::variant<Paragraph, Heading, Quotation, List, DefinitionList, Table, CodeBlock, Figure, Division, ThematicBreak>
      content;
};

}  // namespace huozi::document
