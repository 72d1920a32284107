// The entries of an index, gathered from its marks, sorted and grouped. Not here: pages, which are known only later.
#pragma once

#include <string>
#include <vector>

#include "document/index_settings.h"
#include "index/marks.h"
#include "source/diagnostic.h"

namespace huozi::index {

struct Entry {
  std::string heading;
  std::vector<document::NodeId> places;  // in reading order
  std::vector<Path> see;                 // other entries: 见; beside places or entries of its own: 参见
  std::vector<Entry> children;           // sorted
};

struct Group {
  std::string label;  // A, 四画
  std::vector<Entry> entries;
};

// Marks of the book, then the references (见) of listed terms. A mark without a name, a reading that cannot be followed
// and a reference to an entry without places are reported; the latter is left out.
std::vector<Group> make_entries(const std::vector<Mark>& marks, const document::IndexSettings& settings,
                                std::string_view language, source::Diagnostics& diagnostics);

}  // namespace huozi::index
