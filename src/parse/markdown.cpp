#include "parse/markdown.h"

#include "parse/markdown_reader.h"
#include "parse/number_nodes.h"

namespace huozi::parse {

document::Document read_markdown(const source::SourceFile& file, uint32_t body_begin, source::Diagnostics& diagnostics,
                                 document::Audit& audit) {
  ReadContext context{file, diagnostics, audit, {}, 0};
  MarkdownSource source(file, body_begin);
  document::Document document;
  document.file = file.id();
  document.blocks = MarkdownReader(source, context).read();
  number_nodes(document);
  return document;
}

}  // namespace huozi::parse
