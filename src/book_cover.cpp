#include "book_cover.h"

#include <algorithm>

#include "base/file.h"
#include "cover/front.h"
#include "image/check.h"
#include "image/fit.h"
#include "image/probe.h"
#include "print_edition.h"
#include "raster/draw_page.h"

namespace huozi {
namespace {

// What shops ask for: 1.6 to 1. Drawn at four pixels a point.
constexpr uint32_t kWidth = 1600, kHeight = 2560;
constexpr int kPixelsPerPoint = 4;
// Below nine tenths of that a cover looks soft on large screens.
constexpr uint32_t kLeastWidth = kWidth * 9 / 10, kLeastHeight = kHeight * 9 / 10;

// The e-book's cover and the printed one are of the same words or picture.
void report_once(std::string_view rule, source::Span place, const std::string& argument,
                 source::Diagnostics& diagnostics) {
  const bool told = std::any_of(diagnostics.items().begin(), diagnostics.items().end(), [&](const auto& each) {
    return each.rule == rule && each.span.file == place.file && each.span.begin == place.begin &&
           each.arguments == std::vector{argument};
  });
  if (!told) diagnostics.report(rule, place, {argument});
}

std::string pixels(uint32_t width, uint32_t height) {
  return std::to_string(width) + " × " + std::to_string(height);
}

// The editor's own. No bytes: it cannot be used.
epub::EmbeddedImage supplied_cover(const parse::Located& cover, const BookFolder& folder,
                                   source::Diagnostics& diagnostics) {
  auto picture = read_cover_picture(cover, folder, diagnostics);
  if (!picture) return {};
  const uint32_t width = picture->info.shown_width(), height = picture->info.shown_height();
  if (width >= height) {
    diagnostics.report("cover.landscape", cover.span, {pixels(width, height)});
  } else if (width < kLeastWidth || height < kLeastHeight) {
    diagnostics.report("cover.small", cover.span, {pixels(width, height), pixels(kWidth, kHeight)});
  }
  auto fitted =
      image::fit(picture->bytes, picture->info, {.width = kWidth, .height = kHeight, .pixels = kWidth * kHeight});
  if (!fitted) {
    diagnostics.report("cover.damaged", cover.span, {cover.text});
    return {};
  }
  return {cover.text, std::string(image::media_type(fitted->format)),
          fitted->bytes.empty() ? std::move(picture->bytes) : std::move(fitted->bytes)};
}

}  // namespace

std::optional<CoverPicture> read_cover_picture(const parse::Located& cover, const BookFolder& folder,
                                               source::Diagnostics& diagnostics) {
  const auto refuse = [&](std::string_view rule) {
    report_once(rule, cover.span, cover.text, diagnostics);
    return std::nullopt;
  };
  const auto place = base::path_inside(folder.folder, cover.text);
  auto bytes = place ? base::read_file(*place) : std::nullopt;
  if (!bytes) return refuse("cover.missing");
  const auto info = image::probe(*bytes);
  if (!info) return refuse(image::has_known_signature(*bytes) ? "cover.damaged" : "cover.format");
  if (info->format == image::Format::svg) return refuse("cover.format");
  const image::Condition condition = image::check(*bytes, *info);
  if (condition == image::Condition::damaged) return refuse("cover.damaged");
  if (condition == image::Condition::too_large) return refuse("cover.too-large");
  return CoverPicture{std::move(*bytes), *info};
}

epub::EmbeddedImage make_cover(const parse::Manifest& manifest, const document::BookMetadata& metadata,
                               const BookFolder& folder, const style::Cascade& cascade, text::FontLibrary& fonts,
                               source::Diagnostics& diagnostics) {
  if (!manifest.cover.text.empty()) {
    epub::EmbeddedImage supplied = supplied_cover(manifest.cover, folder, diagnostics);
    if (!supplied.bytes.empty()) return supplied;
  }
  if (fonts.resolve({{"serif"}, 400, false, metadata.language}).empty()) {
    diagnostics.report("cover.no-font", manifest.title_span);
    return {};
  }
  using base::Length;
  const cover::Front front = cover::typeset_front(metadata, Length::points(kWidth / kPixelsPerPoint),
                                                  Length::points(kHeight / kPixelsPerPoint), cascade, fonts);
  if (front.cut) diagnostics.report("cover.cut", manifest.title_span);
  for (const std::string& character : front.missing) {
    report_once("cover.missing-character", manifest.title_span, character, diagnostics);
  }
  return {"cover.png", "image/png", raster::draw_page(front.page, faces_of(fonts), kWidth)};
}

}  // namespace huozi
