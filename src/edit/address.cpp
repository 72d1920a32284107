#include "edit/address.h"

#include <algorithm>

namespace huozi::edit {
namespace {

constexpr size_t kLongestAddress = 8192;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The host of `user@host:port`, or nothing where it cannot be one.
std::string_view host_of(std::string_view authority) {
  const size_t user = authority.rfind('@');
  if (user != std::string_view::npos) authority.remove_prefix(user + 1);
  return authority.substr(0, authority.find(':'));
}

}  // namespace

std::optional<Address> read_address(std::string_view text) {
  if (text.size() > kLongestAddress) return std::nullopt;
  const std::string scheme = lower(text.substr(0, 8));
  size_t begin = 0;
  if (scheme == "https://") {
    begin = 8;
  } else if (scheme.starts_with("http://")) {
    begin = 7;
  } else if (scheme.starts_with("//")) {
    begin = 2;
  } else {
    return std::nullopt;
  }
  text = text.substr(begin, text.find('#', begin) - begin);
  const size_t host_end = std::min(text.find_first_of("/?"), text.size());
  Address out;
  out.host = host_of(text.substr(0, host_end));
  if (out.host.empty()) return std::nullopt;
  const size_t path_end = std::min(text.find('?', host_end), text.size());
  out.path = text.substr(host_end, path_end - host_end);
  if (path_end < text.size()) out.query = text.substr(path_end + 1);
  return out;
}

std::vector<Parameter> parameters(std::string_view query) {
  std::vector<Parameter> out;
  for (size_t at = 0; at < query.size();) {
    const size_t end = std::min(query.find('&', at), query.size());
    const std::string_view part = query.substr(at, end - at);
    const size_t equals = std::min(part.find('='), part.size());
    const size_t value = std::min(equals + 1, part.size());
    if (!part.empty()) out.push_back({part.substr(0, equals), part.substr(value), end});
    at = end + 1;
  }
  return out;
}

bool is_host(std::string_view host, std::string_view domain) {
  const std::string name = lower(host);
  if (!name.ends_with(domain)) return false;
  return name.size() == domain.size() || name[name.size() - domain.size() - 1] == '.';
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace huozi::edit
