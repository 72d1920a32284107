#include "text/hyphenation.h"

#include <hyphen.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/utf8.h"

namespace huozi::text {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolder = "/usr/share/hyphen";
constexpr size_t kShortestWord = 5;
constexpr size_t kLongestWord = 100;
constexpr int kLeastLetters = 2;  // on either side; dictionaries may ask for more (English: 3 on the right)

// One file of patterns, read once and never changed.
class Dictionary {
 public:
  // ERRORS: null when the file is no dictionary or in an encoding that ICU does not know.
  static std::unique_ptr<const Dictionary> load(const fs::path& path) {
    std::unique_ptr<Dictionary> result(new Dictionary(hnj_hyphen_load(path.c_str())));
    if (!result->patterns_ || (!result->patterns_->utf8 && !result->read_encoding())) return nullptr;
    return result;
  }

  // Indices of the letters that may begin a line. `word` is in lower case.
  std::vector<size_t> points(const std::u32string& word) const {
    std::vector<size_t> result;
    const std::optional<std::string> bytes = encode(word);
    if (!bytes) return result;
    const auto size = static_cast<int>(bytes->size());
    std::string marks(bytes->size() + 5, '\0');  // the room libhyphen asks for
    char** replaced = nullptr;
    int *from = nullptr, *cut = nullptr;
    const int failed = hnj_hyphen_hyphenate3(patterns_.get(), bytes->data(), size, marks.data(), nullptr, &replaced,
                                             &from, &cut, kLeastLetters, kLeastLetters, 0, 0);
    // [i]: odd when the word may be divided after its letter i; counted in letters in UTF-8 too.
    for (size_t i = 0; !failed && i + 1 < word.size(); ++i) {
      if ((marks[i] & 1) != 0 && !(replaced && replaced[i])) result.push_back(i + 1);
    }
    for (int i = 0; replaced && i < size; ++i) std::free(replaced[i]);
    std::free(replaced);
    std::free(from);
    std::free(cut);
    return result;
  }

 private:
  explicit Dictionary(HyphenDict* patterns) : patterns_(patterns) {}

  // What the bytes above ASCII stand for in a dictionary of one byte a letter.
  bool read_encoding() {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(patterns_->cset, &error), ucnv_close);
    for (size_t i = 0; i < high_.size() && U_SUCCESS(error); ++i) {
      const char byte = static_cast<char>(0x80 + i);
      std::array<UChar, 4> units{};
      const int32_t count = ucnv_toUChars(converter.get(), units.data(), units.size(), &byte, 1, &error);
      if (count == 1) high_[i] = units[0];
    }
    return U_SUCCESS(error);
  }

  // Nothing when the dictionary's encoding lacks a letter.
  std::optional<std::string> encode(const std::u32string& word) const {
    if (patterns_->utf8) return base::to_utf8(word);
    std::string bytes;
    for (const char32_t c : word) {
      if (c < 0x80) {
        bytes += static_cast<char>(c);
        continue;
      }
      const auto found = std::find(high_.begin(), high_.end(), c);
      if (found == high_.end()) return std::nullopt;
      bytes += static_cast<char>(0x80 + (found - high_.begin()));
    }
    return bytes;
  }

  struct Free {
    void operator()(HyphenDict* patterns) const { hnj_hyphen_free(patterns); }
  };
  std::unique_ptr<HyphenDict, Free> patterns_;
  std::array<char32_t, 128> high_{};
};

