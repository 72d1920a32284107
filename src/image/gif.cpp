// GIF by giflib: its first frame on its canvas; what the frame leaves free is transparent.
#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "image/formats.h"

namespace huozi::image {
namespace {

struct Release {
  void operator()(GifFileType* gif) const {
    int error = 0;
    DGifCloseFile(gif, &error);
  }
};
using Gif = std::unique_ptr<GifFileType, Release>;

int read_bytes(GifFileType* gif, GifByteType* out, int count) {
  auto* rest = static_cast<std::string_view*>(gif->UserData);
  const size_t size = std::min(rest->size(), static_cast<size_t>(count));
  std::memcpy(out, rest->data(), size);
  rest->remove_prefix(size);
  return static_cast<int>(size);
}

// Up to the next frame, whose description is read. `clear`: the colour that is transparent there, or -1.
bool next_frame(GifFileType* gif, int& clear) {
  clear = NO_TRANSPARENT_COLOR;
  for (;;) {
    GifRecordType record = UNDEFINED_RECORD_TYPE;
    if (DGifGetRecordType(gif, &record) == GIF_ERROR) return false;
    if (record == IMAGE_DESC_RECORD_TYPE) return DGifGetImageDesc(gif) != GIF_ERROR;
    if (record != EXTENSION_RECORD_TYPE) return false;
    int code = 0;
    GifByteType* block = nullptr;
    if (DGifGetExtension(gif, &code, &block) == GIF_ERROR) return false;
    while (block) {
      GraphicsControlBlock control;
      if (code == GRAPHICS_EXT_FUNC_CODE && DGifExtensionToGCB(block[0], block + 1, &control) != GIF_ERROR) {
        clear = control.TransparentColor;
      }
      if (DGifGetExtensionNext(gif, &block) == GIF_ERROR) return false;
    }
  }
}

bool skip_frame(GifFileType* gif) {
  int size = 0;
  GifByteType* block = nullptr;
  if (DGifGetCode(gif, &size, &block) == GIF_ERROR) return false;
  while (block) {
    if (DGifGetCodeNext(gif, &block) == GIF_ERROR) return false;
  }
  return true;
}

// The rows of an interlaced frame come in four passes.
struct Pass {
  int first, step;
};
constexpr std::array<Pass, 4> kPasses = {{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};
constexpr std::array<Pass, 1> kOnePass = {{{0, 1}}};

bool read_frame(GifFileType* gif, int clear, Bitmap& bitmap) {
  const GifImageDesc& frame = gif->Image;
  const ColorMapObject* colors = frame.ColorMap ? frame.ColorMap : gif->SColorMap;
  if (!colors || frame.Width <= 0 || frame.Height <= 0) return false;
  std::vector<GifPixelType> line(static_cast<size_t>(frame.Width));
  const auto put_row = [&](int y) {
    if (DGifGetLine(gif, line.data(), frame.Width) == GIF_ERROR) return false;
    const int64_t row = int64_t{frame.Top} + y;
    if (row < 0 || row >= int64_t{bitmap.height}) return true;
    for (int x = 0; x < frame.Width; ++x) {
      const int64_t column = int64_t{frame.Left} + x;
      const GifPixelType index = line[static_cast<size_t>(x)];
      if (column < 0 || column >= int64_t{bitmap.width} || index == clear || index >= colors->ColorCount) continue;
      const GifColorType& color = colors->Colors[index];
      uint8_t* pixel = bitmap.row(static_cast<size_t>(row)) + column * 4;
      pixel[0] = color.Red;
      pixel[1] = color.Green;
      pixel[2] = color.Blue;
      pixel[3] = 255;
    }
    return true;
  };
  const auto read_pass = [&](const Pass& pass) {
    for (int y = pass.first; y < frame.Height; y += pass.step) {
      if (!put_row(y)) return false;
    }
    return true;
  };
  if (!frame.Interlace) return read_pass(kOnePass[0]);
  for (const Pass& pass : kPasses) {
    if (!read_pass(pass)) return false;
  }
  return true;
}

Gif open(std::string_view& rest) {
  int error = 0;
  return Gif(DGifOpen(&rest, read_bytes, &error));
}

// The canvas; where the file gives none, what the first frame needs.
void set_size(const GifFileType& gif, uint32_t& width, uint32_t& height) {
  const auto side = [](int canvas, int begin, int size) {
    return static_cast<uint32_t>(canvas > 0 ? canvas : std::max(0, begin) + std::max(0, size));
  };
  width = side(gif.SWidth, gif.Image.Left, gif.Image.Width);
  height = side(gif.SHeight, gif.Image.Top, gif.Image.Height);
}

}  // namespace

std::optional<ImageInfo> probe_gif(std::string_view file) {
  std::string_view rest = file;
  const Gif gif = open(rest);
  int clear = NO_TRANSPARENT_COLOR;
  if (!gif || !next_frame(gif.get(), clear)) return std::nullopt;
  ImageInfo info;
  info.format = Format::gif;
  info.channels = 1;
  info.palette = true;
  info.lossless = true;
  info.transparent = clear != NO_TRANSPARENT_COLOR;
  info.interlaced = gif->Image.Interlace;
  set_size(*gif, info.width, info.height);
  if (info.width == 0 || info.height == 0 || info.width > kLongestSide || info.height > kLongestSide) {
    return std::nullopt;
  }
  info.animated = skip_frame(gif.get()) && next_frame(gif.get(), clear);
  return info;
}

std::optional<Bitmap> decode_gif(std::string_view file) {
  std::string_view rest = file;
  const Gif gif = open(rest);
  int clear = NO_TRANSPARENT_COLOR;
  if (!gif || !next_frame(gif.get(), clear)) return std::nullopt;
  Bitmap bitmap;
  set_size(*gif, bitmap.width, bitmap.height);
  if (uint64_t{bitmap.width} * bitmap.height > kMostPixels) return std::nullopt;
  bitmap.alpha = true;
  bitmap.samples.resize(bitmap.height * bitmap.row_bytes());
  if (!read_frame(gif.get(), clear, bitmap)) return std::nullopt;
  return bitmap;
}

}  // namespace huozi::image
