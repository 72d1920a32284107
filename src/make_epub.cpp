#include "make_epub.h"

#include "base/file.h"
#include "book_cover.h"
#include "epub_fonts.h"
#include "image/probe.h"
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
                       std::string_view generator, source::Diagnostics& diagnostics) {
  epub::Input input;
  EpubFontSet font_set = make_epub_fonts(assembly.book, sheet, manifest.outputs.epub_fonts, fonts, diagnostics);
  input.stylesheet = font_set.base_rules + style::print_for_epub(font_set.sheet);
  input.fonts = std::move(font_set.fonts);
  input.obfuscate_fonts = manifest.outputs.obfuscate_fonts;
  input.page_marks = std::move(page_marks);
  input.cover = make_cover(manifest, assembly.book.metadata, folder, cascade, fonts, diagnostics);
  for (const std::string& path : assembly.images) {
    const auto place = base::path_inside(folder.folder, path);
    auto bytes = place ? base::read_file(*place) : std::nullopt;
    const auto probed = bytes ? image::probe(*bytes) : std::nullopt;
    if (!probed) continue;
    const char* type = probed->format == image::Format::png ? "image/png" : "image/jpeg";
    input.images.push_back({path, type, std::move(*bytes)});
  }
  input.modified_epoch = date;
  input.generator = generator;
  input.profile = profile_of(manifest.outputs.epub.value_or(parse::EpubProfile::standard));
  return epub::write_epub(assembly.book, input);
}

}  // namespace huozi
