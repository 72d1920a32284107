// Ruby from its parts in source order: a base, its annotation, the next base ...; or all bases and then all
// annotations. Not here: HTML's or Pandoc's syntax for it. Inside parse/ only.
#pragma once

#include <string>

#include "document/node.h"
#include "parse/read_context.h"

namespace huozi::parse {

class RubyBuilder {
 public:
  // Raw inlines; blanks alone are no base.
  void add_base(document::Inlines base, ReadContext& context);
  // For the first base that has none yet.
  void annotate(std::string text);
  size_t pair_count() const { return ruby_.pairs.size(); }
  document::Ruby finish() { return std::move(ruby_); }

 private:
  document::Ruby ruby_;
  size_t annotated_ = 0;
};

// `hàn zì` over 汉字: one pair a character when there are as many words, otherwise one pair for all. Finished or raw
// inlines, which hold nothing but text.
document::Ruby ruby_of(document::Inlines base, const std::string& annotation, ReadContext& context);

}  // namespace huozi::parse
