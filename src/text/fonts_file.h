// fonts.yaml: families by role and language. Not here: finding the families on the system (text/font_library).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::text {

struct FontsFile {
  using Families = std::vector<std::string>;
  std::map<std::string, std::map<std::string, Families>> roles;  // role -> language tag or "default" -> families
  // Faces for what is not on the square, before those of the role, at a share of the size (thousandths).
  struct Latin {
    Families families;
    int size = 1000;
  };
  std::map<std::string, Latin> latin;  // by role
  Families fallback;

  // The families of a role for a language: the longest listed prefix of the tag wins, then `default`. Null: no role of
  // that name.
  const Families* families(std::string_view role, std::string_view language) const;
};

// Reports fonts.bad-file for anything of another shape, and reads the rest.
FontsFile read_fonts_file(const source::SourceFile& file, source::Diagnostics& diagnostics);

}  // namespace huozi::text
