// A citation record: what an attribution or a reference says of its source, field by field.
// Unknown fields stay empty, never guessed. Texts made from it are citation/'s work.
#pragma once

#include <string>

namespace huozi::document {

struct CitationRecord {
  enum class Kind { speech, instruction, directive, article, book, web, other };

  Kind kind = Kind::other;
  std::string text;           // the source's own words, without the leading dash
  std::string date;           // ISO 8601: of the speech or instruction
  std::string occasion;       // 在…上, 对…
  std::string agency;         // 新华社
  std::string place;          // 北京
  std::string dateline_date;  // ISO 8601: of the agency's report
  std::string key;            // equal keys: the same source
};

}  // namespace huozi::document
