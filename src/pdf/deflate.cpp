#include "pdf/deflate.h"

#include <libdeflate.h>

#include <memory>
#include <new>

namespace huozi::pdf {
namespace {

constexpr int kLevel = 6;

struct Release {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

}  // namespace

std::string deflate(std::string_view bytes) {
  // Making a compressor costs more than compressing a page.
  thread_local const std::unique_ptr<libdeflate_compressor, Release> compressor(libdeflate_alloc_compressor(kLevel));
  if (!compressor) throw std::bad_alloc();
  std::string out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

}  // namespace huozi::pdf
