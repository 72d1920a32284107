#include "epub/foreign.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "base/utf8.h"
#include "document/plain_text.h"

namespace huozi::epub {
namespace {

// Words that make a third of English prose and are words of few other languages.
constexpr std::array<std::string_view, 24> kEnglish = {"the", "of",   "and",  "to",   "in",    "is",  "that", "for",
                                                       "it",  "with", "as",   "was",  "on",    "by",  "be",   "at",
                                                       "are", "this", "from", "have", "which", "not", "were", "has"};
constexpr size_t kFewestWords = 6;    // fewer are a name or a title
constexpr size_t kFewestLetters = 8;  // of scripts without blanks

struct Letters {
  size_t han = 0, kana = 0, hangul = 0, latin = 0, accented = 0, others = 0;
  size_t words = 0, english = 0;
  size_t all() const { return han + kana + hangul + latin + accented + others; }
};

bool is_latin(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

Letters letters_of(std::string_view passage) {
  Letters found;
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    ++found.words;
    found.english += std::find(kEnglish.begin(), kEnglish.end(), word) != kEnglish.end() ? 1 : 0;
    word.clear();
  };
  for (const auto item : base::CodePoints(passage)) {
    const char32_t c = item.code_point;
    if (c >= 0x3400 && c <= 0x9FFF) {
      end_word();
      ++found.han;
      continue;
    }
    if (is_latin(c)) {
      ++found.latin;
      word += static_cast<char>(c < U'a' ? c - U'A' + U'a' : c);
      continue;
    }
    if (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) {
      ++found.accented;
      word += '?';
      continue;
    }
    if (c == U'\'' || c == U'’') continue;  // within words
    end_word();
    if ((c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007) ++found.han;
    if (c >= 0x3041 && c <= 0x30FF && c != 0x30FB) ++found.kana;
    if (c >= 0xAC00 && c <= 0xD7A3) ++found.hangul;
    if (c >= 0x370 && c <= 0x1FFF) ++found.others;
  }
  end_word();
  return found;
}

}  // namespace

std::string spoken_text(const document::Inlines& inlines) {
  std::string text;
  for (const document::Inline& node : inlines) {
    const auto* styled = std::get_if<document::Styled>(&node.content);
    if (styled == nullptr || styled->kind != document::StyledKind::code) text += document::plain_text(node);
  }
  return text;
}

std::string_view sure_language(std::string_view passage) {
  const Letters found = letters_of(passage);
  const size_t all = found.all();
  if (found.kana + found.han >= kFewestLetters && found.kana * 5 >= all && found.latin + found.hangul < found.kana)
    return "ja";
  if (found.hangul >= kFewestLetters && found.hangul * 2 >= all) return "ko";
  const bool plain = found.han + found.kana + found.hangul + found.others == 0;
  // A borrowed name may have an accent; a language that is not English has many.
  if (plain && found.words >= kFewestWords && found.english * 5 >= found.words && found.accented * 50 <= found.latin)
    return "en";
  return {};
}

bool is_foreign(std::string_view passage) {
  const Letters found = letters_of(passage);
  if (found.han > 0) return found.kana * 5 >= found.all() && found.kana + found.han >= kFewestLetters;
  return found.words >= kFewestWords || found.kana + found.hangul + found.others >= kFewestLetters;
}

}  // namespace huozi::epub
