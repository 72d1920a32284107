// A file's name made from words, such as an article's title.
// Not here: what is done when two are alike, folders.
#pragma once

#include <string>
#include <string_view>

namespace huozi::document {

// Letters, digits and marks of any script as they are, in Unicode's NFC; what file systems and shells give a meaning
// (/ \ : * ? " < > | and controls) and blanks become one hyphen each run; none at the ends, nor a dot at the beginning.
// At most 80 bytes, cut between characters; "article" when nothing is left.
std::string file_stem(std::string_view words);

}  // namespace huozi::document
