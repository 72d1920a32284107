#include "base/hash.h"

#include <fmt/format.h>

#include <bit>
#include <cstring>

namespace huozi::base {
namespace {

uint64_t mix(uint64_t x) {
  x ^= x >> 30;
  x *= 0xBF58476D1CE4E5B9ULL;
  x ^= x >> 27;
  x *= 0x94D049BB133111EBULL;
  return x ^ x >> 31;
}

// Little-endian on every machine, so that the value does not depend on its byte order.
uint64_t word_at(const char* bytes, size_t count) {
  uint64_t word = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&word, bytes, count);
  } else {
    for (size_t k = 0; k < count; ++k) word |= static_cast<uint64_t>(static_cast<unsigned char>(bytes[k])) << (8 * k);
  }
  return word;
}

}  // namespace

uint64_t hash64(std::string_view bytes, uint64_t seed) {
  uint64_t h = mix(seed ^ bytes.size() ^ 0x9E3779B97F4A7C15ULL);
  size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) h = mix(h ^ word_at(bytes.data() + i, 8)) + 0x9E3779B97F4A7C15ULL;
  const size_t rest = bytes.size() - i;
  return mix(h ^ (rest == 4 ? word_at(bytes.data() + i, 4) : word_at(bytes.data() + i, rest)));
}

Hash128 hash128(std::string_view bytes) {
  return {hash64(bytes, 1), hash64(bytes, 2)};
}

std::string to_hex(const Hash128& hash) {
  return fmt::format("{:016x}{:016x}", hash[0], hash[1]);
}

std::string uuid_urn(std::string_view name) {
  const Hash128 h = hash128(name);
  const uint64_t high = (h[0] & 0xFFFFFFFFFFFF0FFFULL) | 0x8000ULL;
  const uint64_t low = (h[1] & 0x3FFFFFFFFFFFFFFFULL) | 0x8000000000000000ULL;
  return fmt::format("urn:uuid:{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, high >> 16 & 0xFFFF, high & 0xFFFF,
                     low >> 48, low & 0xFFFFFFFFFFFFULL);
}

}  // namespace huozi::base
