// EPUB 3.3: a book and what the build made for it (stylesheet, page marks, cover, fonts, images) become one package.
// Not here: reading or scaling images, subsetting fonts, setting pages; those come as finished bytes.
// Not here either: choosing styles; the stylesheet arrives already printed for EPUB.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "document/audit.h"
#include "document/book.h"
#include "document/publication.h"

namespace huozi::epub {

// How notes are marked up. standard: EPUB's noteref and footnote. duokan: the same, with the classes and the list that
// 多看 looks for. legacy_zh: plain links to a list at the chapter's end, for readers that know no pop-up notes.
enum class Profile { standard, duokan, legacy_zh };

// What a font serves as: an @font-face rule.
struct FontFace {
  std::string family;  // as the stylesheet names it
  int weight = 400;    // 1..1000
  bool italic = false;
  std::string unicode_range;  // as CSS has it: "U+3400-3402, U+20BB7"; empty: all the font has
};

struct EmbeddedFont {
  std::string bytes;  // OpenType, TrueType, WOFF or WOFF2
  std::vector<FontFace> faces;
};

struct EmbeddedImage {
  std::string path;        // document::Image::file
  std::string media_type;  // a core type of EPUB 3.3 §3.2: image/jpeg, png, gif, webp, svg+xml; others are not packaged
  std::string bytes;
};

// Of a title or a name, where they differ from it: how it is filed, and in the other Chinese script.
struct NameForms {
  std::string file_as;
  std::string other_script;
};

// One way in which the book keeps WCAG 2.1 from being met, with the first of its places.
struct Shortfall {
  std::string what;  // "images without words"
  source::Span place;
  size_t places = 0;
};

struct Input {
  std::string stylesheet;                      // style::print_for_epub's CSS
  std::vector<document::PageMark> page_marks;  // in page order; empty: no page-list
  EmbeddedImage cover;                         // no bytes: no cover; its path is not used
  std::vector<EmbeddedFont> fonts;             // packaged in this order
  bool obfuscate_fonts = false;                // EPUB 3.3 §4.4
  std::vector<EmbeddedImage> images;           // packaged in this order
  int64_t modified_epoch = 0;                  // seconds since 1970-01-01 UTC
  std::string generator;                       // "huozi 0.1.0"; empty: not told
  Profile profile = Profile::standard;
  int contents_depth = 3;  // of the navigation: 1 chapters only
  bool vertical = false;   // pages turn from right to left
  document::Publication publication;
  std::map<std::string, NameForms, std::less<>> names;  // of the title, the subtitle, the series, the creators
  std::string other_script;                             // the language tag of NameForms::other_script
  std::set<document::NodeId> endnotes;  // calls of notes that print has at a chapter's or the book's end
};

struct Output {
  std::string bytes;
  std::vector<document::GeneratedText> generated;  // text the package adds to the sections' own
  std::vector<document::PageMark> unplaced;        // marks whose node is not in any written section
  std::vector<Shortfall> shortfalls;               // none: the package claims conformance
};

// The package's bytes: a pure function of its arguments. Characters XML 1.0 forbids are left out of the text,
// ill-formed UTF-8 becomes U+FFFD; links that lead nowhere in the book keep their text and lose the link.
//
// REQUIRES: blocks and inlines nest no deeper than parsers allow; node ids of one book differ.
//
// ERRORS: std::runtime_error when the package cannot be put together (out of memory, beyond ZIP's limits).
Output write_epub(const document::Book& book, const Input& input);

}  // namespace huozi::epub
