// From a finished PDF file to an imposed one: the steps of `huozi impose`. Not here: which page stands where (impose/),
// reading and writing PDF (pdf/).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "impose/plan.h"
#include "source/diagnostic.h"

namespace huozi {

struct ImposeOptions {
  std::filesystem::path pdf;
  std::filesystem::path output;  // a file when it ends in .pdf, else a folder for NAME.imposed.pdf
  impose::Kind kind = impose::Kind::signatures;
  int signature = 16;
  std::optional<impose::Binding> binding;  // none: what the file says, else left
  base::Length caliper;                    // of the paper
  std::optional<base::Length> creep;       // of the innermost leaf, instead of what the caliper makes
  base::Length gutter;
  std::optional<std::pair<base::Length, base::Length>> sheet;  // none: as large as is needed
};

struct ImposeResult {
  bool ok = false;
  std::filesystem::path written;
  size_t sheets = 0;
};

// Writes the file, or nothing at all. Reports impose.*, file.*, fonts.*.
// ERRORS: std::runtime_error when the file cannot be written.
ImposeResult impose_pdf(const ImposeOptions& options, source::SourceSet& sources, source::Diagnostics& diagnostics);

// `320x450` in millimetres, or a paper's name: A3, 大8开. Nothing: neither.
std::optional<std::pair<base::Length, base::Length>> sheet_size(const std::string& said);

}  // namespace huozi
