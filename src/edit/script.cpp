#include "edit/script.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "document/walk.h"
#include "edit/address.h"
#include "edit/han_count.h"
#include "edit/line_shape.h"
#include "edit/pass.h"

namespace huozi::edit {
namespace {

constexpr size_t kFewest = 10;  // such characters an article must have before its script is clear
constexpr size_t kTimes = 5;    // as many as of the other script

HanCount count_han(const document::Blocks& blocks) {
  HanCount counts;
  document::for_each_inline(blocks, [&](const document::Inline& node) {
    if (const auto* text = std::get_if<document::Text>(&node.content)) counts.add(text->text);
  });
  return counts;
}

// Single characters through one of ICU's tables, a blank between them so that none is taken with its neighbour. One for
// each that was put in; 0 where one became several.
class Table {
 public:
  explicit Table(const char* id) {
    UErrorCode status = U_ZERO_ERROR;
    table_.reset(icu::Transliterator::createInstance(icu::UnicodeString(id), UTRANS_FORWARD, status));
    if (U_FAILURE(status)) table_.reset();
  }

  std::u32string convert(std::u32string_view characters) const {
    icu::UnicodeString text;
    for (const char32_t cp : characters) text.append(static_cast<UChar32>(cp)).append(u' ');
    if (table_) table_->transliterate(text);
    std::u32string out;
    for (int32_t at = 0; at < text.length();) {
      const int32_t end = text.indexOf(u' ', at);
      const UChar32 first = text.char32At(at);
      out += end - at == U16_LENGTH(first) ? static_cast<char32_t>(first) : U'\0';
      at = end + 1;
    }
    return out;
  }

 private:
  std::unique_ptr<icu::Transliterator> table_;
};

enum class Script : uint8_t { either, simplified, traditional };

// Which script each character is of. The tables are slow, so a character is asked about once in a run; a transliterator
// is used by one thread at a time.
class Scripts {
 public:
  // Calls f(script, count) for each character.
  template <typename F>
  void of(const HanCount& characters, F&& f) {
    const std::lock_guard lock(mutex_);
    std::u32string unknown;
    characters.for_each([&](char32_t cp, int32_t) {
      if (known_.count(cp) == 0) unknown += cp;
    });
    if (!unknown.empty()) learn(unknown);
    characters.for_each([&](char32_t cp, int32_t count) { f(known_.at(cp), static_cast<size_t>(count)); });
  }

 private:
  void learn(std::u32string_view characters) {
    const std::u32string simplified = to_simplified_.convert(characters);
    const std::u32string traditional = to_traditional_.convert(characters);
    const bool told = simplified.size() == characters.size() && traditional.size() == characters.size();
    for (size_t i = 0; i < characters.size(); ++i) {
      const char32_t cp = characters[i];
      const bool to_simplified = told && simplified[i] != 0 && simplified[i] != cp;
      const bool to_traditional = told && traditional[i] != 0 && traditional[i] != cp;
      known_[cp] = to_simplified == to_traditional ? Script::either
                   : to_simplified                 ? Script::traditional
                                                   : Script::simplified;
    }
  }

  std::mutex mutex_;
  const Table to_simplified_{"Traditional-Simplified"};
  const Table to_traditional_{"Simplified-Traditional"};
  std::map<char32_t, Script> known_;
};

}  // namespace

bool is_chinese(std::string_view language) {
  const std::string tag = lower(language);
  return tag == "zh" || tag.starts_with("zh-");
}

bool is_traditional(std::string_view language) {
  const std::string tag = lower(language);
  return tag.starts_with("zh-hant") || tag == "zh-tw" || tag == "zh-hk" || tag == "zh-mo";
}

ScriptCount count_scripts(const document::Blocks& blocks) {
  static Scripts scripts;
  ScriptCount out;
  scripts.of(count_han(blocks), [&](Script script, size_t count) {
    if (script == Script::traditional) out.traditional += count;
    if (script == Script::simplified) out.simplified += count;
  });
  return out;
}

void settle_language(Pass& pass) {
  std::string& language = pass.document.metadata.language;
  // What the article says of its script counts; zh says nothing of it.
  const bool says_script = !language.empty() && lower(language) != "zh";
  if (says_script || !is_chinese(pass.options.language)) return;
  const ScriptCount count = count_scripts(pass.document.blocks);
  const bool book_is_traditional = is_traditional(pass.options.language);
  const size_t other = book_is_traditional ? count.simplified : count.traditional;
  const size_t own = book_is_traditional ? count.traditional : count.simplified;
  if (other < kFewest || other < own * kTimes) return;
  language = book_is_traditional ? "zh-Hans" : "zh-Hant";
  const source::Span span{pass.document.file, 0, 0};
  pass.decide("language", span, 95,
              std::to_string(other) + " characters of the other script, " + std::to_string(own) + " of the book's");
  pass.diagnostics.report("article.language", span, {language, std::to_string(other)});
}

}  // namespace huozi::edit
