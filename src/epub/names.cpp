#include "epub/names.h"

#include <algorithm>
#include <cstddef>

namespace huozi::epub {
namespace {

constexpr size_t kLongestFileName = 64;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

bool is_plain_name(std::string_view name) {
  if (name.empty() || !(is_letter(name[0]) || name[0] == '_')) return false;
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.'; });
}

std::string plain_file_name(std::string_view name) {
  std::string plain;
  for (const char c : name.substr(0, kLongestFileName)) {
    if (c >= 'A' && c <= 'Z') {
      plain += static_cast<char>(c - 'A' + 'a');
    } else if (is_letter(c) || is_digit(c) || c == '-' || c == '_' || (c == '.' && !plain.empty())) {
      plain += c;
    }
  }
  while (!plain.empty() && plain.back() == '.') plain.pop_back();
  return plain;
}

std::string NameSet::unique(const std::string& stem, std::string_view ending) {
  std::string name = stem;
  name += ending;
  for (size_t n = 2; !take(name); ++n) {
    name = stem + "-" + std::to_string(n);
    name += ending;
  }
  return name;
}

}  // namespace huozi::epub
