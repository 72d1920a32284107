#include "make_job_ticket.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/sha256.h"
#include "job/facts.h"
#include "job/ticket_json.h"
#include "job/ticket_page.h"
#include "layout/edition_figures.h"
#include "layout/page_maker.h"
#include "parse/manifest_codes.h"
#include "pdf/write_pdf.h"
#include "rule_file.h"
#include "set_book.h"
#include "style/named_size.h"
#include "style/stylesheet.h"

namespace huozi {
namespace {

constexpr std::string_view kJson = ".job.json", kPage = ".job.pdf", kCover = ".cover.pdf";

// The page of the size that most pages have. REQUIRES: there are pages.
const layout::Page& usual_page(const std::vector<layout::Page>& pages) {
  std::map<std::pair<base::Length, base::Length>, size_t> counts;
  const layout::Page* usual = &pages.front();
  for (const layout::Page& page : pages) {
    const size_t count = ++counts[{page.width, page.height}];
    if (count > counts[{usual->width, usual->height}]) usual = &page;
  }
  return *usual;
}

void add_size(const PrintEdition& edition, job::Facts& facts) {
  const layout::Page& page = usual_page(edition.pages);
  facts.width = print::to_micrometres(page.width);
  facts.height = print::to_micrometres(page.height);
  facts.bleed = print::to_micrometres(page.bleed);
  if (page.crop_marks) facts.marks.push_back("crop");
  if (page.cross_marks) facts.marks.push_back("cross");
  facts.pages = edition.pages.size();

  const style::PaperSize* named = style::paper_size_of(page.width, page.height);
  if (named) facts.size_name = named->name;
  style::PageStyle size;
  size.width = page.width;
  size.height = page.height;
  const auto& stated = edition.manifest.imprint.format;
  const auto format = stated ? stated : layout::sheet_format(size);
  if (!format) return;
  const auto faces = static_cast<int64_t>(facts.pages);
  facts.sheet_format = layout::edition_facts({faces, 0}, format).format;
  facts.sheets = static_cast<uint32_t>(layout::sheets_of(faces, format->leaves));
}

void add_material(const PrintEdition& edition, job::Facts& facts) {
  const parse::Press& press = edition.manifest.outputs.print;
  const parse::CoverSpread& cover = edition.manifest.outputs.cover;
  facts.binding = press.binding.value_or(print::usual_binding(facts.pages));
  facts.signatures = print::signatures_of(facts.pages, print::signature_size(facts.binding));
  facts.spine = cover.spine;
  if (edition.papers) {
    facts.paper = job::Paper{edition.papers->text.name, edition.papers->text.caliper};
    facts.cover_paper = job::Paper{edition.papers->cover.name, edition.papers->cover.caliper};
    if (!facts.spine) {
      facts.spine =
          print::spine_width(facts.pages, facts.binding, facts.paper->caliper, cover.glue.value_or(print::kUsualGlue));
    }
  }
  facts.colours = press.colours.text;
  if (facts.colours.empty() && facts.in_colour) facts.colours = facts.in_colour->empty() ? "1+1" : "4+4";
  facts.cover_colours = press.cover_colours;
  if (edition.press) {
    facts.output_intent = edition.press->description;
    facts.rendering_intent = edition.press->intent == image::RenderingIntent::relative ? "relative" : "perceptual";
  }
  facts.ink_limit = edition.limits.ink;
}

// What the first file of the book's pages tells: the others show the same.
void add_contents(const PrintEdition& edition, const pdf::PressFacts& press, job::Facts& facts) {
  std::vector<std::string> labels;
  for (const layout::Page& page : edition.pages) labels.push_back(page.label);
  facts.in_colour = job::runs_of(press.colour, labels);
  for (const pdf::PressFacts::Picture& each : press.pictures) {
    const std::string& label = labels[each.page];
    if (each.per_inch > 0 && each.per_inch < job::kFinePicture) {
      facts.coarse.push_back({each.file, each.page + 1, label, each.per_inch});
    }
    if (each.ink > edition.limits.ink) facts.heavy.push_back({each.file, each.page + 1, label, each.ink});
  }
}

// What is still to come is not stated.
std::string stated(const std::string& text) {
  return parse::is_placeholder(text) ? std::string() : text;
}

// Pages in colour where the book says that one ink prints them.
void report_colours(const parse::Located& stated, const job::Facts& facts, source::Diagnostics& diagnostics) {
  constexpr size_t kMostNamed = 8;
  const auto is_single = [](char count) { return count == '0' || count == '1'; };
  if (stated.text.size() != 3 || !is_single(stated.text[0]) || !is_single(stated.text[2])) return;
  if (!facts.in_colour || facts.in_colour->empty()) return;
  std::string pages;
  for (size_t i = 0; i < facts.in_colour->size() && i <= kMostNamed; ++i) {
    const job::PageRun& run = (*facts.in_colour)[i];
    if (i > 0) pages += ", ";
    if (i == kMostNamed) {
      pages += "…";
      break;
    }
    const bool labelled = !run.first_label.empty() && !run.last_label.empty();
    pages += labelled ? run.first_label : std::to_string(run.first);
    if (run.last > run.first) pages += "–" + (labelled ? run.last_label : std::to_string(run.last));
  }
  diagnostics.report("print.colours", stated.span, {stated.text, pages});
}

job::Facts facts_of(const PrintEdition& edition, const std::vector<OutputFile>& files) {
  job::Facts facts;
  const document::BookMetadata& book = edition.book.metadata;
  const document::Imprint& imprint = edition.manifest.imprint;
  facts.language = book.language;
  facts.title = book.title;
  facts.subtitle = book.subtitle;
  facts.isbn = stated(book.isbn);
  facts.publisher = stated(book.publisher);
  facts.edition = stated(imprint.edition);
  facts.printing = stated(imprint.printing);
  facts.print_run = imprint.print_run;
  add_size(edition, facts);
  bool has_contents = false;
  for (const OutputFile& file : files) {
    if (!file.press) continue;
    const bool cover = file.suffix == kCover;
    job::File& told = facts.files.emplace_back();
    told.name = edition.folder.name + file.suffix;
    told.kind = cover ? job::File::Kind::cover : job::File::Kind::text;
    told.bytes = file.bytes.size();
    told.sha256 = base::sha256_hex(file.bytes);
    told.standard = file.press->standard;
    for (const pdf::PressFacts::Font& font : file.press->fonts) {
      told.fonts.push_back({font.family, font.name, font.embedded, font.subset});
    }
    if (!cover && !std::exchange(has_contents, true)) add_contents(edition, *file.press, facts);
  }
  add_material(edition, facts);
  return facts;
}

// Long lists are shortened until the page holds all.
std::vector<layout::Page> set_ticket(const job::Facts& facts, const std::string& whole, const style::Cascade& cascade,
                                     text::FontLibrary& fonts, document::Book& book) {
  constexpr job::TicketRoom kRooms[] = {{12, 120}, {8, 80}, {5, 60}, {3, 40}, {2, 24}, {0, 24}};
  source::Diagnostics unused;  // what the book's words give rise to was reported where they stand
  std::vector<layout::Page> pages;
  for (const job::TicketRoom& room : kRooms) {
    SetBook set = set_book(job::ticket_page(facts, room, whole), {}, cascade, fonts, 1, unused);
    pages = layout::make_pages(set.book, set.galleys, set.plans, cascade, fonts, unused);
    book = std::move(set.book);
    if (pages.size() <= 1) break;
  }
  return pages;
}

}  // namespace

std::vector<OutputFile> make_job_ticket(const PrintEdition& edition, const std::vector<OutputFile>& files,
                                        source::SourceSet& sources, source::Diagnostics& diagnostics) {
  const bool any =
      std::any_of(files.begin(), files.end(), [](const OutputFile& file) { return file.press.has_value(); });
  if (!any || edition.pages.empty()) return {};
  const job::Facts facts = facts_of(edition, files);
  report_colours(edition.manifest.outputs.print.colours, facts, diagnostics);
  std::vector<OutputFile> out;
  out.push_back({std::string(kJson), job::ticket_json(facts)});

  const source::SourceFile* sheet = shipped_rule_file("job.css", {}, sources, diagnostics);
  if (!sheet) return out;
  const style::Cascade cascade(style::read_stylesheet(*sheet, diagnostics), style::Medium::print);
  document::Book book;
  const std::vector<layout::Page> pages =
      set_ticket(facts, edition.folder.name + std::string(kJson), cascade, edition.fonts, book);
  pdf::Options options;
  options.profile = pdf::Profile::plain;
  options.producer = edition.generator;
  options.source_date_epoch = edition.date;
  out.push_back({std::string(kPage), pdf::write_pdf(book, pages, faces_of(edition.fonts), options, diagnostics)});
  return out;
}

}  // namespace huozi
