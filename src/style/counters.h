// CSS counters and the text they give to ::before and ::after. One set of them: what counter-reset sets holds for all
// that comes after. Not here: page numbers and note marks (layout/page_maker).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "style/stylesheet.h"

namespace huozi::style {

class Counters {
 public:
  // An element or pseudo-element begins: first its resets, then its increments (CSS Lists 3 4.4), unless it is not
  // `counted`.
  void enter(const ComputedStyle& style, bool counted = true);
  void set(std::string_view name, int64_t value);

  // What `content` says here; counters that were never set are 0. Strings and page numbers are for margins only.
  std::string text_of(const Content& content, const Cascade& cascade) const;

 private:
  std::map<std::string, int64_t, std::less<>> values_;
};

}  // namespace huozi::style
