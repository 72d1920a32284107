// A source that is cited again in the same chapter. Either the second note gives author, title and page only
// (citations.repeat: short; journals such as 《史林》 ask for it, and forbid 同上), or it is 同上 or 同① in print where
// both stand on one page (tongshang, tongzhu). Not here: which notes a page holds (layout/page_search).
#pragma once

#include <map>
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

// A note's words taken apart: 赵景深：《文坛忆旧》，上海：北新书局，1948年 | ，第43页 | 。
struct CitedWords {
  std::string_view source, page, stop;  // page and stop may be empty
};
// Several citations in one note are not taken apart. After GB/T 7714: 赵景深. 文坛忆旧[M]. 上海：北新书局，1948 | ：43 | .
CitedWords cited_words(std::string_view note);

// Of 赵景深：《文坛忆旧》，上海：北新书局，1948年，第43页。 Nothing for words of another form, or without anything to
// leave out. What stands between the title and the next comma (第一卷, a speech's date in brackets) belongs to the
// title; a newspaper's page says nothing without its day and is left out.
std::optional<ShortForm> short_form(std::string_view note);

// Citation notes of plain text in the section, from a source's second on, with the change in the audit.
void shorten_repeated(document::Section& section, document::Audit& audit);

enum class Repeat { above, numbered };  // 同上, 同①

// Gives citation notes of words alone their brief form, Note::repeated. One source: the same record, or words that
// differ in the page alone. A note without a page has none after one with a page: it would say that page.
void mark_repeated(document::Section& section, Repeat repeat);

// What of them print shows in their brief form, with their words there, into the audit.
void record_brief(const document::Book& book, const std::map<document::NodeId, std::string>& shown,
                  document::Audit& audit);

}  // namespace huozi::citation
