#include "image/kinds.h"

#include <gif_lib.h>
#include <lcms2.h>
#include <lcms2_plugin.h>
#include <png.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <vector>

// jpeglib.h needs FILE.
#include <jpeglib.h>

namespace huozi::test {
namespace {

using namespace std::string_literals;

void require(bool done, const char* what) {
  if (!done) throw std::runtime_error(what);
}

// 0 red, 1 green, 2 blue, 3 white.
int quarter(uint32_t x, uint32_t y, uint32_t width, uint32_t height) {
  return (x < width / 2 ? 0 : 1) + (y < height / 2 ? 0 : 2);
}

constexpr uint8_t kColors[4][3] = {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}};

// Red, green, blue, alpha.
std::vector<uint8_t> pixels(uint32_t width, uint32_t height, bool alpha) {
  std::vector<uint8_t> all;
  for (uint32_t y = 0; y < height; ++y) {
    for (uint32_t x = 0; x < width; ++x) {
      const int q = quarter(x, y, width, height);
      all.insert(all.end(), kColors[q], kColors[q] + 3);
      all.push_back(alpha && q == 3 ? 0 : 255);
    }
  }
  return all;
}

std::string exif(int orientation) {
  return "Exif\0\0II*\0\x08\0\0\0\1\0\x12\x01\3\0\1\0\0\0"s + static_cast<char>(orientation) + "\0\0\0\0\0\0\0"s;
}

void write_marker(jpeg_compress_struct& jpeg, int marker, const std::string& data) {
  jpeg_write_marker(&jpeg, marker, reinterpret_cast<const JOCTET*>(data.data()),
                    static_cast<unsigned int>(data.size()));
}

std::string profile_bytes(cmsHPROFILE profile) {
  require(profile != nullptr, "profile");
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile, nullptr, &size);
  std::string bytes(size, '\0');
  cmsSaveProfileToMem(profile, bytes.data(), &size);
  cmsCloseProfile(profile);
  return bytes;
}

void append_png(png_structp png, png_bytep data, png_size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), size);
}

int append_gif(GifFileType* file, const GifByteType* data, int size) {
  static_cast<std::string*>(file->UserData)->append(reinterpret_cast<const char*>(data), static_cast<size_t>(size));
  return size;
}

}  // namespace

