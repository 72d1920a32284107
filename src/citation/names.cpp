#include "citation/names.h"

#include <algorithm>
#include <vector>

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/utf8.h"

namespace huozi::citation {

using document::Names;
using document::Person;

namespace {

constexpr size_t kLongestName = 40;  // bytes that are looked at for Pinyin

// Syllables are an initial and a final; pairs that do not occur do no harm here.
constexpr std::string_view kInitials[] = {"",  "b", "p", "m", "f", "d", "t", "n",  "l",  "g",  "k", "h",
                                          "j", "q", "x", "r", "z", "c", "s", "zh", "ch", "sh", "y", "w"};
// Surnames of two syllables; any other has one.
constexpr std::string_view kLongSurnames[] = {"ouyang", "sima",    "zhuge",    "shangguan", "situ",   "huangfu",
                                              "linghu", "murong",  "dongfang", "zhangsun",  "yuwen",  "xiahou",
                                              "duanmu", "gongsun", "nangong",  "ximen",     "dugu",   "taishi",
                                              "shentu", "dongguo", "helian",   "tuoba",     "puyang", "zhongli"};
constexpr std::string_view kFinals[] = {
    "a",   "o",  "e",    "ai",  "ei",   "ao", "ou", "an", "en",  "ang", "eng", "ong", "i",    "ia", "ie", "iao", "iu",
    "ian", "in", "iang", "ing", "iong", "u",  "ua", "uo", "uai", "ui",  "uan", "un",  "uang", "ue", "v",  "ve",  "er"};

bool is_syllable(std::string_view text) {
  for (const std::string_view initial : kInitials) {
    if (!text.starts_with(initial)) continue;
    const std::string_view final = text.substr(initial.size());
    if (std::find(std::begin(kFinals), std::end(kFinals), final) == std::end(kFinals)) continue;
    // Finals that begin with i or u have y and w before them where there is no initial.
    if (!initial.empty() || (final[0] != 'i' && final[0] != 'u' && final[0] != 'v')) return true;
  }
  return false;
}

// Lower case without accents, apostrophes and blanks: Xi'an, Jiāng-níng -> xian, jiangning with `parts` at the marks.
std::vector<std::string> plain_parts(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const decomposer = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status) || name.size() > kLongestName) return {};
  std::string text;
  const icu::StringPiece piece(name.data(), static_cast<int32_t>(name.size()));
  decomposer->normalize(icu::UnicodeString::fromUTF8(piece), status).toUTF8String(text);
  std::vector<std::string> parts(1);
  for (const auto item : base::CodePoints(text)) {
    const char32_t c = item.code_point;
    if (c == 0x308) {  // ü
      if (parts.back().ends_with('u')) parts.back().back() = 'v';
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      parts.back() += static_cast<char>(c | 0x20);
    } else if (c == ' ' || c == '-' || c == '\'' || c == 0x2019) {
      if (!parts.back().empty()) parts.emplace_back();
    } else if (u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK) {
      return {};
    }
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

// The fewest syllables it is made of; the longest first of those. Nothing: it is not made of any.
std::vector<std::string> syllables_of(const std::string& word) {
  std::vector<size_t> length(word.size() + 1, 0), count(word.size() + 1, SIZE_MAX);
  count[word.size()] = 0;
  for (size_t at = word.size(); at-- > 0;) {
    for (size_t size = std::min<size_t>(6, word.size() - at); size > 0; --size) {
      const size_t rest = count[at + size];
      if (rest == SIZE_MAX || rest + 1 >= count[at] || !is_syllable(std::string_view(word).substr(at, size))) continue;
      count[at] = rest + 1;
      length[at] = size;
    }
  }
  std::vector<std::string> out;
  if (count[0] == SIZE_MAX) return out;
  for (size_t at = 0; at < word.size(); at += length[at]) out.push_back(word.substr(at, length[at]));
  return out;
}

std::vector<std::string> syllables_of_name(std::string_view name) {
  std::vector<std::string> out;
  for (const std::string& part : plain_parts(name)) {
    const std::vector<std::string> syllables = syllables_of(part);
    if (syllables.empty()) return {};
    out.insert(out.end(), syllables.begin(), syllables.end());
  }
  return out;
}

std::string upper(std::string_view text) {
  std::string out;
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())))
      .toUpper(icu::Locale::getRoot())
      .toUTF8String(out);
  return out;
}

// Jean-Luc -> J-L or J L; P. Z. -> P Z.
std::string initials(std::string_view given, bool hyphens) {
  std::string out;
  bool at_start = true, hyphen = false;
  for (const auto item : base::CodePoints(given)) {
    const char32_t c = item.code_point;
    if (c == ' ' || c == '.' || c == '-' || c == 0x2010 || c == 0xA0) {
      hyphen = c == '-' || c == 0x2010;
      at_start = true;
      continue;
    }
    if (!at_start) continue;
    if (!out.empty()) out += hyphen && hyphens ? '-' : ' ';
    std::string letter;
    base::append_utf8(letter, c);
    out += upper(letter);
    at_start = hyphen = false;
  }
  return out;
}

// Whether family and given name are syllables of Pinyin.
bool is_pinyin_name(const Person& person) {
  if (person.family.empty() || person.given.empty() || person.given.find('.') != std::string::npos) return false;
  std::string family;
  for (const std::string& part : plain_parts(person.family)) family += part;
  const bool is_long = std::find(std::begin(kLongSurnames), std::end(kLongSurnames), family) != std::end(kLongSurnames);
  const size_t given = syllables_of_name(person.given).size();
  return (is_syllable(family) || is_long) && given > 0 && given <= 3;
}

// Jiangning -> J N
std::string pinyin_initials(std::string_view given) {
  std::string out;
  for (const std::string& syllable : syllables_of_name(given)) {
    if (!out.empty()) out += ' ';
    out += static_cast<char>(syllable[0] - 'a' + 'A');
  }
  return out;
}

std::string latin_name(const Person& person, const NameRules& rules) {
  const std::string family = rules.capitals ? upper(person.family) : person.family;
  const bool pinyin = is_pinyin_name(person);
  std::string given = person.given;
  if ((pinyin ? rules.pinyin : rules.given) == NameRules::Given::initials) {
    given = pinyin ? pinyin_initials(given) : initials(given, rules.hyphens);
  }
  std::string out = rules.family_first || pinyin ? family : given;
  const std::string& second = rules.family_first || pinyin ? given : family;
  for (const std::string* part : {&second, &person.suffix}) {
    if (!part->empty()) out += (out.empty() ? "" : " ") + *part;
  }
  return out;
}

std::string name_text(const Person& person, const NameRules& rules) {
  if (!person.whole.empty()) return person.whole;
  const bool han = has_han(person.family) && (person.given.empty() || has_han(person.given));
  return han ? person.family + person.given : latin_name(person, rules);
}

}  // namespace

bool has_han(std::string_view text) {
  for (const auto item : base::CodePoints(text)) {
    if (u_hasBinaryProperty(static_cast<UChar32>(item.code_point), UCHAR_IDEOGRAPHIC) != 0) return true;
  }
  return false;
}

std::string names_text(const Names& names, const NameRules& rules) {
  const size_t count = names.persons.size();
  const size_t shown = std::min(count, rules.most);
  std::string out;
  for (size_t i = 0; i < shown; ++i) {
    if (i > 0) out += rules.separator;
    out += name_text(names.persons[i], rules);
  }
  if (!out.empty() && (shown < count || names.others)) out += rules.others;
  return out;
}

}  // namespace huozi::citation
