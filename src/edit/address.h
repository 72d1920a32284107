// The parts of a web address that rules look at, and percent-encoding. Only http, https and `//host` are web addresses.
// Not here: which hosts and paths mean what (address_rules, image_address). Inside edit/ only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"

namespace huozi::edit {

// Views into the text it was read from. `host` and `path` are as written: hosts compare by is_host.
struct Address {
  std::string_view host;   // without user and port
  std::string_view path;   // with its first /; may be empty
  std::string_view query;  // without ?
};

struct Parameter {
  std::string_view key;
  std::string_view value;  // as written
  size_t end = 0;          // of the value, in the query
};

// None for anything but an absolute web address of at most 8 KiB with a host.
std::optional<Address> read_address(std::string_view text);

std::vector<Parameter> parameters(std::string_view query);

// The host itself or one below it: a.example.com is of example.com. ASCII letters of any case.
bool is_host(std::string_view host, std::string_view domain);

using base::lower;

// Percent-encoding undone once; what is no valid encoding stays. `+` stays.
std::string percent_decoded(std::string_view text);

}  // namespace huozi::edit
