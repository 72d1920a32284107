// Which characters an e-book shows: the uncommon ones with their places, and all of them by the type the stylesheet
// sets them in.
// Not here: which fonts have them (epub_fonts).
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "document/book.h"
#include "source/source_file.h"
#include "style/stylesheet.h"

namespace huozi {

struct RareCharacter {
  char32_t code_point = 0;
  source::Span first;  // where it first stands
};

// Those of the text that text::is_common() does not know, ascending.
std::vector<RareCharacter> rare_characters(const document::Book& book);

struct TypeRequest {
  std::vector<std::string> families;
  int weight = 400;
  bool italic = false;
  std::string language;
  friend auto operator<=>(const TypeRequest&, const TypeRequest&) = default;
};

// `cascade`: of the e-book.
std::map<TypeRequest, std::set<char32_t>> characters_by_type(const document::Book& book, const style::Cascade& cascade);

}  // namespace huozi
