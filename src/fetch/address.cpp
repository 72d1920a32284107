#include "fetch/address.h"

#include <algorithm>

namespace huozi::fetch {
namespace {

struct Block4 {
  uint32_t first;
  int bits;
};

constexpr std::array kSpecial4 = {
    Block4{0x00000000, 8},   // 0.0.0.0/8        this network
    Block4{0x0A000000, 8},   // 10.0.0.0/8       private
    Block4{0x64400000, 10},  // 100.64.0.0/10    shared by carriers
    Block4{0x7F000000, 8},   // 127.0.0.0/8      loopback
    Block4{0xA9FE0000, 16},  // 169.254.0.0/16   link-local
    Block4{0xAC100000, 12},  // 172.16.0.0/12    private
    Block4{0xC0000000, 24},  // 192.0.0.0/24     protocol assignments
    Block4{0xC0000200, 24},  // 192.0.2.0/24     documentation
    Block4{0xC0586300, 24},  // 192.88.99.0/24   6to4 relays
    Block4{0xC0A80000, 16},  // 192.168.0.0/16   private
    Block4{0xC6120000, 15},  // 198.18.0.0/15    benchmarking
    Block4{0xC6336400, 24},  // 198.51.100.0/24  documentation
    Block4{0xCB007100, 24},  // 203.0.113.0/24   documentation
    Block4{0xE0000000, 3},   // 224.0.0.0/3      multicast, reserved, broadcast
};

}  // namespace

bool is_public(const std::array<uint8_t, 4>& address) {
  uint32_t value = 0;
  for (const uint8_t byte : address) value = value << 8 | byte;
  return std::none_of(kSpecial4.begin(), kSpecial4.end(),
                      [&](const Block4& block) { return (value ^ block.first) >> (32 - block.bits) == 0; });
}

bool is_public(const std::array<uint8_t, 16>& a) {
  const auto starts = [&](std::initializer_list<uint8_t> bytes) {
    return std::equal(bytes.begin(), bytes.end(), a.begin());
  };
  const auto inner = [&](size_t at) {
    return is_public(std::array<uint8_t, 4>{a[at], a[at + 1], a[at + 2], a[at + 3]});
  };
  if (starts({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF})) return inner(12);     // ::ffff:0:0/96, mapped
  if (starts({0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0})) return inner(12);  // 64:ff9b::/96, translated
  if (starts({0x20, 0x02})) return inner(2);                                    // 2002::/16, 6to4
  if (starts({0x20, 0x01, 0x00}) || starts({0x20, 0x01, 0x01})) return false;   // 2001::/23, protocol assignments
  if (starts({0x20, 0x01, 0x0D, 0xB8})) return false;                           // 2001:db8::/32, documentation
  if (starts({0x3F, 0xFF}) && a[2] < 0x10) return false;                        // 3fff::/20, documentation
  return (a[0] & 0xE0) == 0x20;
}

bool is_loopback(const std::array<uint8_t, 4>& address) {
  return address[0] == 127;
}

bool is_loopback(const std::array<uint8_t, 16>& address) {
  std::array<uint8_t, 16> one{};
  one[15] = 1;
  return address == one;
}

}  // namespace huozi::fetch
