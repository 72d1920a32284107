// zlib-wrapped deflate (RFC 1950) of whole byte strings. Not a stream compressor.
#pragma once

#include <string>
#include <string_view>

namespace huozi::pdf {

// The same bytes always compress alike. Safe to call from several threads: each keeps its own compressor.
std::string deflate(std::string_view bytes);

}  // namespace huozi::pdf
