#include "base/sha1.h"

#include <string>

#include "support/catch.h"

namespace {

std::string hex(std::string_view bytes) {
  std::string out;
  for (const uint8_t byte : huozi::base::sha1(bytes)) {
    out += "0123456789abcdef"[byte >> 4];
    out += "0123456789abcdef"[byte & 15];
  }
  return out;
}

}  // namespace

// The examples NIST publishes for FIPS 180.
TEST_CASE("SHA-1 of the standard's examples", "[sha1]") {
  CHECK(hex("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  CHECK(hex("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK(hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") == "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
  CHECK(hex(std::string(1'000'000, 'a')) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}
