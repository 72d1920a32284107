// A source that is cited again in the same chapter: the second note gives author, title and page only
// (citations.repeat: short; journals such as 《史林》 ask for it, and forbid 同上). Not here: 同上 and 同①, which hang
// on pages.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/audit.h"
#include "document/book.h"

namespace huozi::citation {

struct ShortForm {
  std::string source;  // what names it: 赵景深：《文坛忆旧》
  std::string text;    // 赵景深：《文坛忆旧》，第43页。
};

// Of 赵景深：《文坛忆旧》，上海：北新书局，1948年，第43页。 Nothing for words of another form, or without anything to
// leave out. What stands between the title and the next comma (第一卷, a speech's date in brackets) belongs to the
// title; a newspaper's page says nothing without its day and is left out.
std::optional<ShortForm> short_form(std::string_view note);

// Citation notes of plain text in the section, from a source's second on, with the change in the audit.
void shorten_repeated(document::Section& section, document::Audit& audit);

}  // namespace huozi::citation
