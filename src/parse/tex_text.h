// The text of a BibTeX field: accents, special letters and dashes of TeX as characters, braces and commands for type
// taken out. Not here: taking the file apart (bibtex). Inside parse/ only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace huozi::parse {

// G{\"o}del, Erd\H{o}s -> Gödel, Erdős; -- –, `` “, ~ a blank. Of an unknown command its name stays. White space is
// collapsed.
std::string tex_text(std::string_view tex);

// Addresses, DOIs and pages: only braces and backslashes before marks are taken out.
std::string tex_literal(std::string_view tex);

// At `separator`, a word with blanks around it ("and") or a mark (","), outside of braces.
std::vector<std::string_view> tex_split(std::string_view tex, std::string_view separator);

}  // namespace huozi::parse
