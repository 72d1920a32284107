// SHA-1 (FIPS 180-4): the key of EPUB's font obfuscation is one. Not for anything that must resist forgery.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace huozi::base {

std::array<uint8_t, 20> sha1(std::string_view bytes);

}  // namespace huozi::base
