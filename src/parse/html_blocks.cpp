// The blocks with an inner order of their own: lists, definition lists, figures, media.
#include <algorithm>
#include <set>

#include "document/plain_text.h"
#include "parse/html_reader.h"
#include "parse/inlines.h"

namespace huozi::parse {

using namespace document;

namespace {

int64_t start_of(const HtmlNode& node) {
  const std::string* start = node.attribute("start");
  if (!start) return 1;
  int64_t value = 0;
  const bool negative = start->starts_with('-');
  const size_t first = negative ? 1 : 0;
  size_t i = first;
  for (; i < start->size() && i < first + 9 && (*start)[i] >= '0' && (*start)[i] <= '9'; ++i) {
    value = value * 10 + ((*start)[i] - '0');
  }
  if (i == first) return 1;
  return negative ? -value : value;
}

bool is_tight(const std::vector<ListItem>& items) {
  return std::all_of(items.begin(), items.end(), [](const ListItem& item) {
    return std::count_if(item.children.begin(), item.children.end(),
                         [](const Block& block) { return !std::holds_alternative<List>(block.content); }) <= 1;
  });
}

bool is_blank_text(const HtmlNode& node) {
  return node.kind == HtmlNode::Kind::text && node.text.find_first_not_of(" \t\n\f\r") == std::string::npos;
}

// Where the film or sound lies: told by the element, or by one within it (source, embed, the parameters of an object).
std::string media_address(const HtmlNode& node) {
  for (const char* key : {"src", "data-src", "data"}) {
    std::string address = node.url(key);
    if (!address.empty() && address != "about:blank") return address;
  }
  const std::string* name = node.name == "param" ? node.attribute("name") : nullptr;
  if (name && (*name == "movie" || *name == "src" || *name == "url")) return node.url("value");
  for (const HtmlNode& child : node.children) {
    const bool tells = child.name == "source" || child.name == "param" || child.element.role == HtmlRole::media;
    std::string address = tells ? media_address(child) : std::string();
    if (!address.empty()) return address;
  }
  return {};
}

// Pictures out of mixed inlines, each with the link round it when it stands alone in that.
Inlines take_images(Inlines& inlines) {
  Inlines images;
  Inlines rest;
  for (Inline& node : inlines) {
    auto* styled = std::get_if<Styled>(&node.content);
    auto* link = std::get_if<Link>(&node.content);
    if (std::holds_alternative<Image>(node.content) ||
        (link && link->children.size() == 1 && std::holds_alternative<Image>(link->children.front().content))) {
      images.push_back(std::move(node));
      continue;
    }
    if (styled || link) {
      Inlines& children = styled ? styled->children : link->children;
      Inlines inner = take_images(children);
      std::move(inner.begin(), inner.end(), std::back_inserter(images));
      if (children.empty()) continue;
    }
    rest.push_back(std::move(node));
  }
  while (!rest.empty() && std::holds_alternative<LineBreak>(rest.front().content)) rest.erase(rest.begin());
  while (!rest.empty() && std::holds_alternative<LineBreak>(rest.back().content)) rest.pop_back();
  inlines = std::move(rest);
  if (is_blank(inlines)) inlines.clear();
  return images;
}

bool is_picture(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block.content);
  return paragraph && has_image(paragraph->children) &&
         plain_text(paragraph->children).find_first_not_of(' ') == std::string::npos;
}

// <span class="credit"> at the caption's end, as the e-book has it (document/element).
void take_credit(Figure& figure) {
  if (figure.caption.empty()) return;
  const Attributes& attributes = figure.caption.back().info.attributes;
  auto* last = std::get_if<Styled>(&figure.caption.back().content);
  if (!last || last->kind != StyledKind::span || attributes.classes != std::vector<std::string>{"credit"}) return;
  figure.credit = std::move(last->children);
  figure.caption.pop_back();
  auto* text = figure.caption.empty() ? nullptr : std::get_if<Text>(&figure.caption.back().content);
  if (!text || !text->text.ends_with(' ')) return;
  text->text.pop_back();
  Span& span = figure.caption.back().info.span;
  // A span as long as its text promises that the source writes the text so.
  const size_t length = span.end - span.begin;
  if (length == text->text.size() + 1 || (length == text->text.size() && length > 0)) --span.end;
  if (text->text.empty()) figure.caption.pop_back();
}

}  // namespace

void HtmlReader::add_list(const HtmlNode& node, Blocks& out) {
  List list;
  list.ordered = node.name == "ol";
  list.start = list.ordered ? start_of(node) : 1;
  const auto loose_content = [&](const HtmlNode& child) {
    // What stands between the items belongs to the item before it.
    Blocks blocks = flow(Nodes(&child, 1));
    if (blocks.empty()) return;
    if (list.items.empty()) list.items.push_back({{{}, child.span, {}}, {}});
    std::move(blocks.begin(), blocks.end(), std::back_inserter(list.items.back().children));
  };
  for (const HtmlNode& child : node.children) {
    if (child.kind == HtmlNode::Kind::element && child.element.role == HtmlRole::item) {
      if (called_notes_.count(&child) > 0) continue;
      Blocks blocks = flow(child.children);
      if (!blocks.empty()) list.items.push_back({{{}, child.span, attributes_of(child)}, std::move(blocks)});
    } else if (!is_blank_text(child)) {
      loose_content(child);
    }
  }
  if (list.items.empty()) return;
  list.tight = is_tight(list.items);
  Attributes attributes = attributes_of(node);
  std::erase_if(attributes.values, [](const auto& value) { return value.first == "value"; });
  out.push_back({{{}, node.span, std::move(attributes)}, std::move(list)});
}

