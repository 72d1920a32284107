// The imprint page (版权页): the facts of the edition as a list of labels and values.
// Not here: any fact that the book does not state, the look (the stylesheet's), reading book.yaml (parse/).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/book.h"

namespace huozi::document {

struct Imprint {
  enum class Kind { none, isbn, internal };
  Kind kind = Kind::none;
  std::string edition;
  std::string printing;
  std::optional<uint32_t> print_run;
  std::string price;
  std::string cip;                 // lines separated by LF, set as given
  std::vector<std::string> extra;  // "label：value", or a text alone
};

// One div.imprint: p.cip with the CIP text, its lines as given; p.imprint-entry for each fact there is, span.label
// (four ems wide: 书　　名, 印 刷 者) and the value; p.rights. `section_index` as for the other generated pages.
Section imprint_page(const BookMetadata& metadata, const Imprint& imprint, size_t section_index);

}  // namespace huozi::document