std::string jpeg(const Jpeg& kind) {
  jpeg_error_mgr errors;
  jpeg_compress_struct jpeg;
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &bytes, &size);
  const bool cmyk = kind.colors == Jpeg::Colors::cmyk, gray = kind.colors == Jpeg::Colors::gray;
  jpeg.image_width = kind.width;
  jpeg.image_height = kind.height;
  jpeg.input_components = cmyk ? 4 : gray ? 1 : 3;
  jpeg.in_color_space = cmyk ? JCS_CMYK : gray ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&jpeg);
  if (cmyk) jpeg_set_colorspace(&jpeg, JCS_YCCK);
  jpeg_set_quality(&jpeg, 95, TRUE);
  if (kind.progressive) jpeg_simple_progression(&jpeg);
  if (kind.arithmetic) jpeg.arith_code = TRUE;
  jpeg_start_compress(&jpeg, TRUE);
  if (kind.orientation != 1) write_marker(jpeg, JPEG_APP0 + 1, exif(kind.orientation));
  if (!kind.profile.empty()) write_marker(jpeg, JPEG_APP0 + 2, "ICC_PROFILE\0\1\1"s + kind.profile);
  std::vector<uint8_t> row(size_t{kind.width} * static_cast<size_t>(jpeg.input_components));
  for (uint32_t y = 0; y < kind.height; ++y) {
    for (uint32_t x = 0; x < kind.width; ++x) {
      const uint8_t* color = kColors[quarter(x, y, kind.width, kind.height)];
      uint8_t* out = row.data() + size_t{x} * static_cast<size_t>(jpeg.input_components);
      if (gray) out[0] = static_cast<uint8_t>((color[0] + color[1] + color[2]) / 3);
      for (int k = 0; k < 3 && !gray; ++k) out[k] = color[k];  // inverted: no ink is 255
      if (cmyk) out[3] = 255;
    }
    JSAMPROW line = row.data();
    jpeg_write_scanlines(&jpeg, &line, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  const std::string file(reinterpret_cast<const char*>(bytes), size);
  std::free(bytes);
  return file;
}

std::string png(const Png& kind) {
  std::string file;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &file, append_png, nullptr);
  png_set_IHDR(png, info, kind.width, kind.height, kind.bits,
               kind.alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB,
               kind.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  if (!kind.profile.empty()) {
    png_set_iCCP(png, info, "p", 0, reinterpret_cast<png_const_bytep>(kind.profile.data()),
                 static_cast<png_uint_32>(kind.profile.size()));
  }
  png_write_info(png, info);
  const std::vector<uint8_t> all = pixels(kind.width, kind.height, kind.alpha);
  std::vector<uint8_t> rows;
  for (size_t i = 0; i < all.size(); ++i) {
    if (!kind.alpha && i % 4 == 3) continue;
    for (int k = 0; k < kind.bits / 8; ++k) rows.push_back(all[i]);
  }
  std::vector<png_bytep> lines;
  const size_t row_bytes = rows.size() / kind.height;
  for (uint32_t y = 0; y < kind.height; ++y) lines.push_back(rows.data() + y * row_bytes);
  png_write_image(png, lines.data());
  png_write_end(png, nullptr);
  png_destroy_write_struct(&png, &info);
  return file;
}

std::string webp(const Webp& kind) {
  const int width = static_cast<int>(kind.width), height = static_cast<int>(kind.height);
  const std::vector<uint8_t> all = pixels(kind.width, kind.height, kind.alpha);
  if (kind.frames == 1) {
    uint8_t* bytes = nullptr;
    const size_t size = kind.lossless ? WebPEncodeLosslessRGBA(all.data(), width, height, width * 4, &bytes)
                                      : WebPEncodeRGBA(all.data(), width, height, width * 4, 95, &bytes);
    require(size > 0, "webp");
    const std::string file(reinterpret_cast<const char*>(bytes), size);
    WebPFree(bytes);
    return file;
  }
  WebPAnimEncoderOptions options;
  require(WebPAnimEncoderOptionsInit(&options), "webp");
  WebPAnimEncoder* const encoder = WebPAnimEncoderNew(width, height, &options);
  for (int i = 0; i < kind.frames; ++i) {
    WebPPicture picture;
    require(WebPPictureInit(&picture), "webp");
    picture.use_argb = 1;
    picture.width = width;
    picture.height = height;
    std::vector<uint8_t> black(all.size(), 0);
    for (size_t k = 3; k < black.size(); k += 4) black[k] = 255;
    require(WebPPictureImportRGBA(&picture, i == 0 ? all.data() : black.data(), width * 4), "webp");
    require(WebPAnimEncoderAdd(encoder, &picture, i * 100, nullptr), "webp");
    WebPPictureFree(&picture);
  }
  WebPAnimEncoderAdd(encoder, nullptr, kind.frames * 100, nullptr);
  WebPData data;
  WebPDataInit(&data);
  require(WebPAnimEncoderAssemble(encoder, &data), "webp");
  const std::string file(reinterpret_cast<const char*>(data.bytes), data.size);
  WebPDataClear(&data);
  WebPAnimEncoderDelete(encoder);
  return file;
}

std::string gif(const Gif& kind) {
  std::string file;
  int error = 0;
  GifFileType* const gif = EGifOpen(&file, append_gif, &error);
  require(gif != nullptr, "gif");
  EGifSetGifVersion(gif, true);
  GifColorType colors[8] = {};
  for (int i = 0; i < 4; ++i) colors[i] = {kColors[i][0], kColors[i][1], kColors[i][2]};
  ColorMapObject* const map = GifMakeMapObject(8, colors);
  const int width = static_cast<int>(kind.width), height = static_cast<int>(kind.height);
  require(EGifPutScreenDesc(gif, width, height, 3, 0, map) != GIF_ERROR, "gif");
  GifFreeMapObject(map);
  for (int i = 0; i < kind.frames; ++i) {
    GraphicsControlBlock control{};
    control.TransparentColor = kind.clear ? 3 : NO_TRANSPARENT_COLOR;
    control.DelayTime = 10;
    GifByteType block[4];
    EGifGCBToExtension(&control, block);
    EGifPutExtension(gif, GRAPHICS_EXT_FUNC_CODE, 4, block);
    require(EGifPutImageDesc(gif, 0, 0, width, height, kind.interlaced, nullptr) != GIF_ERROR, "gif");
    std::vector<GifPixelType> row(kind.width);
    const auto put = [&](int first, int step) {
      for (int y = first; y < height; y += step) {
        for (uint32_t x = 0; x < kind.width; ++x) {
          const int q = quarter(x, static_cast<uint32_t>(y), kind.width, kind.height);
          row[x] = static_cast<GifPixelType>(i == 0 ? q : 7);
        }
        require(EGifPutLine(gif, row.data(), width) != GIF_ERROR, "gif");
      }
    };
    if (kind.interlaced) {
      put(0, 8);
      put(4, 8);
      put(2, 4);
      put(1, 2);
    } else {
      put(0, 1);
    }
  }
  require(EGifCloseFile(gif, &error) != GIF_ERROR, "gif");
  return file;
}

std::string wide_profile() {
  const cmsCIExyYTRIPLE primaries = {{0.735, 0.265, 1}, {0.115, 0.826, 1}, {0.157, 0.018, 1}};
  const cmsCIExyY white = {0.3457, 0.3585, 1};
  cmsToneCurve* const tone = cmsBuildGamma(nullptr, 2.2);
  cmsToneCurve* const curves[3] = {tone, tone, tone};
  const cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
  cmsFreeToneCurve(tone);
  return profile_bytes(profile);
}

std::string srgb_profile() {
  return profile_bytes(cmsCreate_sRGBProfile());
}

std::string two_intents_profile(const std::string& press) {
  const cmsHPROFILE from = cmsOpenProfileFromMem(press.data(), static_cast<cmsUInt32Number>(press.size()));
  require(from != nullptr, "profile");
  const cmsHPROFILE made = cmsCreateProfilePlaceholder(nullptr);
  cmsSetProfileVersion(made, 2.1);
  cmsSetDeviceClass(made, cmsSigOutputClass);
  cmsSetColorSpace(made, cmsSigCmykData);
  cmsSetPCS(made, cmsGetPCS(from));
  for (const cmsTagSignature tag :
       {cmsSigProfileDescriptionTag, cmsSigMediaWhitePointTag, cmsSigAToB0Tag, cmsSigBToA1Tag}) {
    require(cmsWriteTag(made, tag, cmsReadTag(from, tag)), "a tag");
  }
  cmsPipeline* const softer = cmsPipelineDup(static_cast<const cmsPipeline*>(cmsReadTag(from, cmsSigBToA1Tag)));
  cmsStage* last = nullptr;
  cmsPipelineUnlinkStage(softer, cmsAT_END, &last);
  require(last && cmsStageType(last) == cmsSigCurveSetElemType, "curves");
  const auto* const was = static_cast<const _cmsStageToneCurvesData*>(cmsStageData(last));
  std::vector<cmsToneCurve*> curves;
  for (cmsUInt32Number ink = 0; ink < was->nCurves; ++ink) {
    std::array<cmsUInt16Number, 256> table{};
    for (cmsUInt32Number i = 0; i < 256; ++i) {
      const cmsUInt16Number full = cmsEvalToneCurve16(was->TheCurves[ink], static_cast<cmsUInt16Number>(i * 257));
      table[i] = static_cast<cmsUInt16Number>(full * 9 / 10);
    }
    curves.push_back(cmsBuildTabulatedToneCurve16(nullptr, table.size(), table.data()));
  }
  cmsPipelineInsertStage(softer, cmsAT_END, cmsStageAllocToneCurves(nullptr, was->nCurves, curves.data()));
  require(cmsWriteTag(made, cmsSigBToA0Tag, softer), "a tag");
  for (cmsToneCurve* const curve : curves) cmsFreeToneCurve(curve);
  cmsStageFree(last);
  cmsPipelineFree(softer);
  cmsCloseProfile(from);
  return profile_bytes(made);
}

}  // namespace huozi::test
