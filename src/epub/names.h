// Names that every reading system and file system can hold: ids, file names.
// Not here: which node or file needs one.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace huozi::epub {

// An ASCII NCName: a letter or underscore, then letters, digits, '-', '_', '.'.
bool is_plain_name(std::string_view name);

// Lower-case letters, digits, '-', '_' and inner dots of `name`; everything else is left out. May be empty.
std::string plain_file_name(std::string_view name);

// Hands each name out once: the second "a" becomes "a-2".
class NameSet {
 public:
  bool take(const std::string& name) { return taken_.insert(name).second; }
  // `stem` + `ending`, the stem made unique.
  std::string unique(const std::string& stem, std::string_view ending = {});

 private:
  std::set<std::string> taken_;
};

}  // namespace huozi::epub
