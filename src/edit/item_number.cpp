#include "edit/item_number.h"

#include <vector>

#include "base/utf8.h"
#include "edit/line_shape.h"

namespace huozi::edit {
namespace {

constexpr size_t kMostDigits = 3;
constexpr size_t kLongestPrefix = 32;  // bytes that can hold a number

int digit_value(char32_t cp) {
  if (cp >= U'0' && cp <= U'9') return static_cast<int>(cp - U'0');
  if (cp >= U'\uff10' && cp <= U'\uff19') return static_cast<int>(cp - U'\uff10');
  return -1;
}

// ① to ⑳, ㉑ to ㉟, ㊱ to ㊿; 0: none.
int64_t circled_value(char32_t cp) {
  if (cp >= U'\u2460' && cp <= U'\u2473') return static_cast<int64_t>(cp - U'\u2460') + 1;
  if (cp >= U'\u3251' && cp <= U'\u325f') return static_cast<int64_t>(cp - U'\u3251') + 21;
  if (cp >= U'\u32b1' && cp <= U'\u32bf') return static_cast<int64_t>(cp - U'\u32b1') + 36;
  return 0;
}

struct Reader {
  std::vector<base::CodePoints::Item> items;
  size_t at = 0;

  explicit Reader(std::string_view text) {
    for (const auto item : base::CodePoints(text)) {
      if (item.offset > kLongestPrefix) break;
      items.push_back(item);
    }
  }
  char32_t peek() const { return at < items.size() ? items[at].code_point : 0; }
  void skip_blanks() {
    while (is_blank(peek())) ++at;
  }
  // Where the next character begins; nothing when none is left.
  std::optional<size_t> offset() const {
    if (at >= items.size()) return std::nullopt;
    return items[at].offset;
  }
};

std::optional<ItemNumber> finished(ItemNumber number, Reader& reader) {
  reader.skip_blanks();
  const std::optional<size_t> end = reader.offset();
  if (!end) return std::nullopt;
  number.length = *end;
  return number;
}

}  // namespace

bool ItemNumber::is_plain_bullet() const {
  return is_bullet() && is_one_of(bullet, U"•·●‣∙-\u2013");
}

bool ItemNumber::follows(const ItemNumber& other) const {
  if (before != other.before || after != other.after || bullet != other.bullet) return false;
  return is_bullet() || number == other.number + 1;
}

std::optional<ItemNumber> item_number(std::string_view text) {
  Reader reader(text);
  reader.skip_blanks();
  ItemNumber found;
  const char32_t first = reader.peek();
  if (is_one_of(first, U"•·●▪■◆‣∙")) {
    found.bullet = first;
    ++reader.at;
    return finished(found, reader);
  }
  if (is_one_of(first, U"-\u2013")) {  // a bullet only with a blank after it
    found.bullet = first;
    ++reader.at;
    if (!is_blank(reader.peek())) return std::nullopt;
    return finished(found, reader);
  }
  if (const int64_t circled = circled_value(first); circled > 0) {
    found.after = U'①';
    found.number = circled;
    ++reader.at;
    return finished(found, reader);
  }
  if (is_one_of(first, U"（([［")) {
    found.before = first;
    ++reader.at;
  }
  size_t digits = 0;
  for (int value = digit_value(reader.peek()); value >= 0 && digits <= kMostDigits;
       value = digit_value(reader.peek())) {
    found.number = found.number * 10 + value;
    ++reader.at;
    ++digits;
  }
  if (digits == 0 || digits > kMostDigits) return std::nullopt;
  found.after = reader.peek();
  ++reader.at;
  if (!is_one_of(found.after, found.before != 0 ? std::u32string_view(U"）)]］") : U".．、）)")) return std::nullopt;
  if (found.after == U'.' && digit_value(reader.peek()) >= 0) return std::nullopt;  // 3.6万
  return finished(found, reader);
}

}  // namespace huozi::edit
