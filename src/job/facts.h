// What a print shop is told of a book: its size, its material, and the files it comes in.
// Not here: finding the facts (the build's), how they are written (ticket_json, ticket_page).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "print/binding.h"
#include "print/millimetres.h"
#include "print/signatures.h"

namespace huozi::job {

// Pages that follow each other in a file, from 1, and what stands on the first and the last of them.
struct PageRun {
  size_t first = 0, last = 0;
  std::string first_label, last_label;
};

// Those of the pages that are marked. `labels`: of every page. REQUIRES: as many of the one as of the other.
std::vector<PageRun> runs_of(const std::vector<bool>& marked, const std::vector<std::string>& labels);

struct Font {
  std::string family, postscript_name;
  bool embedded = false, subset = false;
};

struct File {
  enum class Kind { text, cover };
  std::string name;
  Kind kind = Kind::text;
  uint64_t bytes = 0;
  std::string sha256;
  std::string standard;  // "PDF/X-4"; empty: it keeps none
  std::vector<Font> fonts;
};

struct Picture {
  std::string file;
  size_t page = 0;  // where it is largest; from 1
  std::string label;
  int64_t value = 0;  // pixels an inch, or per cent of ink
};

// Fewer pixels an inch than that are worth a look.
constexpr int64_t kFinePicture = 300;

struct Paper {
  std::string name;
  print::Micrometres caliper = 0;
};

// Empty texts and what is not there: the book does not say it.
struct Facts {
  std::string language;  // the ticket is in its script
  std::string title, subtitle, isbn, publisher, edition, printing;
  std::optional<uint32_t> print_run;

  print::Micrometres width = 0, height = 0, bleed = 0;  // of the trimmed page
  std::string size_name;                                // 大32开
  std::string sheet_format;                             // 850mm×1168mm　1/32
  std::optional<uint32_t> sheets;                       // 印张, in thousandths
  size_t pages = 0;
  print::Signatures signatures;
  std::vector<std::string> marks;  // "crop", "cross"

  std::optional<Paper> paper, cover_paper;
  print::Binding binding = print::Binding::perfect;
  std::optional<print::Micrometres> spine;
  std::string colours, cover_colours;             // 1+1
  std::optional<std::vector<PageRun>> in_colour;  // nothing: no file of the text is among the files
  std::string output_intent;
  std::string rendering_intent;  // "relative", "perceptual"
  int ink_limit = 0;             // per cent

  std::vector<File> files;
  std::vector<Picture> coarse;  // below kFinePicture
  std::vector<Picture> heavy;   // above the limit of ink
};

}  // namespace huozi::job
