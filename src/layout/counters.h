// CSS counters within one section of the book, and the text they give to ::before and ::after. Each section begins
// anew, as each file of an e-book does. Not here: page numbers and note marks (layout/page_maker).
#pragma once

#include <map>
#include <string>

#include "style/stylesheet.h"

namespace huozi::layout {

class Counters {
 public:
  // An element or pseudo-element begins: first its resets, then its increments (CSS Lists 3 4.4).
  void enter(const style::ComputedStyle& style);

  // What `content` says here; counters that were never set are 0. Strings and page numbers are for margins only.
  std::string text_of(const style::Content& content, const style::Cascade& cascade) const;

 private:
  std::map<std::string, int64_t, std::less<>> values_;
};

}  // namespace huozi::layout
