#include "edit/script.h"

#include <array>
#include <string>
#include <string_view>

#include "base/han.h"
#include "base/utf8.h"
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

// One character, and not the same.
bool is_one_other(std::string_view converted, char32_t than) {
  if (converted.empty()) return false;
  const base::Decoded first = base::decode_utf8(converted, 0);
  return first.length == converted.size() && first.code_point != than;
}

enum class Script : uint8_t { either, simplified, traditional };

Script script_of(char32_t cp) {
  const bool to_simplified = is_one_other(base::to_simplified(cp), cp);
  const bool to_traditional = is_one_other(base::to_traditional(cp), cp);
  if (to_simplified == to_traditional) return Script::either;
  return to_simplified ? Script::traditional : Script::simplified;
}

// Every character is asked about in every article.
class Scripts {
 public:
  Scripts() {
    for (char32_t cp = kBegin; cp < kEnd; ++cp) common_[cp - kBegin] = script_of(cp);
  }

  Script of(char32_t cp) const { return cp >= kBegin && cp < kEnd ? common_[cp - kBegin] : script_of(cp); }

 private:
  static constexpr char32_t kBegin = 0x4E00, kEnd = 0xA000;
  std::array<Script, kEnd - kBegin> common_;
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
  static const Scripts scripts;
  ScriptCount out;
  count_han(blocks).for_each([&](char32_t cp, int32_t count) {
    const Script script = scripts.of(cp);
    if (script == Script::traditional) out.traditional += static_cast<size_t>(count);
    if (script == Script::simplified) out.simplified += static_cast<size_t>(count);
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
