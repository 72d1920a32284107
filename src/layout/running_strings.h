// The named strings of running heads (css-gcpm-3 §1): what string-set gave them, page by page. Not here: where they are
// printed (layout/margin_boxes).
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "layout/galley.h"

namespace huozi::layout {

class RunningStrings {
 public:
  void begin_page();
  // `at_top`: by an element that the page begins with.
  void set(const RunningString& string, bool at_top);
  // css-gcpm-3 1.2.2. `place`: "first", the page's first value, else the one in force; "start", the one in force where
  // the page begins; "last", where it ends; "first-except", nothing on pages that set it. Null: nothing.
  const RunningString* value(std::string_view name, std::string_view place) const;

 private:
  struct Entry {
    RunningString start, first, last;
    bool is_set = false;  // on this page
    bool at_top = false;
  };
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace huozi::layout
