#include "make_epub.h"

#include "book_cover.h"
#include "epub_fonts.h"
#include "epub_images.h"
#include "index/filed_names.h"
#include "style/note_place.h"
#include "style/stylesheet.h"

namespace huozi {
namespace {

// A chapter's title begins a page; where the mark of print's page stands before it, the mark has begun it.
constexpr const char* kAfterPageMark =
    "span[role=\"doc-pagebreak\"] + h1 {\n  page-break-before: auto;\n  break-before: auto;\n}\n";

epub::Profile profile_of(parse::EpubProfile wanted) {
  switch (wanted) {
    case parse::EpubProfile::duokan:
      return epub::Profile::duokan;
    case parse::EpubProfile::legacy_zh:
      return epub::Profile::legacy_zh;
    case parse::EpubProfile::standard:
      break;
  }
  return epub::Profile::standard;
}

// How catalogues file the book's titles and names, and how they read in the other script.
void add_names(const parse::Manifest& manifest, const document::BookMetadata& facts, epub::Input& input) {
  const auto add = [&](const std::string& name, const std::string& filed) {
    if (name.empty()) return;
    const auto given = manifest.publication.file_as.find(name);
    const std::string other = index::in_other_script(name, facts.language);
    input.names.insert_or_assign(
        name, epub::NameForms{given == manifest.publication.file_as.end() ? filed : given->second, other});
  };
  for (const std::string& title : {facts.title, facts.subtitle, facts.series_title})
    add(title, index::filed_title(title));
  for (const document::Creator& creator : facts.creators) add(creator.name, index::filed_name(creator.name));
  input.other_script = index::other_script(facts.language);
}

}  // namespace

epub::Output make_epub(const parse::Manifest& manifest, const Assembly& assembly, const style::Stylesheet& sheet,
                       const style::Cascade& cascade, text::FontLibrary& fonts,
                       std::vector<document::PageMark> page_marks, const BookFolder& folder, int64_t date,
                       std::string_view generator, unsigned jobs, source::Diagnostics& diagnostics) {
  epub::Input input;
  EpubFontSet font_set = make_epub_fonts(assembly.book, sheet, manifest.outputs.epub_fonts, fonts, diagnostics);
  input.stylesheet =
      font_set.base_rules + kAfterPageMark + style::print_for_epub(font_set.sheet, assembly.book.metadata.language);
  input.fonts = std::move(font_set.fonts);
  input.obfuscate_fonts = manifest.outputs.obfuscate_fonts;
  input.vertical = style::Cascade(sheet, style::Medium::epub).body().writing_mode == "vertical-rl";
  input.page_marks = std::move(page_marks);
  input.cover = make_cover(manifest, assembly.book.metadata, folder, cascade, fonts, diagnostics);
  input.images = make_epub_images(assembly, folder, jobs, diagnostics);
  input.modified_epoch = date;
  input.generator = generator;
  input.profile = profile_of(manifest.outputs.epub.value_or(parse::EpubProfile::standard));
  input.publication = manifest.publication;
  add_names(manifest, assembly.book.metadata, input);
  input.endnotes = style::calls_of_endnotes(assembly.book, style::Cascade(sheet, style::Medium::print));
  epub::Output output = epub::write_epub(assembly.book, input);
  for (const epub::Shortfall& shortfall : output.shortfalls) {
    diagnostics.report("epub.not-accessible", shortfall.place, {shortfall.what, std::to_string(shortfall.places)});
  }
  return output;
}

}  // namespace huozi
