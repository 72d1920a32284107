// A PDF file with what its object streams hold (ISO 32000-1, 7.5.7) laid open behind it: what a test looks for is found
// wherever it stands. No reader: numbers and places are not looked at.
#pragma once

#include <libdeflate.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>

namespace huozi::test {

inline std::string unpacked(const std::string& file) {
  const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> inflater(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  std::string out = file;
  for (size_t at = file.find("/ObjStm"); at != std::string::npos; at = file.find("/ObjStm", at + 1)) {
    const size_t head = file.rfind(" obj", at), begin = file.find("stream\n", at) + 7;
    const std::string dict = file.substr(head, begin - head);
    const auto size = std::stoul(dict.substr(dict.find("/Length ") + 8));
    std::string held(size * 1100, '\0');  // more than deflate can hold in it
    size_t length = 0;
    if (libdeflate_zlib_decompress(inflater.get(), file.data() + begin, std::min(size, file.size() - begin),
                                   held.data(), held.size(), &length) != LIBDEFLATE_SUCCESS) {
      throw std::runtime_error("an object stream does not inflate");
    }
    out += '\n' + held.substr(0, length);
  }
  return out;
}

}  // namespace huozi::test
