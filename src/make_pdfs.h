// The PDFs of a print edition that book.yaml and the command line ask for. Not here: the files themselves (pdf/).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parse/manifest.h"
#include "pdf/write_pdf.h"
#include "print_edition.h"
#include "source/diagnostic.h"

namespace huozi {

// What a PDF profile is called on the command line, in the file's name, and by the writer.
struct PdfKind {
  parse::PdfProfile wanted;
  pdf::Profile profile;
  std::string_view name;
  std::string_view suffix;
};

bool is_for_press(const PdfKind& kind);

// Those the manifest lists and `only` (names of profiles; empty: all) does not rule out. Reports command.profile for a
// name that is not listed.
std::vector<PdfKind> wanted_pdfs(const parse::Manifest& manifest, const std::vector<std::string>& only,
                                 source::Diagnostics& diagnostics);

// What all PDFs of the edition have in common.
pdf::Options pdf_options(const PrintEdition& edition, pdf::Profile profile);

// In the order of the kinds. What several files have in common is told once.
std::vector<OutputFile> make_pdfs(const PrintEdition& edition, const std::vector<PdfKind>& kinds,
                                  source::Diagnostics& diagnostics);

}  // namespace huozi
