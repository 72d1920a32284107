#include "make_epub.h"

#include "book_cover.h"
#include "epub_fonts.h"
#include "epub_images.h"
#include "style/stylesheet.h"

namespace huozi {
namespace {

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

}  // namespace

epub::Output make_epub(const parse::Manifest& manifest, const Assembly& assembly, const style::Stylesheet& sheet,
                       const style::Cascade& cascade, text::FontLibrary& fonts,
                       std::vector<document::PageMark> page_marks, const BookFolder& folder, int64_t date,
                       std::string_view generator, unsigned jobs, source::Diagnostics& diagnostics) {
  epub::Input input;
  EpubFontSet font_set = make_epub_fonts(assembly.book, sheet, manifest.outputs.epub_fonts, fonts, diagnostics);
  input.stylesheet = font_set.base_rules + style::print_for_epub(font_set.sheet, assembly.book.metadata.language);
  input.fonts = std::move(font_set.fonts);
  input.obfuscate_fonts = manifest.outputs.obfuscate_fonts;
  input.vertical = style::Cascade(sheet, style::Medium::epub).body().writing_mode == "vertical-rl";
  input.page_marks = std::move(page_marks);
  input.cover = make_cover(manifest, assembly.book.metadata, folder, cascade, fonts, diagnostics);
  input.images = make_epub_images(assembly, folder, jobs, diagnostics);
  input.modified_epoch = date;
  input.generator = generator;
  input.profile = profile_of(manifest.outputs.epub.value_or(parse::EpubProfile::standard));
  return epub::write_epub(assembly.book, input);
}

}  // namespace huozi
