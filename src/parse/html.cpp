#include "parse/html.h"

#include <algorithm>

#include "parse/html_head.h"
#include "parse/html_reader.h"
#include "parse/legible.h"
#include "parse/number_nodes.h"

namespace huozi::parse {

document::Document read_html(const source::SourceFile& file, uint32_t body_begin, source::Diagnostics& diagnostics,
                             document::Audit& audit) {
  ReadContext context{file, diagnostics, audit, {}, 0};
  const auto begin = static_cast<uint32_t>(std::min<size_t>(body_begin, file.text().size()));
  const HtmlOrigin origin{file.id(), begin, true, {}};
  const HtmlNode root = parse_html(legible_text(file.text().substr(begin)), origin, context);
  document::Document document;
  document.file = file.id();
  if (const std::string* language = root.attribute("lang")) document.metadata.language = *language;
  read_head(root, document.metadata);
  document.blocks = HtmlReader(root, context).read();
  number_nodes(document);
  return document;
}

}  // namespace huozi::parse
