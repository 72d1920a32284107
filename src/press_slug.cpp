#include "press_slug.h"

#include "build_date.h"
#include "document/front_matter_pages.h"
#include "pdf/metadata.h"

namespace huozi {

pdf::SlugLines press_slug(const PrintEdition& edition, const std::vector<layout::Page>& pages, PressKind kind) {
  const document::BookMetadata& book = edition.book.metadata;
  const bool traditional = document::is_traditional_chinese(book.language);
  const bool cover = kind == PressKind::cover;
  constexpr size_t kDay = 10;  // of 2022-06-01T…
  const bool dated = edition.date != date_of({});
  return pdf::set_slug_lines(pages,
                             {.title = book.title,
                              .kind = cover         ? "封面"
                                      : traditional ? "書芯"
                                                    : "书芯",
                              .producer = std::string(edition.generator),
                              .date = dated ? pdf::iso_date(edition.date).substr(0, kDay) : std::string(),
                              .language = book.language,
                              .labels = !cover},
                             edition.cascade, edition.fonts);
}

}  // namespace huozi
