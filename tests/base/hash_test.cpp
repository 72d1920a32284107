#include "base/hash.h"

#include <set>

#include "support/catch.h"

using namespace huozi::base;

// Caches and identifiers of published books hold these values: they may never change.
TEST_CASE("hashes have the values they always had", "[hash]") {
  CHECK(hash64("") == 0x48218226ff3cd4bfULL);
  CHECK(hash64("a") == 0xda392e041ecc1abeULL);
  CHECK(hash64("活字") == 0x69357e4975e5b5d9ULL);
  CHECK(hash64("0123456789abcdef", 7) == 0x63e637e35c3e5dbfULL);
  CHECK(to_hex(hash128("活字")) == "aaec02e20ab9fa2db71bd717bad0538a");
  CHECK(uuid_urn("https://example.org/xinfang") == "urn:uuid:3027179b-0c18-8d04-9258-4762b88d8af0");
}

TEST_CASE("hashes tell apart what differs in length, place, seed or one bit", "[hash]") {
  using namespace std::string_literals;
  std::set<uint64_t> values;
  std::string zeros;
  for (int n = 0; n < 40; ++n, zeros.push_back('\0')) values.insert(hash64(zeros));
  CHECK(values.size() == 40);
  std::string bits(24, '\0');
  for (size_t bit = 0; bit < bits.size() * 8; ++bit) {
    std::string changed = bits;
    changed[bit / 8] = static_cast<char>(1 << bit % 8);
    values.insert(hash64(changed));
  }
  CHECK(values.size() == 40 + 24 * 8);
  CHECK(hash64("a", 1) != hash64("a", 2));
  CHECK(hash128("a")[0] != hash128("a")[1]);
}

TEST_CASE("hexadecimal digits keep leading zeros", "[hash]") {
  CHECK(to_hex({0x1, 0xABCDEF}) == "00000000000000010000000000abcdef");
}

// RFC 9562 §4.1, §4.2: version nibble 8, variant bits 10.
TEST_CASE("a UUID from a name has version 8 and the RFC's variant", "[hash]") {
  for (const char* name : {"", "a", "b", "活字", "xinfang"}) {
    const std::string urn = uuid_urn(name);
    INFO(urn);
    REQUIRE(urn.size() == 45);
    CHECK(urn.substr(0, 9) == "urn:uuid:");
    CHECK(urn[17] == '-');
    CHECK(urn[22] == '-');
    CHECK(urn[23] == '8');
    CHECK(std::string("89ab").find(urn[28]) != std::string::npos);
    CHECK(urn[32] == '-');
  }
}
