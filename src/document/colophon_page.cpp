#include "document/colophon_page.h"

#include <string>
#include <string_view>
#include <utility>

#include "document/element.h"
#include "document/fact_rows.h"

namespace huozi::document {

Section colophon_page(const BookMetadata& metadata, const ColophonFacts& facts, size_t section_index) {
  const bool traditional = is_traditional_chinese(metadata.language);
  FactRows rows(section_index);
  Section section;
  section.role = SectionRole::colophon;
  section.name = role_name(section.role);
  section.info = rows.info("");
  section.title = {rows.text(traditional ? "排印說明" : "排印说明")};
  NodeInfo division = rows.info("colophon");
  rows.labelled("成品尺寸", facts.page);
  rows.labelled("版心", facts.type_area);
  std::string type_size = facts.type_size;
  if (const size_t at = type_size.find("号"); traditional && at != std::string::npos) {
    type_size.replace(at, std::string_view("号").size(), "號");
  }
  rows.labelled(traditional ? "字號" : "字号", type_size);
  rows.labelled(traditional ? "字體" : "字体", facts.fonts);
  rows.labelled("排版", facts.program);
  section.blocks.push_back({std::move(division), Division{rows.take()}});
  return section;
}

}  // namespace huozi::document
