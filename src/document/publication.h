// What the editor says of a publication that stands on no page: it goes into the package of the e-book alone.
// Not here: the facts a book is known by (BookMetadata), anything found out from the text.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace huozi::document {

// A subject heading. With a scheme ("CLC", "BISAC", "Thema", or a URI) and a code of it, or with neither.
struct Subject {
  std::string name;
  std::string authority = {};
  std::string term = {};
};

// Who found the e-book accessible, and what they say of it. Empty texts: nothing is said.
struct AccessibilityStatement {
  std::string certified_by;
  std::string credential;
  std::string report;   // a URL
  std::string summary;  // in place of the computed one
};

struct Publication {
  std::vector<Subject> subjects;
  AccessibilityStatement accessibility;
  // By the name as written: how it is filed (wang xiaoming), where the editor knows better than the program.
  std::map<std::string, std::string, std::less<>> file_as;
};

}  // namespace huozi::document
