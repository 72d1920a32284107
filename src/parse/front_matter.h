// The YAML block at the top of an article: what it says about the article, and where the article's text begins.
// Not here: the text itself (markdown, html), and judging what is said (a placeholder picture, a title with _ in it).
#pragma once

#include <cstdint>

#include "document/book.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::parse {

struct FrontMatter {
  document::ArticleMetadata metadata;  // source: the second of three categories where it is the author's name too
  uint32_t body_begin = 0;  // byte offset of the line after the closing one; 0 without front matter
};

// Front matter may stand after a byte order mark and blank lines. It is a block between a line --- and a line --- or
// ..., of at most 64 KiB, that begins with a line `key:` and has a key huozi knows; anything else is left to the text.
// Unknown keys are ignored (scrapers write many). Nothing here is an error: broken YAML is a warning
// (front-matter.syntax), after which the known keys are read line by line; so is a date that cannot be read.
FrontMatter read_front_matter(const source::SourceFile& file, source::Diagnostics& diagnostics);

}  // namespace huozi::parse
