#include "fetch/url.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"

namespace huozi::fetch {
namespace {

using base::lower;

constexpr size_t kLongest = 4096;

bool stays(unsigned char c) {
  return c > 0x20 && c < 0x7F && std::string_view("\"<>\\^`{|}").find(static_cast<char>(c)) == std::string_view::npos;
}

}  // namespace

std::optional<std::string> fetchable_url(std::string_view written) {
  const size_t begin = written.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || written.size() > kLongest) return std::nullopt;
  written = written.substr(begin, written.find_last_not_of(" \t\r\n") - begin + 1);
  written = written.substr(0, written.find('#'));
  std::string scheme = "https://";
  const size_t colon = written.find("://");
  if (written.starts_with("//")) {
    written.remove_prefix(2);
  } else if (colon != std::string_view::npos) {
    scheme = lower(written.substr(0, colon)) + "://";
    written.remove_prefix(colon + 3);
  } else {
    return std::nullopt;
  }
  if (scheme != "http://" && scheme != "https://") return std::nullopt;
  const std::string_view authority = written.substr(0, written.find_first_of("/?\\"));
  if (authority.empty() || authority.find('@') != std::string_view::npos) return std::nullopt;
  if (base::find_invalid_utf8(written) != std::string_view::npos) return std::nullopt;
  std::string out = scheme + std::string(authority);
  for (const char c : authority) {
    if (static_cast<unsigned char>(c) <= 0x20) return std::nullopt;
  }
  for (const char c : written.substr(authority.size())) {
    const auto byte = static_cast<unsigned char>(c);
    if (stays(byte)) {
      out += c;
    } else {
      out += '%';
      out += "0123456789ABCDEF"[byte >> 4];
      out += "0123456789ABCDEF"[byte & 15];
    }
  }
  return out;
}

bool names_this_machine(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return false;
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (host.starts_with("[::1]")) return host.size() == 5 || host[5] == ':';
  host = host.substr(0, host.find(':'));
  if (host == "localhost") return true;
  const bool numbers = host.find_first_not_of("0123456789.") == std::string_view::npos;
  return numbers && host.starts_with("127.") && std::count(host.begin(), host.end(), '.') == 3;
}

}  // namespace huozi::fetch
