#include "text/common_characters.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uset.h>

namespace huozi::text {
namespace {

struct Range {
  char32_t first, last;
};
constexpr Range kBesidesGbk[] = {
    {0x00A0, 0x024F},    // Latin
    {0x0370, 0x03FF},    // Greek
    {0x0400, 0x045F},    // Cyrillic
    {0x1100, 0x11FF},    // hangul
    {0x2010, 0x2027},    // dashes, quotation marks, dots
    {0x2030, 0x205E},    //
    {0x20A0, 0x20AC},    // currencies
    {0x2190, 0x2199},    // arrows
    {0x2460, 0x249B},    // ① to ⒛
    {0x3000, 0x303F},    // marks
    {0x3041, 0x30FF},    // kana
    {0x3105, 0x312F},    // bopomofo
    {0xAC00, 0xD7A3},    // hangul
    {0xFE10, 0xFE6B},    // vertical and small forms
    {0xFF01, 0xFFEE},    // full width, half width
    {0x1F000, 0x1FAFF},  // emoji
};

// Kept for as long as the program runs: it is asked from several threads.
USet* gbk_characters() {
  UErrorCode error = U_ZERO_ERROR;
  USet* const set = uset_openEmpty();
  UConverter* const converter = ucnv_open("GBK", &error);
  ucnv_getUnicodeSet(converter, set, UCNV_ROUNDTRIP_SET, &error);
  ucnv_close(converter);
  uset_removeRange(set, 0xE000, 0xF8FF);  // what each system has filled otherwise
  uset_freeze(set);
  return set;
}

bool has_no_ink(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR ||
         type == U_SPACE_SEPARATOR || u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_VARIATION_SELECTOR) ||
         u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

}  // namespace

bool is_common(char32_t c) {
  if (c < 0x80 || (c >= 0x4E00 && c <= 0x9FA5)) return true;  // GBK has all ideographs of the first Unicode
  for (const Range& range : kBesidesGbk) {
    if (c >= range.first && c <= range.last) return true;
  }
  static const USet* const gbk = gbk_characters();
  return uset_contains(gbk, static_cast<UChar32>(c)) != 0 || has_no_ink(c);
}

}  // namespace huozi::text
