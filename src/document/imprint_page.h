// The imprint page (版权页): the facts of the edition as a list of labels and values.
// Not here: any fact that the book does not state, the look (the stylesheet's), reading book.yaml (parse/).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/book.h"

namespace huozi::document {

// 开本: the full sheet in mm and how many leaves are made of it.
struct SheetFormat {
  int width = 0, height = 0, leaves = 0;
};

struct Imprint {
  enum class Kind { none, isbn, internal };
  // Printed faces outside the pages, which count in 字数.
  struct Outside {
    uint32_t covers = 0;  // with words on them, of 封一 to 封四
    uint32_t flaps = 0;   // likewise
    bool spine = false;
  };

  Kind kind = Kind::none;
  std::string edition;
  std::string printing;
  std::optional<uint32_t> print_run;
  std::string price;
  std::string permit;                 // 准印证号
  std::string compiled_by;            // 编印单位
  std::string printed_by;             // 印刷单位
  std::string recipients;             // 发送对象
  std::optional<SheetFormat> format;  // nothing: what the trimmed size is known to be folded from
  Outside outside;
  std::string cip;                 // lines separated by LF, set as given
  std::vector<std::string> extra;  // "label：value", or a text alone
};

// What only the finished pages tell (GB/T 12450 载体形态); empty texts are left out. A row of `extra` with the same
// label comes in its place.
struct EditionFacts {
  std::string format;      // 850mm×1168mm　1/32
  std::string sheets;      // 7.125
  std::string characters;  // 215千字
};

// The value that a row of `extra` gives this label; empty: none does.
std::string_view extra_value(const Imprint& imprint, std::string_view label);

// One div.imprint: p.cip with the CIP text, its lines as given; p.imprint-entry for each fact there is, span.label
// (four ems wide: 书　　名, 印 刷 者) and the value; p.rights. `section_index` as for the other generated pages.
Section imprint_page(const BookMetadata& metadata, const Imprint& imprint, const EditionFacts& facts,
                     size_t section_index);

}  // namespace huozi::document
