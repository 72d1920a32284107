// Stable content hashes: the same bytes give the same value on every machine and in every version.
// Not for security.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace huozi::base {

using Hash128 = std::array<uint64_t, 2>;

uint64_t hash64(std::string_view bytes, uint64_t seed = 0);
Hash128 hash128(std::string_view bytes);
std::string to_hex(const Hash128& hash);  // 32 lower-case digits

// A version 8 UUID (RFC 9562 §5.8) made from a name: "urn:uuid:....".
std::string uuid_urn(std::string_view name);

}  // namespace huozi::base
