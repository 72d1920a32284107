#include "epub/uri.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"

namespace huozi::epub {
namespace {

constexpr std::array<std::string_view, 5> kSchemes = {"http", "https", "mailto", "tel", "ftp"};
constexpr std::string_view kHexDigits = "0123456789ABCDEF";

bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::optional<int> hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

bool is_escape(std::string_view text, size_t at) {
  return at + 2 < text.size() && text[at] == '%' && hex_value(text[at + 1]) && hex_value(text[at + 2]);
}

std::string percent_encode(std::string_view text, std::string_view kept) {
  std::string encoded;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_alnum(c) || kept.find(c) != std::string_view::npos || is_escape(text, i)) {
      encoded += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded += '%';
      encoded += kHexDigits[byte >> 4];
      encoded += kHexDigits[byte & 15];
    }
  }
  return encoded;
}

// A registered name or IPv4 address with an optional port. User names and IPv6 literals do not occur in articles'
// links.
bool is_authority(std::string_view authority) {
  const size_t colon = authority.find(':');
  const std::string_view host = authority.substr(0, colon);
  const std::string_view port = colon == std::string_view::npos ? std::string_view{} : authority.substr(colon + 1);
  const auto is_host_char = [](char c) { return is_alnum(c) || c == '-' || c == '.' || c == '_'; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return !host.empty() && host.front() != '.' && host.front() != '-' && host.find("..") == std::string_view::npos &&
         std::all_of(host.begin(), host.end(), is_host_char) && port.size() <= 5 &&
         std::all_of(port.begin(), port.end(), is_digit) && (port.empty() || std::stoi(std::string(port)) < 65536);
}

}  // namespace

std::string external_href(std::string_view target) {
  const size_t colon = target.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string scheme = base::lower(target.substr(0, colon));
  if (std::find(kSchemes.begin(), kSchemes.end(), scheme) == kSchemes.end()) return {};
  std::string_view rest = target.substr(colon + 1);
  std::string url = scheme + ":";
  if (scheme != "mailto" && scheme != "tel") {
    if (rest.substr(0, 2) != "//") return {};
    const size_t end = std::min(rest.find_first_of("/?#", 2), rest.size());
    const std::string_view authority = rest.substr(2, end - 2);
    if (!is_authority(authority)) return {};
    url += "//";
    url += authority;
    rest = rest.substr(end);
  } else if (rest.empty()) {
    return {};
  }
  // Only the first '#' begins a fragment.
  const size_t hash = rest.find('#');
  url += percent_encode(rest.substr(0, hash), "-._~:/?@!$&'()*+,;=");
  if (hash != std::string_view::npos) url += "#" + percent_encode(rest.substr(hash + 1), "-._~:/?@!$&'()*+,;=");
  return url;
}

}  // namespace huozi::epub
