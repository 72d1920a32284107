// UTF-8 decoding, encoding and validation. Not here: character properties (text/), display width (source/).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace huozi::base {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t code_point = kReplacement;
  uint32_t length = 1;  // bytes taken; 1 for an ill-formed byte
  bool valid = false;
};

// Unicode 15 §3.9, table 3-7: well-formed sequences only, no surrogates, no overlong forms.
Decoded decode_utf8_beyond_ideographs(std::string_view text, size_t offset);

// The code point at `offset`. REQUIRES: offset < text.size(). An ill-formed byte gives U+FFFD, length 1.
inline Decoded decode_utf8(std::string_view text, size_t offset) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1, true};
  // U+1000 to U+CFFF: nearly all there is.
  if (first >= 0xE1 && first <= 0xEC && text.size() - offset >= 3 && (byte(1) & 0xC0) == 0x80 &&
      (byte(2) & 0xC0) == 0x80) {
    return {static_cast<char32_t>((first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F)), 3, true};
  }
  return decode_utf8_beyond_ideographs(text, offset);
}

// A value that is no Unicode scalar value (a surrogate, or above U+10FFFF) is written as U+FFFD.
void append_utf8(std::string& out, char32_t code_point);
std::string to_utf8(std::u32string_view text);
std::u32string to_utf32(std::string_view text);

// Offset of the first ill-formed byte, or npos.
size_t find_invalid_utf8(std::string_view text);

// for (auto [code_point, offset, length] : CodePoints(text))
class CodePoints {
 public:
  struct Item {
    char32_t code_point;
    uint32_t offset;
    uint32_t length;
  };
  class Iterator {
   public:
    Iterator(std::string_view text, size_t offset) : text_(text), offset_(offset) { read(); }
    Item operator*() const { return {current_.code_point, static_cast<uint32_t>(offset_), current_.length}; }
    Iterator& operator++() {
      offset_ += current_.length;
      read();
      return *this;
    }
    bool operator!=(const Iterator& other) const { return offset_ != other.offset_; }

   private:
    void read() {
      if (offset_ < text_.size()) current_ = decode_utf8(text_, offset_);
    }
    std::string_view text_;
    size_t offset_;
    Decoded current_;
  };
  explicit CodePoints(std::string_view text) : text_(text) {}
  Iterator begin() const { return {text_, 0}; }
  Iterator end() const { return {text_, text_.size()}; }

 private:
  std::string_view text_;
};

}  // namespace huozi::base