// The parts of a language tag as dictionaries' names write them: en, Latn, GB. None for what is no tag.
std::vector<std::string> subtags(std::string_view language) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin <= language.size();) {
    const size_t end = std::min(language.find('-', begin), language.size());
    std::string part(language.substr(begin, end - begin));
    begin = end + 1;
    const auto is_part = [](unsigned char c) { return c < 0x80 && std::isalnum(c); };
    if (part.empty() || part.size() > 8 || !std::all_of(part.begin(), part.end(), is_part)) return {};
    const bool region = !parts.empty() && part.size() == 2;
    const bool script = !parts.empty() && part.size() == 4;
    for (size_t i = 0; i < part.size(); ++i) {
      const auto c = static_cast<unsigned char>(part[i]);
      part[i] = static_cast<char>(region || (script && i == 0) ? std::toupper(c) : std::tolower(c));
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

// RFC 4647 3.4, lookup: the tag, cut from its end part by part; then the language in its own country, English in
// America; then the language in any country. Empty: none.
fs::path dictionary_file(std::string_view language) {
  const std::vector<std::string> parts = subtags(language);
  if (parts.empty()) return {};
  std::vector<std::string> names;
  for (size_t count = parts.size(); count > 0; --count) {
    std::string name = parts.front();
    for (size_t i = 1; i < count; ++i) name += '_' + parts[i];
    names.push_back(std::move(name));
  }
  std::string country = parts.front() == "en" ? "us" : parts.front();
  for (char& c : country) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  names.push_back(parts.front() + '_' + country);
  std::error_code error;
  for (const std::string& name : names) {
    fs::path path = fs::path(kFolder) / ("hyph_" + name + ".dic");
    if (fs::exists(path, error)) return path;
  }
  fs::path first;
  for (auto at = fs::directory_iterator(kFolder, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    const std::string name = at->path().filename().string();
    const bool fits = name.starts_with("hyph_" + parts.front() + '_') && name.ends_with(".dic");
    if (fits && (first.empty() || at->path() < first)) first = at->path();
  }
  return first;
}

// All dictionaries of the process, each read when first asked for.
class Dictionaries {
 public:
  const Dictionary* of(std::string_view language) {
    const std::lock_guard lock(mutex_);
    const auto known = by_language_.find(language);
    if (known != by_language_.end()) return known->second;
    const fs::path path = dictionary_file(language);
    const Dictionary* found = nullptr;
    if (!path.empty()) {
      const auto [file, is_new] = by_file_.try_emplace(path.string());
      if (is_new) file->second = Dictionary::load(path);
      found = file->second.get();
    }
    return by_language_.emplace(language, found).first->second;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<const Dictionary>> by_file_;
  std::map<std::string, const Dictionary*, std::less<>> by_language_;
};

bool is_latin(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &error) == USCRIPT_LATIN;
}

// Languages that are not written in letters, so that a word of letters is of another.
bool is_east_asian(std::string_view language) {
  constexpr std::string_view kLanguages[] = {"zh", "cmn", "yue", "wuu", "nan", "hak", "lzh", "ja", "ko"};
  const std::string_view primary = language.substr(0, language.find('-'));
  return std::find(std::begin(kLanguages), std::end(kLanguages), primary) != std::end(kLanguages);
}

}  // namespace

std::vector<uint32_t> hyphenation_points(std::string_view word, std::string_view language) {
  std::u32string letters;  // in lower case
  std::vector<uint32_t> offsets;
  size_t apostrophes = 0;
  for (const auto item : base::CodePoints(word)) {
    const auto c = static_cast<UChar32>(item.code_point);
    const bool apostrophe = c == U'\'' || c == U'’';
    const bool capital = u_isupper(c) || u_istitle(c);
    if (letters.size() == kLongestWord || (!apostrophe && !u_isalpha(c)) || (capital && !letters.empty())) return {};
    apostrophes += apostrophe;
    letters.push_back(apostrophe ? U'\'' : static_cast<char32_t>(u_tolower(c)));
    offsets.push_back(item.offset);
  }
  if (letters.size() - apostrophes < kShortestWord) return {};
  if (language.empty() || is_east_asian(language)) {
    if (!is_latin(letters.front())) return {};
    language = "en";
  }
  static Dictionaries dictionaries;
  const Dictionary* const dictionary = dictionaries.of(language);
  if (!dictionary) return {};
  std::vector<uint32_t> result;
  for (const size_t i : dictionary->points(letters)) {
    if (letters[i - 1] != U'\'' && letters[i] != U'\'') result.push_back(offsets[i]);
  }
  return result;
}

}  // namespace huozi::text
