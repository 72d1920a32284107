// The fields of a BibTeX entry -> a reference. Not here: the file's syntax (bibtex). Inside parse/ only.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "document/reference.h"

namespace huozi::parse {

struct BibtexEntry {
  std::string type;                           // lower case, without @
  std::map<std::string, std::string> fields;  // by lower-case name; TeX as written
};

// False: the type is not known, and the reference's is `other`.
bool reference_of(const BibtexEntry& entry, document::Reference& out);

// Letters of GB/T 7714: M, N, J ... Nothing is changed where it is none.
bool set_type(std::string_view mark, document::Reference& out);

// 人民日报, but not 学报.
bool is_newspaper_name(std::string_view name);

// The title and what stands behind it, with the colon of its script.
std::string with_subtitle(const std::string& title, const std::string& subtitle);

// 2022, 3, 2 -> 2022-03-02. `month` also as a name, mar or March; what is no number ends the date before it.
std::string iso_date(std::string_view year, std::string_view month, std::string_view day);

}  // namespace huozi::parse