void HtmlReader::add_definition_parts(Nodes nodes, DefinitionList& list) {
  for (const HtmlNode& child : nodes) {
    if (is_blank_text(child)) continue;
    if (child.name == "div") {
      add_definition_parts(child.children, list);
      continue;
    }
    const bool term = child.name == "dt";
    Blocks blocks = child.name == "dd" || term ? flow(child.children) : flow(Nodes(&child, 1));
    if (blocks.empty()) continue;
    if (list.entries.empty() || (term && !list.entries.back().definitions.empty())) {
      list.entries.push_back({{{}, child.span, {}}, {}, {}});
    }
    DefinitionList::Entry& entry = list.entries.back();
    entry.info.span = joined(entry.info.span, child.span);
    if (term) {
      Inlines text = take_text(blocks);
      if (!text.empty()) entry.terms.push_back(std::move(text));
    }
    if (!blocks.empty()) entry.definitions.push_back(std::move(blocks));
  }
}

void HtmlReader::add_definitions(const HtmlNode& node, Blocks& out) {
  DefinitionList list;
  add_definition_parts(node.children, list);
  if (!list.entries.empty()) out.push_back({{{}, node.span, attributes_of(node)}, std::move(list)});
}

void HtmlReader::add_figure(const HtmlNode& node, Blocks& out) {
  Blocks captions;
  Blocks content;
  std::set<size_t> rows;  // of `content`: a <p> of pictures, which stay side by side
  for (const HtmlNode& child : node.children) {
    const bool caption = child.element.role == HtmlRole::caption;
    Blocks blocks = caption ? flow(child.children) : flow(Nodes(&child, 1));
    if (child.element.role == HtmlRole::paragraph && blocks.size() == 1 && is_picture(blocks.front())) {
      rows.insert(content.size());
    }
    std::move(blocks.begin(), blocks.end(), std::back_inserter(caption ? captions : content));
  }
  // By content, not by element: some pages put the picture into the caption and the caption beside it.
  Figure figure;
  Inlines caption;
  const auto sort = [&](Blocks& blocks, bool text_is_caption) {
    for (Block& block : blocks) {
      auto* paragraph = std::get_if<Paragraph>(&block.content);
      const bool row = &blocks == &content && rows.contains(static_cast<size_t>(&block - blocks.data()));
      if (!paragraph || row) {
        figure.children.push_back(std::move(block));
        continue;
      }
      for (Inline& image : take_images(paragraph->children)) {
        const Span span = image.info.span;
        figure.children.push_back(make_paragraph(span, {std::move(image)}));
      }
      if (paragraph->children.empty()) continue;
      if (text_is_caption) {
        join_lines(caption, std::move(paragraph->children));
      } else {
        figure.children.push_back(std::move(block));
      }
    }
  };
  const auto holds_image = [](const Blocks& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
      const auto* paragraph = std::get_if<Paragraph>(&block.content);
      return paragraph && has_image(paragraph->children);
    });
  };
  const bool swapped = holds_image(captions);
  sort(content, captions.empty() || swapped);
  sort(captions, true);
  NodeInfo info{{}, node.span, attributes_of(node)};
  const bool only_code = figure.children.size() == 1 && caption.empty() &&
                         std::holds_alternative<CodeBlock>(figure.children.front().content);
  if (only_code) {  // a highlighter's <figure>
    out.push_back(std::move(figure.children.front()));
  } else if (!figure.children.empty()) {
    figure.caption = std::move(caption);
    take_credit(figure);
    out.push_back({std::move(info), std::move(figure)});
  } else if (!caption.empty()) {
    out.push_back({std::move(info), Paragraph{std::move(caption)}});
  }
}

void HtmlReader::add_media(const HtmlNode& node, Blocks& out) {
  std::string address = media_address(node);
  if (address.starts_with("//")) address.insert(0, "https:");
  if (address.empty() || address.starts_with("javascript:") || address.starts_with("data:") ||
      address.starts_with("about:")) {
    drop(node);
    return;
  }
  context_.record("parse.media", node.span, text_of(node), address);
  context_.audit.generated.push_back({"media-link", address});
  const Span at{node.span.file, node.span.begin, node.span.begin};
  Inline link{{{}, node.span, {}}, Link{address, {make_text(at, address)}}};
  out.push_back({{{}, node.span, attributes_of(node)}, Paragraph{{std::move(link)}}});
}

}  // namespace huozi::parse
