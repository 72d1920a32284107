// The pipeline: a book's folder to its EPUB, its PDFs and its report.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assembly.h"
#include "desk/print_place.h"
#include "print_edition.h"
#include "proof/finding.h"
#include "selections.h"
#include "source/diagnostic.h"

namespace huozi {

struct BuildOptions {
  std::filesystem::path book;  // a folder with book.yaml, or the file itself
  std::filesystem::path output = "dist";
  bool epub = true;
  bool pdf = true;
  bool cover = false;                 // the printed book's cover too: pages are set in any case
  std::vector<std::string> profiles;  // limits the PDFs; empty: as the manifest says
  unsigned jobs = 1;
  bool strict = false;   // warnings are errors
  bool release = false;  // nothing may stand for what is to come
  bool clean = true;
  bool proofread = false;  // slips of the pen are reported
  bool proof = false;      // a proof edition for proofreaders besides
  bool write = true;       // false: everything is made, nothing is written
  Locking locking = Locking::keep;
  // Is given the pages in place of all files, which are then not made; also of a book that asks for no PDF.
  std::function<void(const PrintEdition&, source::Diagnostics&)> use_pages = nullptr;
  void (*progress)(std::string_view stage) = nullptr;
};

struct BuildResult {
  bool ok = false;
  std::vector<std::filesystem::path> written;
  document::Audit audit;
  std::filesystem::path folder;                                  // the book's; empty when there is none
  std::vector<std::pair<std::string, source::FileId>> articles;  // paths below it, and what was read there
  std::vector<proof::Finding> fixes;  // of proofreading: those findings that have a fix, by article
  desk::PlaceOf place_of;             // in print; empty when no pages were set
  std::string report;                 // NAME.report.json; empty when the book could not be read
};

// Writes nothing but the report when there are errors; with the outputs book.lock.yaml, where queries chose anew. Files
// are replaced atomically. ERRORS: std::runtime_error when an output cannot be written.
BuildResult build_book(const BuildOptions& options, source::SourceSet& sources, source::Diagnostics& diagnostics);

// What each query of the book chose, and what it passed over. Nothing when book.yaml cannot be read.
std::optional<SelectionResult> list_articles(const std::filesystem::path& book, unsigned jobs,
                                             source::SourceSet& sources, source::Diagnostics& diagnostics);

// The book alone, without setting it. Nothing when book.yaml cannot be read.
std::optional<Assembly> read_book(const std::filesystem::path& book, bool clean, unsigned jobs,
                                  source::SourceSet& sources, source::Diagnostics& diagnostics);

}  // namespace huozi
