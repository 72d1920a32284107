#include "epub_images.h"

#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/file.h"
#include "base/parallel.h"
#include "document/walk.h"
#include "image/fit.h"

namespace huozi {
namespace {

struct Made {
  epub::EmbeddedImage image;
  image::Fitted fitted;
  image::Format before = image::Format::png;
};

std::string_view name_of(image::Format format) {
  using image::Format;
  switch (format) {
    case Format::jpeg:
      return "JPEG";
    case Format::png:
      return "PNG";
    case Format::webp:
      return "WebP";
    case Format::gif:
      return "GIF";
    case Format::svg:
      return "SVG";
  }
  return "";
}

std::string words_of(const Made& made, image::Change change) {
  using image::Change;
  switch (change) {
    case Change::format:
      return made.before == made.fitted.format
                 ? std::string("another coding")
                 : fmt::format("{} to {}", name_of(made.before), name_of(made.fitted.format));
    case Change::scaled:
      return fmt::format("scaled to {} by {} pixels", made.fitted.width, made.fitted.height);
    case Change::colors:
      return "colours to sRGB";
    case Change::upright:
      return "turned upright";
    case Change::depth:
      return "16 bits a sample to 8";
    case Change::first_frame:
    case Change::cleaned:
      break;  // told of both outputs by the assembly
  }
  return {};
}

// Pictures that need hundreds of megabytes are read one at a time.
class Turns {
 public:
  std::unique_lock<std::mutex> take(const image::ImageInfo& info) {
    constexpr uint64_t kLarge = 24'000'000;
    std::unique_lock<std::mutex> lock(mutex_, std::defer_lock);
    if (uint64_t{info.width} * info.height > kLarge) lock.lock();
    return lock;
  }

 private:
  std::mutex mutex_;
};

std::optional<Made> make_image(const std::string& path, const BookFolder& folder, Turns& turns) {
  const auto place = base::path_inside(folder.folder, path);
  auto bytes = place ? base::read_file(*place) : std::nullopt;
  const auto info = bytes ? image::probe(*bytes) : std::nullopt;
  if (!info) return std::nullopt;
  const auto turn = turns.take(*info);
  auto fitted = image::fit(*bytes, *info);
  if (!fitted) return std::nullopt;
  Made made;
  made.before = info->format;
  made.image = {path, std::string(image::media_type(fitted->format)),
                fitted->changes.empty() ? std::move(*bytes) : std::move(fitted->bytes)};
  made.fitted = std::move(*fitted);
  return made;
}

// Where each picture stands first.
std::map<std::string_view, source::Span> places_of(const document::Book& book) {
  std::map<std::string_view, source::Span> places;
  document::for_each_inline(book, [&](const document::Inline& node) {
    const auto* image = std::get_if<document::Image>(&node.content);
    if (image && !image->file.empty()) places.try_emplace(image->file, node.info.span);
  });
  return places;
}

}  // namespace

std::vector<epub::EmbeddedImage> make_epub_images(const Assembly& assembly, const BookFolder& folder, unsigned jobs,
                                                  source::Diagnostics& diagnostics) {
  Turns turns;
  auto all = base::parallel_map(assembly.images.size(), jobs,
                                [&](size_t i) { return make_image(assembly.images[i], folder, turns); });
  const std::map<std::string_view, source::Span> places = places_of(assembly.book);
  std::vector<epub::EmbeddedImage> images;
  for (std::optional<Made>& made : all) {
    if (!made) continue;
    std::string changes;
    for (const image::Change change : made->fitted.changes) {
      const std::string words = words_of(*made, change);
      if (!words.empty()) changes += (changes.empty() ? "" : ", ") + words;
    }
    const auto place = places.find(made->image.path);
    const source::Span span = place == places.end() ? source::Span() : place->second;
    if (!changes.empty()) diagnostics.report("image.converted", span, {made->image.path, changes});
    images.push_back(std::move(made->image));
  }
  return images;
}

}  // namespace huozi
