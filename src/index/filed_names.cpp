#include "index/filed_names.h"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "base/utf8.h"
#include "document/front_matter_pages.h"

namespace huozi::index {
namespace {

// Surnames of two characters that are in use.
constexpr std::array<std::string_view, 24> kLongSurnames = {
    "欧阳", "司马", "诸葛", "上官", "司徒", "东方", "夏侯", "皇甫", "尉迟", "公孙", "令狐", "慕容",
    "长孙", "宇文", "端木", "歐陽", "諸葛", "東方", "尉遲", "公孫", "長孫", "南宫", "南宮", "轩辕"};
// The last character of names that are no person's.
constexpr std::u32string_view kBodies = U"组社会部局院所团室厅委处办司网报馆組會團廳處辦網報館";

bool is_han(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_HAN && U_SUCCESS(status);
}

std::string transliterated(const icu::Transliterator& by, std::string_view text) {
  icu::UnicodeString words =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  by.transliterate(words);
  std::string out;
  words.toUTF8String(out);
  return out;
}

std::unique_ptr<icu::Transliterator> transliterator(const char* id) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
  return U_SUCCESS(status) ? std::move(made) : nullptr;
}

std::string without_tones(const std::string& pinyin) {
  static const auto strip = transliterator("NFD; [\\u0300\\u0301\\u0304\\u030C] Remove; NFC");
  return strip ? transliterated(*strip, pinyin) : pinyin;
}

// The Han characters of a run, each with its reading.
std::vector<std::string> readings(const icu::Transliterator& reads, std::u32string_view han) {
  std::vector<std::string> syllables;
  for (const char32_t c : han) {
    std::string one;
    base::append_utf8(one, c);
    syllables.push_back(without_tones(transliterated(reads, one)));
  }
  return syllables;
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

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) base::append_utf8(out, c);
  return out;
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
  static const auto reads = transliterator("Han-Latin");
  const std::u32string all = code_points(title);
  if (!reads || std::none_of(all.begin(), all.end(), is_han)) return {};
  std::string filed;
  bool after_syllable = false;
  for (const char32_t c : all) {
    if (is_han(c)) {
      if (!filed.empty() && filed.back() != ' ') filed += ' ';
      filed += readings(*reads, {&c, 1})[0];
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
  static const auto reads = transliterator("Han-Latin/Names");
  const std::u32string all = code_points(name);
  const bool long_surname = std::any_of(kLongSurnames.begin(), kLongSurnames.end(),
                                        [&](std::string_view each) { return name.starts_with(each); });
  const size_t surname = long_surname && all.size() > 2 ? 2 : 1;
  const bool person = all.size() > surname && all.size() <= surname + 2 &&
                      std::all_of(all.begin(), all.end(), is_han) && kBodies.find(all.back()) == std::string::npos;
  if (!reads || !person) return filed_title(name);
  // The first character is read as surnames are, which ICU does where a name begins.
  std::string family, given;
  family = without_tones(transliterated(*reads, utf8(std::u32string_view(all).substr(0, surname))));
  std::erase(family, ' ');
  static const auto plain = transliterator("Han-Latin");
  if (!plain) return filed_title(name);
  for (const std::string& syllable : readings(*plain, std::u32string_view(all).substr(surname))) {
    const bool vowel =
        !given.empty() && !syllable.empty() && std::string_view("aoe").find(syllable[0]) != std::string::npos;
    given += (vowel ? "'" : "") + syllable;
  }
  return capital(family) + ' ' + capital(given);
}

std::string in_other_script(std::string_view text, std::string_view language) {
  if (language != "zh" && !language.starts_with("zh-")) return {};
  const bool from_traditional = document::is_traditional_chinese(language);
  static const auto to_traditional = transliterator("Simplified-Traditional");
  static const auto to_simplified = transliterator("Traditional-Simplified");
  const auto& by = from_traditional ? to_simplified : to_traditional;
  if (!by) return {};
  std::string converted;
  for (const char32_t c : code_points(text)) {
    std::string one;
    base::append_utf8(one, c);
    const std::string other = is_han(c) ? transliterated(*by, one) : one;
    if (other != one && !from_traditional && is_traditional(c)) return {};
    converted += other;
  }
  return converted == text ? std::string() : converted;
}

std::string_view other_script(std::string_view language) {
  return document::is_traditional_chinese(language) ? "zh-Hans" : "zh-Hant";
}

}  // namespace huozi::index
