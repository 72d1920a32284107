// A citation style as data: a file of styles/citations/, which says in which order, with which marks and names an entry
// stands. styles/citations/README.md is its description for who writes one. Not here: filling it in (citation/entry).
#pragma once

#include <map>
#include <optional>
#include <string>

#include "citation/template.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::citation {

// How names stand. `most`: with more, only so many and `others`.
struct NameRules {
  enum class Given { whole, initials };
  size_t most = 3;
  std::string separator, others;
  bool family_first = true;
  bool capitals = false;  // surnames in Latin letters
  Given given = Given::whole;
  Given pinyin = Given::whole;  // of names in Pinyin
  bool hyphens = false;         // initials keep them: J-L
};

// What depends on the entry's own writing.
struct Script {
  NameRules names;
  // edition, volume, page, pages, sheet: {} is the number, {th} 1st, 2nd, 3rd ...
  std::map<std::string, std::string> words;
  std::map<std::string, Template> parts, templates;
  std::string years_dash, pages_dash;
  bool chinese_dates = false;  // 2022年3月2日; otherwise 2022-03-02
};

struct Style {
  bool numbered = false;                           // lists are numbered, in the order of first citation
  bool online_mark = false;                        // [J/OL]
  bool own_words = false;                          // attributions keep the article's words
  bool single_inner_marks = false;                 // 《》 in a title become 〈〉 (GB/T 15834 4.15.3.4)
  std::string between = "；";                      // entries in one note
  std::map<std::string, std::string> traditional;  // 页: 頁, of a book in Traditional Chinese
  Script han, western;
};

// The style's own words in Traditional characters.
void make_traditional(Style& style);

// Names of fields that templates may use.
bool is_field(std::string_view name);

// Nothing when the file cannot be used; what is wrong is reported (citation.bad-style).
std::optional<Style> read_style(const source::SourceFile& file, source::Diagnostics& diagnostics);

}  // namespace huozi::citation
