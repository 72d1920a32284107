#include "proof/scripts.h"

#include <memory>
#include <optional>
#include <set>

#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "base/utf8.h"
#include "proof/rules.h"
#include "proof/word_finder.h"

namespace huozi::proof {
namespace {

constexpr size_t kFewest = 10;
constexpr size_t kTimes = 10;

// Texts of the other script have these in names, terms and set words.
constexpr std::u32string_view kInBoth = U"於昇堃谿剋鍾甯喆祇祕噁劄妳牠祂讎徵乾著着後裏摺硃菸彿袴";

// ICU's table of single characters, and the old national character set of the script it leads to: a character that the
// table changes and the set lacks is of the other script alone; 后, 里 and 著, which both have, are not.
class Table {
 public:
  Table(const char* table, const char* set) {
    UErrorCode status = U_ZERO_ERROR;
    table_.reset(icu::Transliterator::createInstance(icu::UnicodeString(table), UTRANS_FORWARD, status));
    set_.reset(ucnv_open(set, &status));
    if (U_SUCCESS(status)) {
      ucnv_setFromUCallBack(set_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    }
    if (U_FAILURE(status)) table_.reset();
  }

  // What the character is in the script the table leads to, if it is not of that script.
  std::optional<char32_t> changed(char32_t c) const {
    if (!table_ || has(c)) return std::nullopt;
    const auto from = static_cast<UChar32>(c);
    icu::UnicodeString text(from);
    table_->transliterate(text);
    const UChar32 to = text.char32At(0);
    if (to == from || text.length() != U16_LENGTH(to) || !has(static_cast<char32_t>(to))) return std::nullopt;
    return static_cast<char32_t>(to);
  }

 private:
  bool has(char32_t c) const {
    const icu::UnicodeString text(static_cast<UChar32>(c));
    char bytes[16];
    UErrorCode status = U_ZERO_ERROR;
    ucnv_fromUChars(set_.get(), bytes, sizeof bytes, text.getBuffer(), text.length(), &status);
    return U_SUCCESS(status);
  }

  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<icu::Transliterator> table_;
  std::unique_ptr<UConverter, Close> set_;
};

bool is_in_clause(char32_t c) {
  return is_han(c) || is_latin(c);
}

}  // namespace

void Scripts::learn(const std::vector<Stretch>& article) {
  std::set<char32_t> fresh;
  for (const Stretch& text : article) {
    for (const char32_t c : text.text) {
      if (is_han(c) && !characters_.contains(c)) fresh.insert(c);
    }
  }
  if (fresh.empty()) return;
  // Slow to make.
  static const Table to_simplified("Traditional-Simplified", "gb2312");
  static const Table to_traditional("Simplified-Traditional", "big5");
  for (const char32_t c : fresh) {
    Character& out = characters_[c];
    if (one_of(c, kInBoth)) continue;
    if (const auto simplified = to_simplified.changed(c)) {
      out = {Script::traditional, *simplified};
    } else if (const auto traditional = to_traditional.changed(c)) {
      out = {Script::simplified, *traditional};
    }
  }
}

Script Scripts::script_of(char32_t c) const {
  const auto found = characters_.find(c);
  return found == characters_.end() ? Script::unclear : found->second.script;
}

Script Scripts::script_of(const std::vector<Stretch>& article) {
  learn(article);
  size_t simplified = 0;
  size_t traditional = 0;
  for (const Stretch& text : article) {
    for (size_t i = 0; i < text.text.size(); ++i) {
      if (text.apart[i]) continue;
      const Script script = script_of(text.text[i]);
      simplified += script == Script::simplified ? 1 : 0;
      traditional += script == Script::traditional ? 1 : 0;
    }
  }
  if (simplified >= kFewest && simplified >= traditional * kTimes) return Script::simplified;
  if (traditional >= kFewest && traditional >= simplified * kTimes) return Script::traditional;
  return Script::unclear;
}

void Scripts::check(const Stretch& text, Script article, Findings& out) const {
  if (article == Script::unclear) return;
  for (size_t begin = 0; begin < text.text.size();) {
    size_t end = begin;
    size_t own = 0;
    size_t other = 0;
    for (; is_in_clause(text.at(end)); ++end) {
      const Script script = script_of(text.at(end));
      own += script == article ? 1 : 0;
      other += script != article && script != Script::unclear ? 1 : 0;
    }
    const auto strays = [&](size_t i) {
      const Script script = script_of(text.at(i));
      return i < end && script != article && script != Script::unclear && !text.apart[i];
    };
    for (size_t i = begin; i < end && other > 0 && other < own; ++i) {
      if (!strays(i)) continue;
      const size_t first = i;
      std::u32string right;
      for (; strays(i); ++i) right += characters_.at(text.at(i)).other;
      // 車字: of the character itself is spoken.
      if (one_of(text.at(i), U"字部旁") || is_quoted(text, first, i)) continue;
      report(
          out, text, "proof.c02", first, i,
          {text.words(first, i), base::to_utf8(right), article == Script::simplified ? "Simplified" : "Traditional"});
    }
    begin = end + 1;
  }
}

}  // namespace huozi::proof
