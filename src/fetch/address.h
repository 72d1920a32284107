// Which addresses are the public internet's. Not here: names and their look-up (libcurl).
#pragma once

#include <array>
#include <cstdint>

namespace huozi::fetch {

// After IANA's special-purpose address registries (RFC 6890): neither this machine, nor a private, shared, link-local,
// documentation, benchmarking, multicast or reserved block. In network order.
bool is_public(const std::array<uint8_t, 4>& address);
// An IPv4 address within an IPv6 one (mapped, translated, 6to4) counts as that; of the rest only 2000::/3 is public.
bool is_public(const std::array<uint8_t, 16>& address);

// 127.0.0.0/8 and ::1.
bool is_loopback(const std::array<uint8_t, 4>& address);
bool is_loopback(const std::array<uint8_t, 16>& address);

}  // namespace huozi::fetch
