// Addresses as articles write them, to addresses that may be asked for.
// Not here: which machines may be (address.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace huozi::fetch {

// http and https with a host and without name and password, at most 4096 bytes; //host/path becomes https. Blanks at
// the ends and the fragment go, other characters that no URL may hold are percent-encoded (RFC 3986 §2.1).
std::optional<std::string> fetchable_url(std::string_view written);

// The URL says openly that it means this machine: localhost, 127.x.x.x in four numbers, [::1].
bool names_this_machine(std::string_view url);

}  // namespace huozi::fetch
