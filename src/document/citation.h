// What a note cites: an attribution taken apart field by field, and entries of the references file named by their keys.
// Unknown fields stay empty, never guessed. Texts made from it are citation/'s work.
#pragma once

#include <string>

#include "source/source_file.h"

namespace huozi::document {

struct CitationRecord {
  enum class Kind { speech, instruction, directive, article, book, web, other };

  Kind kind = Kind::other;
  std::string text;     // the source's own words, without the leading dash
  std::string speaker;  // or author
  std::string title;  // what was said or published: 在…上的讲话, 对…作出的重要指示, or the words within 《》
  std::string date;           // ISO 8601: of the speech or instruction
  std::string occasion;       // 在…上, 对…
  std::string agency;         // 新华社
  std::string place;          // 北京: of the agency's report, or of the publisher
  std::string dateline_date;  // ISO 8601: of the agency's report
  std::string container;      // 人民日报: what it was published in
  std::string publisher;
  std::string published;  // ISO 8601: of the book, newspaper or journal
  std::string volume;     // 1 of 第1卷
  std::string issue;      // 6 of 第6期
  std::string edition;    // 2 of 第2版
  std::string pages;      // 43, 32-33; of a newspaper its sheet
  bool complete = false;  // the fields hold every word of `text`, so that another form of them loses none
  std::string key;        // equal keys: the same source
};

// [见 @key, 第12页]: one entry of the references file, named in an article.
struct CitedKey {
  std::string key;
  std::string prefix;   // 见
  std::string locator;  // 第12页
  source::Span span;    // of @key
};

}  // namespace huozi::document
