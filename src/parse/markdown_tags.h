// Raw HTML tags among Markdown's inlines: opened, filled with what the parser gives next, closed.
// Not here: blocks of HTML. Inside parse/ only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/html_elements.h"
#include "parse/read_context.h"
#include "parse/ruby_builder.h"

namespace huozi::parse {

class InlineTags {
 public:
  explicit InlineTags(ReadContext& context) : context_(context) { open_.emplace_back(); }

  // Where the next inline goes.
  document::Inlines& current() { return open_.back().children; }

  // One tag or comment as written. Tags that mean nothing here are dropped and entered in the audit.
  void tag(std::string_view literal, source::Span span);

  // Everything; tags still open are dropped and entered in the audit, their content stays.
  document::Inlines finish();

 private:
  struct Open {
    std::string name;
    HtmlElement element;
    source::Span span;
    std::string literal;
    std::optional<document::Inline> shell;  // the inline round the content; none when only that counts
    document::Inlines children;
    RubyBuilder ruby;
  };

  void open(std::string_view literal, source::Span span);
  void close(std::string_view name, std::string_view literal, source::Span span);
  void unwrap_last();
  void finish_last(source::Span end);
  void drop_tag(std::string_view literal, source::Span span);

  ReadContext& context_;
  std::vector<Open> open_;
};

}  // namespace huozi::parse
