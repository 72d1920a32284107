#include "parse/manifest_support.h"

#include <algorithm>
#include <array>
#include <string>

namespace huozi::parse {
namespace {

struct Row {
  std::string_view key;
  std::string_view value;  // empty: the key as a whole
};

constexpr std::array kNotSupported = {
    Row{"variants", ""},
};

}  // namespace

void check_supported(std::string_view key, std::string_view value, source::Span span,
                     source::Diagnostics& diagnostics) {
  const bool found = std::any_of(kNotSupported.begin(), kNotSupported.end(),
                                 [&](const Row& row) { return row.key == key && row.value == value; });
  if (!found) return;
  std::string what(key);
  if (!value.empty()) what.append(": ").append(value);
  diagnostics.report("manifest.not-supported", span, {what});
}

}  // namespace huozi::parse
