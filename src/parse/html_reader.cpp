#include "parse/html_reader.h"

#include <algorithm>
#include <array>

#include "document/plain_text.h"
#include "parse/inlines.h"
#include "parse/legible.h"
#include "parse/white_space.h"

namespace huozi::parse {

using namespace document;

namespace {

// Classes that mean something to the shipped stylesheets: such a division stays even when it holds everything.
constexpr std::array<std::string_view, 8> kDivisionRoles = {"verse",    "poem",  "signature", "page-break",
                                                            "epigraph", "title", "letter",    "dedication"};

bool has_role(const Attributes& attributes) {
  return std::any_of(kDivisionRoles.begin(), kDivisionRoles.end(),
                     [&](std::string_view role) { return attributes.has_class(role); });
}

bool is_page_break(const Attributes& attributes) {
  return attributes.has_class("page-break");
}

void append(Blocks& to, Blocks from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

// Lets the blocks inherit what their unwrapped container said.
void pass_down(Blocks& blocks, const Attributes& from) {
  for (Block& block : blocks) {
    Attributes& to = block.info.attributes;
    if (to.lang.empty()) to.lang = from.lang;
    const std::string* align = from.value("text-align");
    if (align && !to.value("text-align")) to.values.emplace_back("text-align", *align);
  }
  if (!blocks.empty() && blocks.front().info.attributes.id.empty()) blocks.front().info.attributes.id = from.id;
}

// The element's attributes before those its content already has.
void merge(Attributes& to, const Attributes& outer) {
  if (to.id.empty()) to.id = outer.id;
  if (to.lang.empty()) to.lang = outer.lang;
  to.classes.insert(to.classes.begin(), outer.classes.begin(), outer.classes.end());
  for (const auto& [key, value] : outer.values) {
    if (!to.value(key)) to.values.emplace_back(key, value);
  }
}

// Takes off what says the same again within `outer`: bold round a paragraph that is bold.
void unwrap_same(Inlines& inlines, const Styled& outer) {
  Inlines out;
  for (Inline& node : inlines) {
    auto* styled = std::get_if<Styled>(&node.content);
    auto* link = std::get_if<Link>(&node.content);
    if (styled) unwrap_same(styled->children, outer);
    if (link) unwrap_same(link->children, outer);
    const Attributes& attributes = node.info.attributes;
    if (styled && styled->kind == outer.kind && outer.kind != StyledKind::span && attributes.id.empty() &&
        attributes.classes.empty()) {
      for (Inline& child : styled->children) append_merged(out, std::move(child));
    } else {
      append_merged(out, std::move(node));
    }
  }
  inlines = std::move(out);
}

// Wraps the text of every paragraph and heading in a copy of `outer`.
void wrap_text(Blocks& blocks, const Inline& outer) {
  const auto wrap = [&](Inlines& children) {
    Inline copy = outer;
    if (!children.empty()) copy.info.span = span_of(children);
    if (auto* link = std::get_if<Link>(&copy.content)) {
      link->children = std::move(children);
    } else {
      auto& styled = std::get<Styled>(copy.content);
      unwrap_same(children, styled);
      styled.children = std::move(children);
    }
    children.clear();
    append_merged(children, std::move(copy));
  };
  for (Block& block : blocks) {
    if (auto* paragraph = std::get_if<Paragraph>(&block.content)) wrap(paragraph->children);
    if (auto* heading = std::get_if<Heading>(&block.content)) wrap(heading->children);
    if (auto* quotation = std::get_if<Quotation>(&block.content)) wrap_text(quotation->children, outer);
    if (auto* division = std::get_if<Division>(&block.content)) wrap_text(division->children, outer);
    if (auto* list = std::get_if<List>(&block.content)) {
      for (ListItem& item : list->items) wrap_text(item.children, outer);
    }
    if (auto* figure = std::get_if<Figure>(&block.content)) {
      if (std::holds_alternative<Link>(outer.content)) wrap_text(figure->children, outer);
      if (!figure->caption.empty()) wrap(figure->caption);
    }
  }
}

}  // namespace

HtmlReader::HtmlReader(const HtmlNode& root, ReadContext& context) : root_(root), context_(context) {
  find_notes(root, false);
  for (const HtmlNode* call : calls_) {
    if (const HtmlNode* text = note_called_by(*call)) called_notes_.insert(text);
  }
}

Blocks HtmlReader::read() {
  Blocks blocks = flow(root_.children);
  while (blocks.size() == 1) {
    auto* wrapper = std::get_if<Division>(&blocks.front().content);
    if (!wrapper || has_role(blocks.front().info.attributes)) break;
    const Attributes attributes = blocks.front().info.attributes;
    Blocks inner = std::move(wrapper->children);
    pass_down(inner, attributes);
    blocks = std::move(inner);
  }
  add_unset_notes(blocks);
  return blocks;
}

Blocks HtmlReader::flow(Nodes nodes) {
  Blocks out;
  flow(nodes, out);
  return out;
}

void HtmlReader::flow(Nodes nodes, Blocks& out) {
  Inlines run;
  for (const HtmlNode& node : nodes) {
    const bool element = node.kind == HtmlNode::Kind::element;
    if (element && called_notes_.count(&node) > 0) continue;
    const HtmlRole role = node.element.role;
    if (element && role != HtmlRole::dropped && (is_block(role) || node.holds_block)) {
      end_run(run, out);
      if (is_block(role)) {
        add_block(node, out);
      } else {
        add_inline_round_blocks(node, out);
      }
    } else {
      add_inline(node, run);
    }
  }
  end_run(run, out);
}

void HtmlReader::end_run(Inlines& run, Blocks& out) {
  for (Inlines& part : split_at_blank_lines(std::exchange(run, {}))) {
    finish_inlines(part, context_);
    if (part.empty()) continue;
    const Span span = span_of(part);
    out.push_back(make_paragraph(span, std::move(part)));
  }
}

void HtmlReader::add_inline_round_blocks(const HtmlNode& node, Blocks& out) {
  if (node.element.role == HtmlRole::unknown) context_.warn_once("html.unknown-element", node.span, node.name);
  Blocks inner = flow(node.children);
  if (const std::optional<Inline> outer = inline_of(node)) wrap_text(inner, *outer);
  append(out, std::move(inner));
}

void HtmlReader::add_block(const HtmlNode& node, Blocks& out) {
  switch (node.element.role) {
    case HtmlRole::heading:
      add_heading(node, out);
      break;
    case HtmlRole::quotation:
      add_quotation(node, out);
      break;
    case HtmlRole::list:
      add_list(node, out);
      break;
    case HtmlRole::definition_list:
      add_definitions(node, out);
      break;
    case HtmlRole::table:
      add_table(node, out);
      break;
    case HtmlRole::preformatted:
      add_preformatted(node, out);
      break;
    case HtmlRole::figure:
      add_figure(node, out);
      break;
    case HtmlRole::rule:
      out.push_back({{{}, node.span, attributes_of(node)}, ThematicBreak{}});
      break;
    case HtmlRole::media:
      add_media(node, out);
      break;
    case HtmlRole::dropped:
      drop(node);
      break;
    case HtmlRole::division:
      add_division(node, out);
      break;
    default:
      add_paragraph(node, out);
      break;  // p, and parts of lists and tables that stand alone
  }
}

void HtmlReader::add_paragraph(const HtmlNode& node, Blocks& out) {
  Blocks inner = flow(node.children);
  Attributes attributes = attributes_of(node);
  // Of a list's item without a list.
  std::erase_if(attributes.values, [](const auto& value) { return value.first == "type" || value.first == "value"; });
  if (is_page_break(attributes) && inner.empty()) {
    out.push_back({{{}, node.span, std::move(attributes)}, Division{}});
    return;
  }
  for (Block& block : inner) {
    if (!std::holds_alternative<Paragraph>(block.content)) continue;
    merge(block.info.attributes, attributes);
    attributes.id.clear();
    if (inner.size() == 1) block.info.span = node.span;
  }
  append(out, std::move(inner));
}

void HtmlReader::add_heading(const HtmlNode& node, Blocks& out) {
  Blocks inner = flow(node.children);
  Inlines text = take_text(inner);
  if (text.empty() || is_blank(text)) {
    append(out, std::move(inner));
    return;
  }
  const bool picture_only = has_image(text) && plain_text(text).find_first_not_of(' ') == std::string::npos;
  NodeInfo info{{}, node.span, attributes_of(node)};
  if (picture_only) {
    out.push_back({std::move(info), Paragraph{std::move(text)}});
  } else {
    out.push_back({std::move(info), Heading{node.name[1] - '0', std::move(text), {}}});
  }
  append(out, std::move(inner));
}

void HtmlReader::add_quotation(const HtmlNode& node, Blocks& out) {
  Blocks inner = flow(node.children);
  if (inner.empty()) return;
  out.push_back({{{}, node.span, attributes_of(node)}, Quotation{std::move(inner)}});
}

void HtmlReader::add_division(const HtmlNode& node, Blocks& out) {
  Blocks inner = flow(node.children);
  Attributes attributes = division_attributes(node);
  if (node.name == "nav" && !attributes.has_class("nav")) attributes.classes.push_back("nav");  // see edit/page_parts
  const bool holds_notes = node.has_word("class", "footnotes") || node.has_word("role", "doc-endnotes");
  if (holds_notes && std::all_of(inner.begin(), inner.end(), [](const Block& block) {
        return std::holds_alternative<ThematicBreak>(block.content);
      })) {
    return;  // its notes stand at their calls
  }
  if (inner.empty() && !is_page_break(attributes)) return;
  if (inner.size() == 1 && std::holds_alternative<Paragraph>(inner.front().content) && !has_role(attributes) &&
      node.name != "aside") {
    merge(inner.front().info.attributes, attributes);
  } else if (!attributes.id.empty() || !attributes.classes.empty() || !attributes.lang.empty()) {
    Attributes own = attributes;
    std::erase_if(own.values, [](const auto& value) { return value.first == "text-align"; });
    Attributes alignment;
    alignment.values = attributes.values;
    pass_down(inner, alignment);
    inner = Blocks{{{{}, node.span, std::move(own)}, Division{std::move(inner)}}};
  } else {
    pass_down(inner, attributes);
  }
  append(out, std::move(inner));
}

void HtmlReader::drop(const HtmlNode& node) {
  if (node.kind == HtmlNode::Kind::comment) {
    context_.record("parse.comment", node.span, node.text);
  } else if (!is_void_element(node.name)) {
    context_.record("parse.dropped-element", node.span, text_of(node));
  }
}

}  // namespace huozi::parse
