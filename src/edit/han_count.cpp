#include "edit/han_count.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "edit/line_shape.h"

namespace huozi::edit {
namespace {

struct Reference {
  char32_t character;
  size_t length;
};

// &#20013; or &#x4E2D; at the beginning of the text (HTML 13.2.5.80); Han characters have no names.
std::optional<Reference> reference_at(std::string_view text) {
  constexpr size_t kLongest = 12;
  if (!text.starts_with("&#")) return std::nullopt;
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const char* const first = text.data() + (hexadecimal ? 3 : 2);
  const char* const last = text.data() + std::min(text.size(), kLongest);
  if (first >= last) return std::nullopt;
  uint32_t number = 0;
  const auto [end, error] = std::from_chars(first, last, number, hexadecimal ? 16 : 10);
  if (error != std::errc()) return std::nullopt;
  return Reference{number, static_cast<size_t>(end - text.data())};
}

}  // namespace

void HanCount::add_character(char32_t cp, int32_t times) {
  if (is_common(cp)) {
    if (common_.empty()) common_.resize(kCommonEnd - kCommonBegin);
    common_[cp - kCommonBegin] += times;
    total_ += times;
  } else if (is_han(cp)) {
    others_[cp] += times;
    total_ += times;
  }
}

void HanCount::add(std::string_view text, int32_t times) {
  for (size_t i = 0; i < text.size();) {
    // ASCII has none; a reference begins with one of its characters.
    if (static_cast<unsigned char>(text[i]) < 0x80 && text[i] != '&') {
      ++i;
      continue;
    }
    if (text[i] == '&') {
      if (const auto reference = reference_at(text.substr(i))) {
        add_character(reference->character, times);
        i += reference->length;
        continue;
      }
    }
    const base::Decoded decoded = base::decode_utf8(text, i);
    if (is_common(decoded.code_point) && !common_.empty()) {
      common_[decoded.code_point - kCommonBegin] += times;
      total_ += times;
    } else if (decoded.code_point >= 0x3005) {
      add_character(decoded.code_point, times);
    }
    i += decoded.length;
  }
}

void HanCount::add(const HanCount& other, int32_t times) {
  if (common_.empty() && !other.common_.empty()) common_.resize(kCommonEnd - kCommonBegin);
  for (size_t i = 0; i < other.common_.size(); ++i) common_[i] += times * other.common_[i];
  for (const auto& [cp, count] : other.others_) others_[cp] += times * count;
  total_ += times * other.total_;
}

std::u32string HanCount::surplus(size_t limit, int32_t sign) const {
  std::u32string out;
  for_each([&](char32_t cp, int32_t count) {
    for (int32_t k = 0; k < sign * count && out.size() < limit; ++k) out += cp;
  });
  return out;
}

int64_t HanCount::surplus_total(int32_t sign) const {
  int64_t sum = 0;
  for_each([&](char32_t, int32_t count) { sum += std::max(sign * count, 0); });
  return sum;
}

}  // namespace huozi::edit
