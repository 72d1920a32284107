#include "print_places.h"

#include <utility>

#include "base/sha256.h"

namespace huozi {
namespace {

struct Known {
  Known(std::shared_ptr<const std::vector<layout::PrintedParagraph>> text, const std::vector<layout::Page>& pages)
      : paragraphs(std::move(text)), places(*paragraphs) {
    for (const layout::Page& page : pages) labels.push_back(page.label);
  }

  std::shared_ptr<const std::vector<layout::PrintedParagraph>> paragraphs;
  layout::PrintedPlaces places;
  std::vector<std::string> labels;
};

}  // namespace

desk::PlaceOf print_places(std::shared_ptr<const std::vector<layout::PrintedParagraph>> paragraphs,
                           const std::vector<layout::Page>& pages) {
  const auto known = std::make_shared<const Known>(std::move(paragraphs), pages);
  return [known](const source::Span& span) -> std::optional<desk::PrintPlace> {
    if (span.file == source::kNoFile) return std::nullopt;
    const auto place = known->places.place_of(span.file, span.begin);
    if (!place) return std::nullopt;
    return desk::PrintPlace{known->labels.at(place->line->page), place->line->line, place->paragraph->id};
  };
}

std::string revision_of(const document::BookMetadata& metadata,
                        const std::vector<layout::PrintedParagraph>& paragraphs) {
  constexpr size_t kDigits = 8;
  std::string text = metadata.title + "\n";
  for (const layout::PrintedParagraph& each : paragraphs) {
    if (each.node.article == source::kNoFile) continue;
    text += each.element + " " + each.text + "\n";
  }
  const std::string hash = base::sha256_hex(text).substr(0, kDigits);
  return metadata.date.empty() ? hash : metadata.date + " " + hash;
}

}  // namespace huozi
