#include "make_pdfs.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "document/book.h"
#include "press_slug.h"

namespace huozi {
namespace {

constexpr int kOutlineDepth = 3;

constexpr PdfKind kPdfKinds[] = {{parse::PdfProfile::screen, pdf::Profile::screen, "screen", ".pdf"},
                                 {parse::PdfProfile::print, pdf::Profile::print, "print", ".print.pdf"},
                                 {parse::PdfProfile::x1a, pdf::Profile::x1a, "x1a", ".x1a.pdf"},
                                 {parse::PdfProfile::plain, pdf::Profile::plain, "plain", ".plain.pdf"}};

OutputFile make_pdf(const PrintEdition& edition, const PdfKind& kind, source::Diagnostics& diagnostics) {
  pdf::Options options = pdf_options(edition, kind.profile);
  if (is_for_press(kind)) options.slug = press_slug(edition, edition.pages, PressKind::text);
  OutputFile file{std::string(kind.suffix), {}};
  pdf::PressFacts facts;
  file.bytes = pdf::write_pdf(edition.book, edition.pages, faces_of(edition.fonts), options, diagnostics, &facts);
  if (is_for_press(kind)) file.press = std::move(facts);
  return file;
}

void report_once(const source::Diagnostics& found, source::Diagnostics& diagnostics) {
  using Key = std::tuple<std::string, source::FileId, uint32_t, uint32_t, std::vector<std::string>>;
  std::set<Key> told;
  for (const source::Diagnostic& each : found.items()) {
    if (!told.emplace(each.rule, each.span.file, each.span.begin, each.span.end, each.arguments).second) continue;
    diagnostics.report(each.rule, each.span, each.arguments);
  }
}

}  // namespace

bool is_for_press(const PdfKind& kind) {
  return kind.profile == pdf::Profile::print || kind.profile == pdf::Profile::x1a;
}

std::vector<PdfKind> wanted_pdfs(const parse::Manifest& manifest, const std::vector<std::string>& only,
                                 source::Diagnostics& diagnostics) {
  std::vector<PdfKind> result;
  for (const PdfKind& kind : kPdfKinds) {
    const bool listed = std::any_of(manifest.outputs.pdf.begin(), manifest.outputs.pdf.end(),
                                    [&](const parse::PdfOutput& pdf) { return pdf.profile == kind.wanted; });
    const bool named = std::find(only.begin(), only.end(), kind.name) != only.end();
    if (listed && (only.empty() || named)) result.push_back(kind);
    if (named && !listed) diagnostics.report("command.profile", {}, {std::string(kind.name)});
  }
  return result;
}

pdf::Options pdf_options(const PrintEdition& edition, pdf::Profile profile) {
  pdf::Options options;
  options.outline = document::contents_of(edition.book, kOutlineDepth);
  options.profile = profile;
  options.press = edition.press;
  options.pictures = edition.limits;
  options.release = edition.release;
  options.producer = edition.generator;
  options.source_date_epoch = edition.date;
  options.jobs = edition.jobs;
  options.image_folder = edition.folder.folder;
  return options;
}

std::vector<OutputFile> make_pdfs(const PrintEdition& edition, const std::vector<PdfKind>& kinds,
                                  source::Diagnostics& diagnostics) {
  std::vector<OutputFile> files;
  source::Diagnostics found;
  for (const PdfKind& kind : kinds) files.push_back(make_pdf(edition, kind, found));
  report_once(found, diagnostics);
  return files;
}

}  // namespace huozi
