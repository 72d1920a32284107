#include "parse/html_image.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace huozi::parse {
namespace {

// From the attributes that hold the original to those that hold what is shown.
constexpr std::array<std::string_view, 12> kLate = {"zoomfile",  "data-original",     "data-actualsrc", "file",
                                                    "data-src",  "data-lazy-src",     "data-url",       "data-lazyload",
                                                    "data-echo", "data-original-src", "_src",           "data-backsrc"};

// Names of pictures that only keep the place.
constexpr std::array<std::string_view, 12> kPlaceKeepers = {"placeholder", "lazyload",    "loading", "spacer",
                                                            "blank",       "none",        "pixel",   "grey",
                                                            "gray",        "transparent", "lazy",    "1x1"};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

bool is_address(std::string_view text) {
  return !text.empty() && !text.starts_with("data:") && !text.starts_with("javascript:") &&
         text.find_first_of("/.") != std::string_view::npos;
}

bool is_remote(std::string_view address) {
  return address.starts_with("//") || address.find("://") != std::string_view::npos;
}

bool keeps_place(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  const std::string_view name_and_ending = address.substr(address.rfind('/') + 1);
  const std::string stem = base::lower(name_and_ending.substr(0, name_and_ending.find('.')));
  return std::any_of(kPlaceKeepers.begin(), kPlaceKeepers.end(), [&](std::string_view name) {
    return stem == name || (name.size() > 6 && stem.starts_with(name));
  });
}

// Of a kind that neither print nor most readers of e-books take.
bool is_for_screens(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  return address.ends_with(".webp") || address.ends_with(".avif");
}

// `480w`, `1.5x` as thousandths; 0 for anything else.
uint64_t size_of(std::string_view descriptor) {
  uint64_t value = 0;
  uint64_t unit = 1000;
  bool fraction = false;
  for (const char c : descriptor) {
    if (c == '.' && !fraction) {
      fraction = true;
    } else if (c >= '0' && c <= '9' && value < 1000000000) {
      if (fraction) unit /= 10;
      if (fraction && unit == 0) continue;
      value =
          fraction ? value + static_cast<uint64_t>(c - '0') * unit : value * 10 + static_cast<uint64_t>(c - '0') * 1000;
    } else {
      return c == 'w' || c == 'x' ? value : 0;
    }
  }
  return 0;
}

}  // namespace

std::string largest_of_srcset(std::string_view srcset) {
  std::string_view best;
  uint64_t best_size = 0;
  for (size_t at = 0; at < srcset.size();) {
    while (at < srcset.size() && (is_blank(srcset[at]) || srcset[at] == ',')) ++at;
    size_t end = at;
    while (end < srcset.size() && !is_blank(srcset[end])) ++end;
    std::string_view url = srcset.substr(at, end - at);
    uint64_t size = 1000;  // 1x
    if (url.ends_with(',')) {
      while (url.ends_with(',')) url.remove_suffix(1);
    } else {
      const size_t comma = std::min(srcset.find(',', end), srcset.size());
      std::string_view descriptor = srcset.substr(end, comma - end);
      while (!descriptor.empty() && is_blank(descriptor.front())) descriptor.remove_prefix(1);
      if (!descriptor.empty()) size = size_of(descriptor);
      end = comma;
    }
    if (!url.empty() && size > best_size) {
      best = url;
      best_size = size;
    }
    at = end + (end < srcset.size() && srcset[end] == ',' ? 1 : 0);
  }
  return std::string(best);
}

std::string image_source(const HtmlNode& node) {
  std::string source = node.url("src");
  const bool real = is_address(source) && !keeps_place(source);
  if (real && !is_remote(source) && !source.starts_with('/')) return source;
  for (const std::string_view key : kLate) {
    std::string late = node.url(key);
    if (is_address(late) && !keeps_place(late)) return late;
  }
  for (const std::string_view key : {"data-srcset", "srcset"}) {
    const std::string* set = node.attribute(key);
    std::string largest = set ? largest_of_srcset(*set) : std::string();
    if (is_address(largest) && !(real && is_for_screens(largest))) return largest;
  }
  return source;
}

}  // namespace huozi::parse
