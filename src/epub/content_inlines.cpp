#include <algorithm>

#include "document/alternative.h"
#include "epub/content_writer.h"
#include "epub/note_mark.h"
#include "epub/overloaded.h"

namespace huozi::epub {
namespace {

using document::Inline;
using document::Inlines;
using document::NodeInfo;

// A number in brackets behind the link that leads there says nothing here: the link is enough.
bool is_shown(const document::PageReference& reference) {
  return reference.before.empty() || !reference.words.empty() || reference.note_number;
}

// Whether the node becomes, or holds, an <a>: those may not stand in another.
bool has_anchor(const Inline& node) {
  const auto any = [](const Inlines& inlines) { return std::any_of(inlines.begin(), inlines.end(), has_anchor); };
  return std::visit(Overloaded{
                        [](const document::Note&) { return true; },
                        [](const document::Link&) { return true; },
                        [](const document::PageReference& reference) { return is_shown(reference); },
                        [&](const document::Styled& styled) { return any(styled.children); },
                        [&](const document::Ruby& ruby) {
                          return std::any_of(ruby.pairs.begin(), ruby.pairs.end(),
                                             [&](const document::Ruby::Pair& pair) { return any(pair.base); });
                        },
                        [](const auto&) { return false; },
                    },
                    node.content);
}

size_t character_start(std::string_view text, size_t offset) {
  offset = std::min(offset, text.size());
  while (offset > 0 && offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80) --offset;
  return offset;
}

}  // namespace

void ContentWriter::inlines(const Inlines& inlines) {
  for (const Inline& child : inlines) node(child);
}

void ContentWriter::node(const Inline& node) {
  const auto* written_text = std::get_if<document::Text>(&node.content);
  if (written_text != nullptr) return text(node, written_text->text);
  marks_of(node.info);
  conformance_.look_at(node);
  std::visit(Overloaded{
                 [](const document::Text&) {},
                 [&](const document::Styled& styled) {
                   open(document::element_of(node), node.info);
                   inlines(styled.children);
                   close();
                 },
                 [&](const document::Link& l) { link(node, l); },
                 [&](const document::Image& i) { image(node, i); },
                 [&](const document::LineBreak&) {
                   xml_.open("br");
                   attributes({}, node.info);
                   xml_.close_void();
                 },
                 [&](const document::Note& n) { note_call(node, n); },
                 [&](const document::Ruby& r) { ruby(node, r); },
                 [&](const document::PageReference& reference) { page_reference(node, reference); },
                 [&](const document::Leader&) {
                   open(document::element_of(node), node.info);
                   close();
                 },
             },
             node.content);
}

void ContentWriter::text(const Inline& node, std::string_view text) {
  const document::Attributes& given = node.info.attributes;
  const bool own_element = !plan_.id(node.info).empty() || !given.classes.empty() || is_language_tag(given.lang);
  if (own_element) open({"span", {}}, node.info);
  marked_text(node.info, text);
  if (own_element) close();
}

// The text with the node's page marks at their very characters.
void ContentWriter::marked_text(const NodeInfo& info, std::string_view text) {
  size_t written = 0;
  for (const PlannedMark* mark : plan_.marks(info)) {
    const size_t at = character_start(text, mark->mark->text_offset);
    if (at > written) {
      xml_.text(text.substr(written, at - written));
      written = at;
    }
    write_page_break(xml_, *mark);
    pages_.push_back({path_ + "#" + mark->id, mark->mark->label});
  }
  if (written < text.size()) xml_.text(text.substr(written));
}

void ContentWriter::link(const Inline& node, const document::Link& link) {
  const std::string href = plan_.href(link, path_);
  if (href.empty() || link.children.empty()) {
    open({"span", {}}, node.info);
    inlines(link.children);
    close();
    return;
  }
  bool first = true;
  linked(link.children, node, href, first);
}

// A link around a note call or another link is written in pieces.
void ContentWriter::linked(const Inlines& inlines, const Inline& link, const std::string& href, bool& first) {
  static const NodeInfo kPlain;
  bool open_link = false;
  for (const Inline& child : inlines) {
    const bool apart = has_anchor(child);
    if (apart == open_link) {
      if (open_link) close();
      open_link = false;
    }
    if (!apart && !open_link) {
      open(document::element_of(link), first ? link.info : kPlain);
      xml_.attribute("href", href);
      open_link = true;
      first = false;
    }
    const auto* styled = std::get_if<document::Styled>(&child.content);
    if (apart && styled != nullptr) {
      marks_of(child.info);
      open(document::element_of(child), child.info);
      linked(styled->children, link, href, first);
      close();
    } else {
      node(child);
    }
  }
  if (open_link) close();
}

void ContentWriter::image(const Inline& node, const document::Image& image) {
  const std::string& packaged = plan_.image_path(image.file);
  if (packaged.empty()) {
    open({"span", {"image-missing"}}, node.info);
    xml_.attribute("role", "img");
    xml_.attribute("aria-label", image.alternative.empty() ? labels_.picture : std::string_view(image.alternative));
    xml_.text(labels_.no_picture);
    close();
    return;
  }
  xml_.open("img");
  attributes(document::element_of(node), node.info);
  const bool silent = document::is_decoration(node.info);
  xml_.attribute("src", "../" + packaged).attribute("alt", silent ? std::string_view() : image.alternative);
  if (silent) xml_.attribute("role", "presentation");
  if (!image.title.empty()) xml_.attribute("title", image.title);
  xml_.close_void();
}

void ContentWriter::ruby(const Inline& node, const document::Ruby& ruby) {
  const auto annotation = [&](const document::Ruby::Pair& pair) { return "（" + pair.text + "）"; };
  if (in_ruby_) {  // HTML allows no ruby in ruby
    for (const document::Ruby::Pair& pair : ruby.pairs) {
      inlines(pair.base);
      xml_.text(annotation(pair));
    }
    return;
  }
  in_ruby_ = true;
  open(document::element_of(node), node.info);
  for (const document::Ruby::Pair& pair : ruby.pairs) {
    inlines(pair.base);
    xml_.leaf("rp", "（").leaf("rt", pair.text).leaf("rp", "）");
  }
  close();
  in_ruby_ = false;
}

void ContentWriter::page_reference(const Inline& node, const document::PageReference& reference) {
  if (!is_shown(reference)) return;
  const std::string href = plan_.href(reference.target, path_);
  std::string label = reference.words.empty() ? plan_.page_label(reference.target) : reference.words;
  if (reference.note_number) label = note_mark(plan_.note_number(reference.target));
  if (label.empty()) label = "→";
  generated_.push_back({"page-reference", label});
  document::Element element = document::element_of(node);
  if (href.empty()) element.name = "span";
  open(element, node.info);
  if (!href.empty()) xml_.attribute("href", href);
  xml_.text(label);
  close();
}

}  // namespace huozi::epub
