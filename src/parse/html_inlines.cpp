// Inline elements, ruby among them.
#include <algorithm>

#include "parse/html_image.h"
#include "parse/html_reader.h"
#include "parse/inlines.h"
#include "parse/legible.h"
#include "parse/ruby_builder.h"

namespace huozi::parse {

using namespace document;

namespace {

constexpr std::string_view kScript = "javascript:";

// On one line, trimmed.
std::string plain_attribute(const HtmlNode& node, std::string_view key) {
  const std::string* value = node.attribute(key);
  return value ? on_one_line(*value) : std::string();
}

}  // namespace

std::optional<Inline> HtmlReader::inline_of(const HtmlNode& element) {
  NodeInfo info{{}, element.span, attributes_of(element)};
  if (element.element.role == HtmlRole::styled) return Inline{std::move(info), Styled{element.element.style, {}}};
  if (element.element.role != HtmlRole::link) return std::nullopt;
  std::string target = element.url("href");
  if (target.empty() || target.starts_with(kScript)) {
    if (info.attributes.id.empty()) return std::nullopt;
    return Inline{std::move(info), Styled{StyledKind::span, {}}};
  }
  return Inline{std::move(info), Link{std::move(target), {}}};
}

void HtmlReader::add_inline(const HtmlNode& node, Inlines& out) {
  if (node.kind == HtmlNode::Kind::text) {
    out.push_back(make_text(node.span, node.text));
    return;
  }
  if (node.kind == HtmlNode::Kind::comment || called_notes_.count(&node) > 0) {
    if (node.kind == HtmlNode::Kind::comment) drop(node);
    return;
  }
  switch (node.element.role) {
    case HtmlRole::line_break:
      out.push_back({{{}, node.span, {}}, LineBreak{}});
      return;
    case HtmlRole::image:
      add_image(node, out);
      return;
    case HtmlRole::ruby:
      add_ruby(node, out);
      return;
    case HtmlRole::link:
      add_link(node, out);
      return;
    case HtmlRole::nothing:
      return;
    case HtmlRole::dropped:
      drop(node);
      return;
    case HtmlRole::unknown:
      context_.warn_once("html.unknown-element", node.span, node.name);
      break;
    default:
      break;
  }
  Inlines children;
  for (const HtmlNode& child : node.children) add_inline(child, children);
  // The raised mark of a note: the call is raised by itself.
  const bool raises_note = node.name == "sup" && std::any_of(children.begin(), children.end(), [](const Inline& child) {
                             return std::holds_alternative<Note>(child.content);
                           });
  std::optional<Inline> styled = raises_note ? std::nullopt : inline_of(node);
  if (!styled) {
    std::move(children.begin(), children.end(), std::back_inserter(out));
    return;
  }
  std::get<Styled>(styled->content).children = std::move(children);
  out.push_back(std::move(*styled));
}

void HtmlReader::add_image(const HtmlNode& node, Inlines& out) {
  Image image{image_source(node), plain_attribute(node, "alt"), plain_attribute(node, "title"), {}};
  if (image.source.empty()) {
    context_.record("parse.dropped-element", node.span, image.alternative);
  } else {
    out.push_back({{{}, node.span, attributes_of(node)}, std::move(image)});
  }
}

void HtmlReader::add_link(const HtmlNode& node, Inlines& out) {
  if (is_backlink(node)) {
    context_.record("parse.note-backlink", node.span, text_of(node));
    return;
  }
  if (calls_.count(&node) > 0 && add_note(node, out)) return;
  Inlines children;
  for (const HtmlNode& child : node.children) add_inline(child, children);
  std::optional<Inline> link = inline_of(node);
  if (!link) {
    std::move(children.begin(), children.end(), std::back_inserter(out));
  } else {
    if (auto* target = std::get_if<Link>(&link->content)) {
      target->children = std::move(children);
    } else {
      std::get<Styled>(link->content).children = std::move(children);
    }
    out.push_back(std::move(*link));
  }
}

void HtmlReader::add_ruby_parts(Nodes nodes, Inlines& base, RubyBuilder& ruby) {
  const auto end_base = [&] { ruby.add_base(std::exchange(base, {}), context_); };
  for (const HtmlNode& child : nodes) {
    if (child.kind != HtmlNode::Kind::element || child.element.role != HtmlRole::ruby_part) {
      add_inline(child, base);
    } else if (child.name == "rt") {
      end_base();
      ruby.annotate(text_of(child));
    } else if (child.name == "rb") {
      end_base();
      for (const HtmlNode& part : child.children) add_inline(part, base);
      end_base();
    } else if (child.name == "rtc") {
      end_base();
      add_ruby_parts(child.children, base, ruby);
    }
    // rp holds the parentheses for readers that cannot set ruby.
  }
}

void HtmlReader::add_ruby(const HtmlNode& node, Inlines& out) {
  RubyBuilder builder;
  Inlines base;
  add_ruby_parts(node.children, base, builder);
  builder.add_base(std::move(base), context_);
  Ruby ruby = builder.finish();
  if (!ruby.pairs.empty()) out.push_back({{{}, node.span, attributes_of(node)}, std::move(ruby)});
}

}  // namespace huozi::parse
