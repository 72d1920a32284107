#include "make_proof.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "layout/proof_sheet.h"
#include "make_pdfs.h"

namespace huozi {
namespace {

constexpr std::string_view kRules = "proof.";

// As the manual writes them: P03.
std::string shown(std::string_view rule) {
  std::string id(rule.substr(kRules.size()));
  for (char& c : id) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return id;
}

// Words that print has in another form (同上) are not underlined.
void place_words(const layout::PrintedPlace& place, uint32_t size, bool brief, layout::ProofMark& mark) {
  const uint32_t offset = place.text_offset;
  for (const layout::TextPiece& piece : place.paragraph->pieces) {
    if (brief || offset < piece.begin || offset >= piece.end) continue;
    mark.node = piece.node;
    mark.begin = offset - piece.begin;
    mark.end = std::min(offset + std::max(size, uint32_t{1}), piece.end) - piece.begin;
  }
}

std::vector<layout::ProofMark> marks_of(const source::Diagnostics& diagnostics, const PrintEdition& edition,
                                        const std::vector<layout::PrintedParagraph>& text) {
  const layout::PrintedPlaces places(text);
  std::vector<layout::ProofMark> marks;
  for (const source::Diagnostic& each : diagnostics.items()) {
    if (!each.rule.starts_with(kRules)) continue;
    const auto place = places.place_of(each.span.file, each.span.begin);
    if (!place) continue;
    layout::ProofMark mark{place->line->page, place->line->line, shown(each.rule), {}, 0, 0};
    const bool brief = place->paragraph->note && !edition.pages[mark.page].brief_notes.empty();
    place_words(*place, each.span.end - each.span.begin, brief, mark);
    marks.push_back(std::move(mark));
  }
  std::stable_sort(marks.begin(), marks.end(), [](const layout::ProofMark& a, const layout::ProofMark& b) {
    return std::pair(a.page, a.line) < std::pair(b.page, b.line);
  });
  return marks;
}

}  // namespace

OutputFile make_proof(const PrintEdition& edition, const std::string& revision, const source::Diagnostics& diagnostics,
                      source::Diagnostics& faults) {
  const document::BookMetadata& metadata = edition.book.metadata;
  const layout::ProofFacts facts{metadata.title, revision, metadata.language};
  layout::ProofSheets sheets(edition.book, edition.pages, edition.text, facts, edition.fonts);
  const std::vector<layout::ProofMark> marks = marks_of(diagnostics, edition, edition.text);
  std::vector<layout::Page> pages;
  auto first = marks.begin();
  for (size_t i = 0; i < edition.pages.size(); ++i) {
    const auto end = std::find_if(first, marks.end(), [&](const layout::ProofMark& mark) { return mark.page > i; });
    pages.push_back(sheets.sheet(i, {first, end}));
    first = end;
  }
  const pdf::Options options = pdf_options(edition, pdf::Profile::plain);
  return {".proof.pdf", pdf::write_pdf(edition.book, pages, faces_of(edition.fonts), options, faults)};
}

}  // namespace huozi
