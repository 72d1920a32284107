// WebP by libwebp; of an animation the first frame.
#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>

#include "image/formats.h"

namespace huozi::image {
namespace {

struct Release {
  void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
  void operator()(WebPAnimDecoder* decoder) const { WebPAnimDecoderDelete(decoder); }
};
using Demuxer = std::unique_ptr<WebPDemuxer, Release>;

const uint8_t* bytes_of(std::string_view file) {
  return reinterpret_cast<const uint8_t*>(file.data());
}

// Null unless the file is whole.
Demuxer open(std::string_view file) {
  const WebPData data{bytes_of(file), file.size()};
  return Demuxer(WebPDemux(&data));
}

std::string_view chunk_of(const Demuxer& demuxer, const char* name) {
  WebPChunkIterator chunk{};
  std::string_view found;
  if (WebPDemuxGetChunk(demuxer.get(), name, 1, &chunk)) {
    found = {reinterpret_cast<const char*>(chunk.chunk.bytes), chunk.chunk.size};
  }
  WebPDemuxReleaseChunkIterator(&chunk);
  return found;
}

bool decode_first_frame(std::string_view file, Bitmap& bitmap) {
  WebPAnimDecoderOptions options;
  if (!WebPAnimDecoderOptionsInit(&options)) return false;
  const WebPData data{bytes_of(file), file.size()};
  const std::unique_ptr<WebPAnimDecoder, Release> decoder(WebPAnimDecoderNew(&data, &options));
  uint8_t* frame = nullptr;
  int time = 0;
  if (!decoder || !WebPAnimDecoderGetNext(decoder.get(), &frame, &time)) return false;
  bitmap.samples.assign(frame, frame + bitmap.height * bitmap.row_bytes());
  return true;
}

}  // namespace

std::optional<ImageInfo> probe_webp(std::string_view file) {
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(bytes_of(file), file.size(), &features) != VP8_STATUS_OK) return std::nullopt;
  if (features.width <= 0 || features.height <= 0) return std::nullopt;
  ImageInfo info;
  info.format = Format::webp;
  info.width = static_cast<uint32_t>(features.width);
  info.height = static_cast<uint32_t>(features.height);
  info.transparent = features.has_alpha != 0;
  info.animated = features.has_animation != 0;
  info.lossless = features.format == 2;
  info.channels = info.transparent ? 4 : 3;
  if (const Demuxer demuxer = open(file)) {
    std::string_view exif = chunk_of(demuxer, "EXIF");
    if (exif.starts_with(std::string_view("Exif\0\0", 6))) exif.remove_prefix(6);
    info.orientation = exif_orientation(exif);
  }
  return info;
}

std::optional<Bitmap> decode_webp(std::string_view file) {
  const auto info = probe_webp(file);
  const Demuxer demuxer = info ? open(file) : nullptr;
  if (!demuxer || uint64_t{info->width} * info->height > kMostPixels) return std::nullopt;
  Bitmap bitmap;
  bitmap.width = info->width;
  bitmap.height = info->height;
  bitmap.alpha = info->transparent || info->animated;
  const std::string_view profile = chunk_of(demuxer, "ICCP");
  if (profile.size() <= kMostProfileBytes) bitmap.profile = profile;
  if (info->animated) return decode_first_frame(file, bitmap) ? std::optional(std::move(bitmap)) : std::nullopt;
  bitmap.samples.resize(bitmap.height * bitmap.row_bytes());
  const auto read = bitmap.alpha ? WebPDecodeRGBAInto : WebPDecodeRGBInto;
  const int stride = static_cast<int>(bitmap.row_bytes());
  if (!read(bytes_of(file), file.size(), bitmap.samples.data(), bitmap.samples.size(), stride)) return std::nullopt;
  return bitmap;
}

}  // namespace huozi::image
