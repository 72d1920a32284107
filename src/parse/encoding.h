// Bytes of a text in whatever encoding to UTF-8.
// Not here: reading files, invisible characters (legible). Strangers' files often declare an encoding they are not in:
// what the bytes say goes before what the text says.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace huozi::parse {

struct DecodedText {
  std::string text;           // well-formed UTF-8 without a byte order mark
  std::string encoding;       // "UTF-8", "UTF-16LE", "GB18030", "Big5" ..., else as the text declares it
  size_t replaced = 0;        // how many U+FFFD stand for bytes that mean nothing in the encoding
  size_t first_replaced = 0;  // offset in `text` of the first of them
};

// In this order: a byte order mark; UTF-16 and UTF-32 by their zero bytes; UTF-8 where it is well formed, or nearly;
// an encoding declared by <meta charset> or an XML declaration within the first 2 KiB; Big5 where its usual characters
// are clearly more; else GB18030, which has GBK and GB 2312 in it. Nothing: this is no text (zero bytes or control
// characters beyond that, or too many bytes that mean nothing).
std::optional<DecodedText> decode_text(std::string_view bytes);

}  // namespace huozi::parse
