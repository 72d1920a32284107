// book.yaml: the facts about a book, what stands in it and in which order, and what is made of it.
// Not here: appearance (stylesheets), finding and reading the files it names (the build), articles' own front matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/book.h"
#include "document/imprint_page.h"
#include "document/index_settings.h"
#include "document/publication.h"
#include "print/binding.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::parse {

// A text of book.yaml and its place. Paths are as written: relative to the folder of book.yaml, with / between names.
struct Located {
  std::string text;
  source::Span span;
};

// 版权页
using Imprint = document::Imprint;

// A piece of front or back matter: one that huozi makes, or an article (role front_article or back_article).
struct MatterItem {
  document::SectionRole role = document::SectionRole::front_article;
  std::string path;  // empty unless an article
  source::Span span;
};

struct Selection {
  enum class Sort { date, date_descending, title, path };
  std::vector<Located> from;  // folders or globs; at least one
  std::vector<std::string> categories, authors, tags, texts, exclude;
  std::string since, until;  // ISO 8601 dates, inclusive; may be empty
  Sort sort = Sort::date;
  bool as_sections = false;  // one chapter of sections, not a chapter each
};

struct Chapter {
  enum class Kind { article, sections, part, selection };
  Kind kind = Kind::article;
  source::Span span;
  Located title;                  // sections, part, a selection of sections
  std::vector<Located> articles;  // article: one; sections: at least one
  std::vector<Chapter> chapters;  // part: none of them a part
  Selection selection;            // selection
  bool numbered = true;           // sections, part: the stylesheet may number its title and what stands in it
};

// What an article's own front matter says wrongly or not at all. Empty texts: nothing to say.
struct Override {
  enum class Headings { unset, automatic, as_is, listed };
  Located article;
  std::string title, author, date, source, url;  // date: ISO 8601
  std::string rights;                            // what allows the book to print it
  std::optional<bool> numbered;
  Headings headings = Headings::unset;
  std::vector<Located> heading_texts;  // listed
};

struct Citations {
  enum class Style { humanities, gb_t_7714_2025, gb_t_7714_2015 };
  enum class Attributions { note, inline_text, keep };
  enum class Repeat { full, short_form, tongshang, tongzhu };
  Style style = Style::humanities;
  Attributions attributions = Attributions::note;
  bool article_source_note = false;
  Repeat repeat = Repeat::full;
  std::string access_date;  // ISO 8601
};

// Two articles that are alike and both wanted.
struct Alike {
  Located first, second;
};

struct Cleaning {
  enum class Quotes { convert, report, off };
  std::vector<Located> noise;
  std::vector<Located> noise_rules = {{"shipped", {}}};  // "shipped", or paths of files of rules
  bool captions = true;
  bool headings = true;
  Quotes quotes = Quotes::convert;
};

struct Asset {
  Located url;
  Located path;
};

enum class EpubProfile { standard, duokan, legacy_zh };
enum class PdfProfile { print, screen, x1a, plain };

struct PdfOutput {
  PdfProfile profile = PdfProfile::screen;
  source::Span span;
};

// A paper by its name in styles/paper.yaml, or one whose thickness book.yaml states.
struct PaperChoice {
  Located name;
  std::optional<print::Micrometres> caliper;
};

// How light that the press has no inks for is brought in.
enum class RenderingIntent { relative, perceptual };

// What the press is told and asks for.
struct Press {
  Located icc;  // a path in the book's folder, or the name of a profile of the system; may be empty
  RenderingIntent intent = RenderingIntent::relative;
  std::optional<uint32_t> ink_limit;  // per cent of all inks together; nothing: 300
  PaperChoice paper = {{"80g胶版", {}}, {}}, cover_paper = {{"250g铜版", {}}, {}};
  std::optional<print::Binding> binding;  // nothing: usual_binding() of the pages
  Located colours;                        // of the text, "1+1": inks on either side of a sheet; empty: not said
  std::string cover_colours = "4+0";
};

// The cover around the printed book. Texts are paragraphs parted by LF.
struct CoverSpread {
  print::Micrometres flaps = 0;  // the breadth of each; 0: none
  std::optional<print::Micrometres> spine, glue;
  std::string back;  // empty: the description
  std::string front_flap, back_flap;
  bool price = true, barcode = true;
};

// Which characters of an EPUB come with a font of their own.
enum class EpubFonts { none, rare, all };

struct Outputs {
  Press print;
  CoverSpread cover;
  std::optional<EpubProfile> epub = EpubProfile::standard;  // nothing: no EPUB is wanted
  EpubFonts epub_fonts = EpubFonts::rare;
  bool obfuscate_fonts = false;
  std::vector<PdfOutput> pdf = {{PdfProfile::print, {}}, {PdfProfile::screen, {}}};
};

struct Manifest {
  document::BookMetadata metadata;  // date and identifier are empty unless given
  document::Publication publication;
  source::Span title_span;
  source::Span date_span;
  Located cover;                     // empty: made from the metadata
  std::vector<Located> stylesheets;  // names or .css paths, later wins; default: booklet
  Imprint imprint;
  source::Span imprint_span;
  std::vector<source::Span> extra_spans;  // of imprint.extra's rows
  std::vector<Located> placeholders;      // facts of the edition that stand for ones to come: 978-7-…, 2022年X月
  std::vector<MatterItem> front;          // default: title page, imprint unless its kind is none, contents
  std::vector<Chapter> chapters;
  std::vector<Override> overrides;
  std::vector<MatterItem> back;
  Located references;
  document::IndexSettings index;
  Citations citations;
  Cleaning clean;
  std::vector<Alike> duplicates;
  std::vector<Located> proofreading_off;    // ids of rules; whether they exist is proofreading's to say
  std::vector<Located> proofreading_words;  // files of words, beside the shipped ones
  std::vector<Asset> assets;
  Outputs outputs;
  std::vector<Located> variants;  // their names
};

// Nothing when the file is not a YAML mapping. Otherwise everything that could be read; check has_errors() before
// building from it. Paths are checked for shape only (file.outside), never for existence. Keys and values whose feature
// is not there yet are read, with a warning manifest.not-supported.
std::optional<Manifest> read_manifest(const source::SourceFile& file, source::Diagnostics& diagnostics);

// urn:isbn: when there is an ISBN, else a UUID from title, creators and date: the same from build to build. Call it
// when the date is known; an identifier of the manifest's own comes first.
std::string default_identifier(const document::BookMetadata& metadata);

}  // namespace huozi::parse
