#include "make_epub.h"

#include "epub/cover.h"
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
                       std::vector<document::PageMark> page_marks, const BookFolder& folder, int64_t date,
                       std::string_view generator, unsigned jobs, source::Diagnostics& diagnostics) {
  epub::Input input;
  input.stylesheet = style::print_for_epub(sheet, assembly.book.metadata.language);
  const style::Cascade cascade(sheet, style::Medium::epub);
  input.vertical = cascade.body().writing_mode == "vertical-rl";
  input.page_marks = std::move(page_marks);
  input.cover = {"cover.svg", "image/svg+xml", epub::typeset_cover(assembly.book.metadata)};
  input.images = make_epub_images(assembly, folder, jobs, diagnostics);
  input.modified_epoch = date;
  input.generator = generator;
  input.profile = profile_of(manifest.outputs.epub.value_or(parse::EpubProfile::standard));
  return epub::write_epub(assembly.book, input);
}

}  // namespace huozi
