// SHA-256 (FIPS 180-4): checks that a file is still the one that was recorded.
// Not here: fast hashes for caches and names of huozi's own (hash.h).
#pragma once

#include <string>
#include <string_view>

namespace huozi::base {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace huozi::base
