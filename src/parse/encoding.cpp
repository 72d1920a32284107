#include "parse/encoding.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "base/ascii.h"
#include "base/utf8.h"

namespace huozi::parse {
namespace {

constexpr size_t kDeclarationBytes = 2048;
// Of a text's characters: more that mean nothing, and it is none.
constexpr size_t kMostReplaced = 10;  // one in so many
constexpr size_t kMostControls = 50;
constexpr size_t kNearlyUtf8 = 4;  // well-formed sequences for each ill-formed byte

bool is_control(char32_t cp) {
  return cp < 0x20 && cp != '\t' && cp != '\n' && cp != '\r' && cp != '\f' && cp != 0x1A && cp != 0x1B;
}

// Counts what stands for nothing; nothing when the text can be no text.
std::optional<DecodedText> checked(std::string text, std::string encoding) {
  DecodedText out{{}, std::move(encoding), 0, 0};
  size_t characters = 0;
  size_t controls = 0;
  for (const auto item : base::CodePoints(text)) {
    ++characters;
    if (is_control(item.code_point)) ++controls;
    if (item.code_point == base::kReplacement && out.replaced++ == 0) out.first_replaced = out.text.size();
    base::append_utf8(out.text, item.code_point);
  }
  if (out.replaced > 1 && out.replaced * kMostReplaced > characters) return std::nullopt;
  if (controls > 0 && controls * kMostControls > characters) return std::nullopt;
  return out;
}

// Nothing when ICU knows no such encoding.
std::optional<std::string> converted(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &status), ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  std::string out;
  std::vector<UChar> units(1u << 14);
  const char* from = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  UChar pending = 0;  // half of a pair at the end of a stretch
  do {
    UChar* to = units.data();
    if (pending != 0) *to++ = std::exchange(pending, 0);
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &to, units.data() + units.size(), &from, end, nullptr, true, &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return std::nullopt;
    auto length = static_cast<int32_t>(to - units.data());
    if (status == U_BUFFER_OVERFLOW_ERROR && length > 0 && U16_IS_LEAD(units[static_cast<size_t>(length) - 1])) {
      pending = units[static_cast<size_t>(--length)];
    }
    std::string part;
    icu::UnicodeString(false, units.data(), length).toUTF8String(part);
    out += part;
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return out;
}

struct Mark {
  std::string_view bytes;
  const char* encoding;
};
constexpr Mark kMarks[] = {{"\xEF\xBB\xBF", "UTF-8"},
                           {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                           {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                           {"\xFF\xFE", "UTF-16LE"},
                           {"\xFE\xFF", "UTF-16BE"},
                           {"\x84\x31\x95\x33", "GB18030"}};

// By where zero bytes stand, or null: they stand in the half of each unit that is zero for ASCII.
const char* wide_encoding(std::string_view bytes) {
  size_t zeros[4] = {};
  const size_t length = std::min<size_t>(bytes.size(), 1u << 16);
  for (size_t i = 0; i < length; ++i) {
    if (bytes[i] == '\0') ++zeros[i % 4];
  }
  const size_t even = zeros[0] + zeros[2];
  const size_t odd = zeros[1] + zeros[3];
  const size_t units = length / 4;
  if (units > 0 && zeros[2] + 1 >= units && zeros[3] + 1 >= units && zeros[0] == 0) return "UTF-32LE";
  if (units > 0 && zeros[0] + 1 >= units && zeros[1] + 1 >= units && zeros[3] == 0) return "UTF-32BE";
  if (odd > 0 && even == 0) return "UTF-16LE";
  if (even > 0 && odd == 0) return "UTF-16BE";
  return nullptr;
}

struct Utf8Figures {
  size_t sequences = 0;  // of more than one byte
  size_t ill_formed = 0;
};

Utf8Figures utf8_figures(std::string_view bytes) {
  Utf8Figures out;
  for (size_t at = 0; at < bytes.size();) {
    const base::Decoded decoded = base::decode_utf8(bytes, at);
    if (!decoded.valid) ++out.ill_formed;
    if (decoded.length > 1) ++out.sequences;
    at += decoded.length;
  }
  return out;
}

// What <meta charset=…>, <meta … content="…charset=…"> or <?xml … encoding="…"?> name, in lower case.
std::string declared_encoding(std::string_view bytes) {
  const std::string head = base::lower(bytes.substr(0, kDeclarationBytes));
  const auto name_behind = [&](std::string_view element, std::string_view key) {
    for (size_t at = head.find(element); at != std::string::npos; at = head.find(element, at + 1)) {
      const size_t end = std::min(head.find('>', at), head.size());
      size_t name = head.find(key, at);
      if (name >= end) continue;
      name = head.find_first_not_of(" =\"'", name + key.size());
      if (name >= end) continue;
      return head.substr(name, std::min(head.find_first_of("\"'> ;/?", name), end) - name);
    }
    return std::string();
  };
  std::string name = name_behind("<?xml", "encoding");
  return name.empty() ? name_behind("<meta", "charset") : name;
}

bool is_gb(std::string_view name) {
  return name == "gb2312" || name == "gbk" || name == "gb18030" || name == "cp936" || name == "x-gbk" ||
         name == "gb_2312-80" || name == "windows-936" || name == "euc-cn" || name == "chinese";
}

bool is_big5(std::string_view name) {
  return name == "big5" || name == "big5-hkscs" || name == "cp950" || name == "x-x-big5" || name == "big-5";
}

// Names of what no Chinese text is in: leftovers of templates.
bool is_western(std::string_view name) {
  return name == "iso-8859-1" || name == "windows-1252" || name == "us-ascii" || name == "ascii" || name == "latin1";
}

// The share of two-byte characters that are among the usual ones of an encoding, in percent.
struct Pairs {
  size_t all = 0;
  size_t usual = 0;
  size_t percent() const { return all == 0 ? 0 : usual * 100 / all; }
};

// GB 2312 level 1 and the marks before it: rows 1-3 and 16-55, trail bytes from A1. Big5 level 1: A440-C67E and the
// marks from A140.
void count_pairs(std::string_view bytes, Pairs& gb, Pairs& big5) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(bytes[i]); };
  for (size_t i = 0; i + 1 < bytes.size(); ++i) {
    if (byte(i) < 0x81) continue;
    ++gb.all;
    const unsigned lead = byte(i);
    if (byte(i + 1) >= 0xA1 && ((lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3))) ++gb.usual;
    ++i;
  }
  for (size_t i = 0; i + 1 < bytes.size(); ++i) {
    if (byte(i) < 0x81) continue;
    ++big5.all;
    const unsigned trail = byte(i + 1);
    const bool fits = (trail >= 0x40 && trail <= 0x7E) || (trail >= 0xA1 && trail <= 0xFE);
    if (fits && byte(i) >= 0xA1 && byte(i) <= 0xC6) ++big5.usual;
    ++i;
  }
}

bool is_clearly_big5(std::string_view bytes) {
  constexpr size_t kClearly = 15;  // per cent more
  Pairs gb;
  Pairs big5;
  count_pairs(bytes, gb, big5);
  return big5.percent() > gb.percent() + kClearly;
}

std::optional<DecodedText> read_as(std::string_view bytes, const char* converter, std::string name) {
  auto text = converted(bytes, converter);
  return text ? checked(std::move(*text), std::move(name)) : std::nullopt;
}

}  // namespace

std::optional<DecodedText> decode_text(std::string_view bytes) {
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    bytes.remove_prefix(mark.bytes.size());
    return std::string_view(mark.encoding) == "UTF-8" ? checked(std::string(bytes), "UTF-8")
                                                      : read_as(bytes, mark.encoding, mark.encoding);
  }
  const Utf8Figures utf8 = utf8_figures(bytes);
  const auto zeros = static_cast<size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  if (zeros > 0 && (utf8.ill_formed > 0 || zeros * kMostControls > bytes.size())) {
    const char* wide = wide_encoding(bytes);
    return wide ? read_as(bytes, wide, wide) : std::nullopt;
  }
  const std::string declared = declared_encoding(bytes);
  const bool seven_bits = utf8.ill_formed == 0 && utf8.sequences == 0;
  if (seven_bits && (declared.starts_with("hz") || declared.starts_with("iso-2022"))) {
    if (auto text = read_as(bytes, declared.c_str(), declared)) return text;
  }
  if (utf8.ill_formed == 0 || utf8.sequences >= utf8.ill_formed * kNearlyUtf8) {
    return checked(std::string(bytes), "UTF-8");
  }
  if (is_big5(declared)) return read_as(bytes, "Big5-HKSCS", "Big5");
  const bool other = !declared.empty() && !is_gb(declared) && !is_western(declared) && !declared.starts_with("utf");
  if (other) {
    if (auto text = read_as(bytes, declared.c_str(), declared); text && text->replaced == 0) return text;
  }
  if (!is_gb(declared) && is_clearly_big5(bytes)) {
    if (auto text = read_as(bytes, "Big5-HKSCS", "Big5")) return text;
  }
  return read_as(bytes, "GB18030", "GB18030");
}

}  // namespace huozi::parse
