#include "index/filed_names.h"

#include <algorithm>
#include <iterator>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "base/han.h"
#include "base/utf8.h"
#include "document/front_matter_pages.h"

namespace huozi::index {
namespace {

struct Surname {
  std::string_view characters, reading;
};
// Surnames of two characters that are in use.
constexpr Surname kLongSurnames[] = {
    {"欧阳", "ouyang"},   {"司马", "sima"},    {"诸葛", "zhuge"},    {"上官", "shangguan"}, {"司徒", "situ"},
    {"东方", "dongfang"}, {"夏侯", "xiahou"},  {"皇甫", "huangfu"},  {"尉迟", "yuchi"},     {"公孙", "gongsun"},
    {"令狐", "linghu"},   {"慕容", "murong"},  {"长孙", "zhangsun"}, {"宇文", "yuwen"},     {"端木", "duanmu"},
    {"歐陽", "ouyang"},   {"諸葛", "zhuge"},   {"東方", "dongfang"}, {"尉遲", "yuchi"},     {"公孫", "gongsun"},
    {"長孫", "zhangsun"}, {"南宫", "nangong"}, {"南宮", "nangong"},  {"轩辕", "xuanyuan"}};
// The last character of names that are no person's.
constexpr std::u32string_view kBodies = U"组社会部局院所团室厅委处办司网报馆組會團廳處辦網報館";

bool is_han(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_HAN && U_SUCCESS(status);
}

// A character without a reading stays.
std::string reading_of(char32_t c) {
  std::string out(base::han_reading(c));
  if (out.empty()) base::append_utf8(out, c);
  return out;
}

std::string capital(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

std::u32string code_points(std::string_view text) {
  std::u32string all;
  for (const auto c : base::CodePoints(text)) all.push_back(c.code_point);
  return all;
}

// Whether the character is one of Traditional Chinese as it stands.
bool is_traditional(char32_t c) {
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Close> big5(ucnv_open("Big5", &status));
  if (U_FAILURE(status)) return true;  // not known: nothing is claimed of it
  UErrorCode ignored = U_ZERO_ERROR;
  ucnv_setFromUCallBack(big5.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &ignored);
  const icu::UnicodeString one(static_cast<UChar32>(c));
  char bytes[8];
  status = U_ZERO_ERROR;
  ucnv_fromUChars(big5.get(), bytes, sizeof bytes, one.getBuffer(), one.length(), &status);
  return U_SUCCESS(status);
}

}  // namespace

std::string filed_title(std::string_view title) {
  const std::u32string all = code_points(title);
  if (std::none_of(all.begin(), all.end(), is_han)) return {};
  std::string filed;
  bool after_syllable = false;
  for (const char32_t c : all) {
    if (is_han(c)) {
      if (!filed.empty() && filed.back() != ' ') filed += ' ';
      filed += reading_of(c);
      after_syllable = true;
    } else {
      const bool word = (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
      if (after_syllable && word) filed += ' ';
      base::append_utf8(filed, c);
      after_syllable = false;
    }
  }
  return filed;
}

std::string filed_name(std::string_view name) {
  const std::u32string all = code_points(name);
  const auto* const long_surname =
      std::find_if(std::begin(kLongSurnames), std::end(kLongSurnames),
                   [&](const Surname& each) { return all.size() > 2 && name.starts_with(each.characters); });
  const bool is_long = long_surname != std::end(kLongSurnames);
  const size_t surname = is_long ? 2 : 1;
  const bool person = all.size() > surname && all.size() <= surname + 2 &&
                      std::all_of(all.begin(), all.end(), is_han) && kBodies.find(all.back()) == std::string::npos;
  if (!person) return filed_title(name);
  std::string family(is_long ? long_surname->reading : base::surname_reading(all[0]));
  if (family.empty()) base::append_utf8(family, all[0]);
  std::string given;
  for (const char32_t c : std::u32string_view(all).substr(surname)) {
    const std::string syllable = reading_of(c);
    const bool vowel = !given.empty() && std::string_view("aoe").find(syllable[0]) != std::string::npos;
    given += (vowel ? "'" : "") + syllable;
  }
  return capital(family) + ' ' + capital(given);
}

std::string in_other_script(std::string_view text, std::string_view language) {
  if (language != "zh" && !language.starts_with("zh-")) return {};
  const bool from_traditional = document::is_traditional_chinese(language);
  std::string converted;
  for (const char32_t c : code_points(text)) {
    std::string one;
    base::append_utf8(one, c);
    const std::string_view other = from_traditional ? base::to_simplified(c) : base::to_traditional(c);
    if (!other.empty() && !from_traditional && is_traditional(c)) return {};
    converted += other.empty() ? one : other;
  }
  return converted == text ? std::string() : converted;
}

std::string_view other_script(std::string_view language) {
  return document::is_traditional_chinese(language) ? "zh-Hans" : "zh-Hant";
}

}  // namespace huozi::index
