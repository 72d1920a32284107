#include "index/pinyin.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "base/utf8.h"

namespace huozi::index {
namespace {

constexpr char32_t kFirst = 0x4E00, kLast = 0x9FA5;  // the characters with a customary reading

char tone_of(char32_t mark) {
  switch (mark) {
    case 0x304:
      return '1';
    case 0x301:
      return '2';
    case 0x30C:
      return '3';
    case 0x300:
      return '4';
    default:
      return 0;
  }
}

std::map<std::string, char32_t> make_table() {
  std::map<std::string, char32_t> table;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> reads(
      icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status));
  const std::unique_ptr<icu::Collator> order(
      icu::Collator::createInstance(icu::Locale::forLanguageTag("zh-u-co-pinyin", status), status));
  if (U_FAILURE(status)) return table;
  icu::UnicodeString all;
  for (char32_t c = kFirst; c <= kLast; ++c) all.append(static_cast<UChar32>(c)).append(static_cast<UChar32>('\n'));
  reads->transliterate(all);
  std::string text;
  all.toUTF8String(text);
  struct Candidate {
    std::string key;  // in ICU's order
    char32_t character;
  };
  std::map<std::string, std::vector<Candidate>> candidates;  // by syllable
  char32_t c = kFirst;
  for (size_t begin = 0; begin < text.size() && c <= kLast; ++c) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::vector<std::string> syllables = syllables_of(std::string_view(text).substr(begin, end - begin));
    begin = end + 1;
    if (syllables.size() != 1) continue;
    const icu::UnicodeString one(static_cast<UChar32>(c));
    uint8_t bytes[64];
    const int32_t length = order->getSortKey(one, bytes, sizeof bytes);
    if (length <= 0 || static_cast<size_t>(length) > sizeof bytes) continue;
    candidates[syllables[0]].push_back({std::string(bytes, bytes + length), c});
  }
  // ICU's order and its readings differ in characters with several: the one in the middle stands among its like.
  for (auto& [syllable, all_of_it] : candidates) {
    const auto middle = all_of_it.begin() + static_cast<std::ptrdiff_t>(all_of_it.size() / 2);
    std::nth_element(all_of_it.begin(), middle, all_of_it.end(),
                     [](const Candidate& a, const Candidate& b) { return a.key < b.key; });
    table.emplace(syllable, middle->character);
  }
  return table;
}

}  // namespace

std::vector<std::string> syllables_of(std::string_view reading) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const decomposer = icu::Normalizer2::getNFDInstance(status);
  std::string plain(reading);
  if (U_SUCCESS(status)) {
    plain.clear();
    const icu::UnicodeString given =
        icu::UnicodeString::fromUTF8(icu::StringPiece(reading.data(), static_cast<int32_t>(reading.size())));
    decomposer->normalize(given, status).toUTF8String(plain);
  }
  std::vector<std::string> syllables;
  std::string letters;
  char tone = 0;
  const auto finish = [&] {
    if (!letters.empty()) syllables.push_back(tone ? letters + tone : letters);
    letters.clear();
    tone = 0;
  };
  for (const auto item : base::CodePoints(plain)) {
    const char32_t cp = item.code_point;
    const bool upper = cp >= 'A' && cp <= 'Z';
    if (upper || (cp >= 'a' && cp <= 'z')) {
      if (tone >= '1' && tone <= '5' && letters.empty()) tone = 0;
      letters += static_cast<char>(upper ? cp - 'A' + 'a' : cp);
    } else if (cp == 0x308 && letters.ends_with('u')) {
      letters.back() = 'v';
    } else if (cp >= '1' && cp <= '5' && !letters.empty()) {
      if (cp != '5') tone = static_cast<char>(cp);
      finish();
    } else if (const char mark = tone_of(cp)) {
      tone = mark;
    } else {
      finish();
    }
  }
  finish();
  return syllables;
}

const std::map<std::string, char32_t>& PinyinTable::table() {
  static const std::map<std::string, char32_t> made = make_table();
  return made;
}

char32_t PinyinTable::character(const std::string& syllable) const {
  const auto& all = table();
  const auto exact = all.find(syllable);
  if (exact != all.end()) return exact->second;
  for (const char* tone : {"1", "2", "3", "4"}) {
    const auto found = all.find(syllable + tone);
    if (found != all.end()) return found->second;
  }
  return 0;
}

}  // namespace huozi::index
