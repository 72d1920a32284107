#include "base/utf8.h"

namespace huozi::base {

Decoded decode_utf8_beyond_ideographs(std::string_view text, size_t offset) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const size_t left = text.size() - offset;
  const unsigned char first = byte(0);
  const auto tail = [&](size_t i) { return (byte(i) & 0xC0) == 0x80; };
  // Full-width marks first: they end most clauses.
  if (first >= 0xE0 && first <= 0xEF && left >= 3 && tail(1) && tail(2)) {
    const auto cp = static_cast<char32_t>((first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
    if (cp >= 0x800 && !(cp >= 0xD800 && cp <= 0xDFFF)) return {cp, 3, true};
  }
  if (first >= 0xC2 && first <= 0xDF && left >= 2 && tail(1)) {
    return {static_cast<char32_t>((first & 0x1F) << 6 | (byte(1) & 0x3F)), 2, true};
  }
  if (first >= 0xF0 && first <= 0xF4 && left >= 4 && tail(1) && tail(2) && tail(3)) {
    const auto cp =
        static_cast<char32_t>((first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F));
    if (cp >= 0x10000 && cp <= 0x10FFFF) return {cp, 4, true};
  }
  return {};
}

void append_utf8(std::string& out, char32_t cp) {
  if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF)) cp = kReplacement;
  char bytes[4];
  size_t length = 0;
  const auto put = [&](char32_t value) { bytes[length++] = static_cast<char>(static_cast<unsigned char>(value)); };
  if (cp < 0x80) {
    put(cp);
  } else if (cp < 0x800) {
    put(0xC0 | cp >> 6);
    put(0x80 | (cp & 0x3F));
  } else if (cp < 0x10000) {
    put(0xE0 | cp >> 12);
    put(0x80 | (cp >> 6 & 0x3F));
    put(0x80 | (cp & 0x3F));
  } else {
    put(0xF0 | cp >> 18);
    put(0x80 | (cp >> 12 & 0x3F));
    put(0x80 | (cp >> 6 & 0x3F));
    put(0x80 | (cp & 0x3F));
  }
  out.append(bytes, length);
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t cp : text) append_utf8(out, cp);
  return out;
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 2);
  for (const auto item : CodePoints(text)) out.push_back(item.code_point);
  return out;
}

size_t find_invalid_utf8(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    if (!d.valid) return i;
    i += d.length;
  }
  return std::string_view::npos;
}

}  // namespace huozi::base
