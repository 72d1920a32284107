// The entries of a book's references file and the style they are printed in; which of them a book cites.
// Not here: reading the file (parse/), the section that lists them (index/).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "citation/style.h"
#include "document/book.h"
#include "document/reference.h"

namespace huozi::citation {

class Bibliography {
 public:
  Bibliography() = default;
  // `access`: when online texts were read that do not say it themselves; ISO 8601, may be empty. Of entries with the
  // same key the first counts.
  Bibliography(Style style, std::vector<document::Reference> references, const std::string& access);

  const Style& style() const { return style_; }
  // Null: there is none.
  const document::Reference* find(const std::string& key) const;
  std::vector<std::string_view> keys() const;

 private:
  Style style_;
  std::vector<document::Reference> references_;
  std::map<std::string, size_t> places_;
};

// Each cited entry as a line. Numbered styles: in the order of first citation; others: by authors and title, Chinese by
// Pinyin (ICU's order for zh-u-co-pinyin), entries in other scripts behind them.
std::vector<Line> cited_entries(const document::Book& book, const Bibliography& bibliography);

}  // namespace huozi::citation
