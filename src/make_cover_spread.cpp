#include "make_cover_spread.h"

#include <algorithm>

#include "book_cover.h"
#include "cover/spread.h"
#include "make_pdfs.h"
#include "parse/manifest_codes.h"
#include "pdf/write_pdf.h"
#include "press_slug.h"

namespace huozi {
namespace {

using base::Length;
using print::Micrometres;

constexpr Micrometres kBleed = 3000;

// The facts of the book that its cover states, in the words it states them in.
void add_words(const parse::Manifest& manifest, const document::BookMetadata& metadata, cover::SpreadFacts& facts,
               source::Diagnostics& diagnostics) {
  const parse::CoverSpread& wishes = manifest.outputs.cover;
  facts.back = wishes.back.empty() ? metadata.description : wishes.back;
  facts.front_flap = wishes.front_flap;
  facts.back_flap = wishes.back_flap;
  const std::string& price = manifest.imprint.price;
  if (wishes.price && !price.empty() && !parse::is_placeholder(price)) {
    const bool chinese = metadata.language.starts_with("zh");
    const std::string label = metadata.language.starts_with("zh-Hant") ? "定價：" : "定价：";
    facts.price = chinese && !price.starts_with("定") ? label + price : price;
  }
  if (!wishes.barcode) return;
  if (const auto isbn = parse::read_isbn(metadata.isbn)) {
    facts.isbn = metadata.isbn;
    facts.ean = isbn->digits;
  } else {
    diagnostics.report("cover.no-isbn", manifest.title_span);
  }
}

void report_binding(size_t pages, print::Binding binding, source::Span place, source::Diagnostics& diagnostics) {
  const bool stapled = binding == print::Binding::saddle;
  if (stapled && pages > print::kMostStapled) {
    diagnostics.report("print.stapled", place, {std::to_string(pages), std::to_string(print::kMostStapled)});
  }
  if (!stapled && pages < print::kLeastGlued) {
    diagnostics.report("print.glued", place, {std::to_string(pages), std::to_string(print::kLeastGlued)});
  }
}

// Whole per cents, and no more of all together than the paper takes: black stays, the others give way.
style::Color inked(const style::Color& color, const image::InkConverter& press, int limit) {
  if (color.space != style::Color::Space::rgb) return color;
  const auto& light = color.components;
  style::Color out{style::Color::Space::cmyk, {}};
  if (light[0] == light[1] && light[1] == light[2]) {
    out.components[3] = static_cast<uint16_t>(1000 - std::min<int>(light[0], 1000));
    return out;
  }
  out.components = press.inks(light[0], light[1], light[2]);
  const int black = out.components[3], most = limit * 10;
  const int colours = out.components[0] + out.components[1] + out.components[2];
  for (size_t i = 0; i < 4; ++i) {
    int ink = out.components[i];
    if (i < 3 && black + colours > most) ink = ink * std::max(most - black, 0) / colours / 10 * 10;
    out.components[i] = static_cast<uint16_t>((ink + 5) / 10 * 10);
  }
  return out;
}

void ink(layout::Page& page, const image::PressProfile& profile, int limit) {
  const image::InkConverter press(profile);
  for (layout::Item& item : page.items) {
    std::visit(
        [&](auto& content) {
          if constexpr (requires { content.color; }) content.color = inked(content.color, press, limit);
        },
        item.content);
  }
}

// No section but one of the picture alone, so that what is said of it is said at its place in book.yaml.
document::Book cover_book(const document::BookMetadata& metadata, const parse::Located& picture) {
  document::Book book;
  book.metadata = metadata;
  document::Inline image;
  image.info.id = cover::kCoverPicture;
  image.info.span = picture.span;
  image.content = document::Image{};
  document::Block paragraph;
  paragraph.content = document::Paragraph{{std::move(image)}};
  book.sections.emplace_back().blocks.push_back(std::move(paragraph));
  return book;
}

}  // namespace

CoverSpreadFile make_cover_spread(const PrintEdition& edition, const BookPapers& papers,
                                  source::Diagnostics& diagnostics) {
  const parse::Manifest& manifest = edition.manifest;
  const document::BookMetadata& metadata = edition.book.metadata;
  const parse::CoverSpread& wishes = manifest.outputs.cover;
  const layout::Page& page = edition.pages.front();

  CoverFigures figures;
  figures.paper = papers.text;
  figures.cover_paper = papers.cover;
  figures.binding = manifest.outputs.print.binding.value_or(print::usual_binding(edition.pages.size()));
  figures.pages = print::bound_pages(edition.pages.size(), figures.binding);
  figures.flap = wishes.flaps;
  figures.spine = wishes.spine.value_or(print::spine_width(edition.pages.size(), figures.binding, papers.text.caliper,
                                                           wishes.glue.value_or(print::kUsualGlue)));
  report_binding(edition.pages.size(), figures.binding, manifest.title_span, diagnostics);

  cover::SpreadFacts facts;
  facts.width = page.width;
  facts.height = page.height;
  facts.bleed = print::to_length(kBleed);
  facts.spine = print::to_length(figures.spine);
  facts.flap = print::to_length(figures.flap);
  add_words(manifest, metadata, facts, diagnostics);
  if (!manifest.cover.text.empty()) {
    if (const auto picture = read_cover_picture(manifest.cover, edition.folder, diagnostics)) {
      facts.picture = {manifest.cover.text, picture->info.shown_width(), picture->info.shown_height()};
    }
  }

  cover::Spread spread = cover::typeset_spread(metadata, facts, edition.cascade, edition.fonts);
  if (edition.cascade.body().writing_mode == "vertical-rl") {
    diagnostics.report("cover.right-bound", manifest.title_span);
  }
  if (spread.cut) diagnostics.report("cover.spread-cut", manifest.title_span);
  if (spread.bare_spine)
    diagnostics.report("cover.bare-spine", manifest.title_span, {print::in_millimetres(figures.spine)});
  if (spread.no_flap) diagnostics.report("cover.no-flap", manifest.title_span, {print::in_millimetres(figures.flap)});
  if (spread.no_barcode) diagnostics.report("cover.no-room", manifest.title_span);
  for (const std::string& character : spread.missing) {
    diagnostics.report("cover.missing-character", manifest.title_span, {character});
  }
  figures.width = print::to_micrometres(spread.page.width);
  figures.height = print::to_micrometres(spread.page.height);
  spread.page.label = metadata.language.starts_with("zh") ? "封面" : "cover";
  if (edition.press) ink(spread.page, *edition.press, edition.limits.ink);

  const std::vector<layout::Page> pages = {std::move(spread.page)};
  pdf::Options options = pdf_options(edition, pdf::Profile::print);
  options.outline.clear();
  options.slug = press_slug(edition, pages, PressKind::cover);
  const document::Book book = cover_book(metadata, manifest.cover);
  CoverSpreadFile result{{".cover.pdf", {}}, figures};
  result.file.press.emplace();
  result.file.bytes = pdf::write_pdf(book, pages, faces_of(edition.fonts), options, diagnostics, &*result.file.press);
  return result;
}

}  // namespace huozi
