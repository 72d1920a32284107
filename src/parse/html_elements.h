// The one table of HTML elements: what each name means for the document model. Names the table lacks keep their text.
// Not here: what to do with them (html_reader). Inside parse/ only.
#pragma once

#include <string_view>

#include "document/node.h"

namespace huozi::parse {

enum class HtmlRole {
  unknown,      // text kept, with a warning
  transparent,  // known, but only its content counts
  styled,       // HtmlElement::style
  link,
  image,
  line_break,
  ruby,
  ruby_part,  // rt, rp, rb, rtc
  nothing,    // without content: wbr, col ...
  paragraph,
  heading,
  quotation,
  list,
  item,
  definition_list,
  definition_part,  // dt, dd
  table,
  table_part,
  preformatted,
  figure,
  caption,  // figcaption, legend
  division,
  rule,
  media,    // shown elsewhere: a link remains
  dropped,  // not text of the article: into the audit
};

struct HtmlElement {
  std::string_view name;
  HtmlRole role = HtmlRole::unknown;
  document::StyledKind style = document::StyledKind::span;
};

// The row of the element; role unknown when there is none. REQUIRES: lower case.
HtmlElement html_element(std::string_view name);

bool is_block(HtmlRole role);
bool is_void_element(std::string_view name);
// HTML §13.2.4.3: stays open past its parent's end until it is closed itself.
bool is_formatting_element(std::string_view name);

}  // namespace huozi::parse
