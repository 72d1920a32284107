#include "parse/markdown_tags.h"

#include <algorithm>

#include "base/ascii.h"
#include "document/plain_text.h"
#include "parse/html_reader.h"
#include "parse/inlines.h"
#include "parse/legible.h"
#include "parse/markdown_spans.h"

namespace huozi::parse {

using namespace document;

namespace {

void append(Inlines& to, Inlines from) {
  if (to.empty()) {
    to = std::move(from);  // unwrapping a hundred tags round one long text stays cheap
  } else {
    std::move(from.begin(), from.end(), std::back_inserter(to));
  }
}

std::string tag_name(std::string_view text) {
  std::string name;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '/' || c == '>') break;
    name += base::lower(c);
  }
  return name;
}

}  // namespace

void InlineTags::tag(std::string_view literal, Span span) {
  if (literal.starts_with("<!") || literal.starts_with("<?")) {
    context_.record("parse.comment", span, visible_text(literal));
  } else if (literal.starts_with("</")) {
    close(tag_name(literal.substr(2)), literal, span);
  } else {
    open(literal, span);
  }
}

void InlineTags::open(std::string_view literal, Span span) {
  const HtmlOrigin origin{span.file, span.begin, span.end - span.begin == literal.size(), span};
  const HtmlNode root = parse_html(literal, origin, context_);
  const auto element = std::find_if(root.children.begin(), root.children.end(),
                                    [](const HtmlNode& node) { return node.kind == HtmlNode::Kind::element; });
  const std::string name = tag_name(literal.substr(1));
  const HtmlElement known = html_element(name);
  if (known.role == HtmlRole::unknown) context_.warn_once("html.unknown-element", span, name);
  const bool whole = is_void_element(name) || known.role == HtmlRole::media;
  if (element != root.children.end() && whole) {
    Blocks blocks = HtmlReader(root, context_).read();
    Inlines shown = take_text(blocks);
    if (known.role == HtmlRole::line_break) shown = {{{{}, span, {}}, LineBreak{}}};
    append(current(), std::move(shown));
    return;
  }
  const bool usable = known.role == HtmlRole::styled || known.role == HtmlRole::link || known.role == HtmlRole::ruby ||
                      known.role == HtmlRole::ruby_part || known.role == HtmlRole::transparent ||
                      known.role == HtmlRole::dropped;
  if (!usable || open_.size() > static_cast<size_t>(kDeepest)) {
    drop_tag(literal, span);
    return;
  }
  Open opened{name, known, span, std::string(literal), std::nullopt, {}, {}};
  if (element != root.children.end()) opened.shell = HtmlReader::inline_of(*element);
  open_.push_back(std::move(opened));
}

void InlineTags::drop_tag(std::string_view literal, Span span) {
  context_.record("parse.dropped-tag", span, visible_text(literal));
}

void InlineTags::unwrap_last() {
  Open last = std::move(open_.back());
  open_.pop_back();
  drop_tag(last.literal, last.span);
  for (Ruby::Pair& pair : last.ruby.finish().pairs) append(current(), std::move(pair.base));
  append(current(), std::move(last.children));
}

void InlineTags::close(std::string_view name, std::string_view literal, Span span) {
  const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& open) { return open.name == name; });
  if (found == open_.rend()) {
    if (html_element(name).role != HtmlRole::media) drop_tag(literal, span);
    return;
  }
  while (open_.back().name != name) unwrap_last();
  finish_last(span);
}

void InlineTags::finish_last(Span end) {
  Open last = std::move(open_.back());
  open_.pop_back();
  Open& outer = open_.back();
  const Span span = joined(last.span, end);
  if (last.shell || last.element.role == HtmlRole::ruby || last.element.role == HtmlRole::ruby_part) {
    read_bracketed_spans(last.children, context_);
  }
  if (last.element.role == HtmlRole::ruby) {
    last.ruby.add_base(std::move(last.children), context_);
    Ruby ruby = last.ruby.finish();
    if (!ruby.pairs.empty()) outer.children.push_back({{{}, span, {}}, std::move(ruby)});
  } else if (last.element.role == HtmlRole::ruby_part && outer.element.role == HtmlRole::ruby) {
    outer.ruby.add_base(std::exchange(outer.children, {}), context_);
    if (last.name == "rt") outer.ruby.annotate(plain_text(last.children));
    if (last.name == "rb") outer.ruby.add_base(std::move(last.children), context_);
  } else if (last.element.role == HtmlRole::dropped) {
    context_.record("parse.dropped-element", span, plain_text(last.children));
  } else if (last.shell) {
    last.shell->info.span = span;
    if (auto* link = std::get_if<Link>(&last.shell->content)) {
      link->children = std::move(last.children);
    } else {
      std::get<Styled>(last.shell->content).children = std::move(last.children);
    }
    outer.children.push_back(std::move(*last.shell));
  } else {
    append(outer.children, std::move(last.children));
  }
}

Inlines InlineTags::finish() {
  while (open_.size() > 1) unwrap_last();
  return std::move(open_.front().children);
}

}  // namespace huozi::parse
