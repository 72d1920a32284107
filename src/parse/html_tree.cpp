#include "parse/html_tree.h"

#include <algorithm>
#include <memory>

#include <gumbo.h>

#include "base/ascii.h"
#include "parse/html_guard.h"
#include "parse/legible.h"
#include "parse/text_alignment.h"

namespace huozi::parse {
namespace {

using base::lower;

// Above what the guard lets through, whatever the tree builder makes of it.
constexpr int kDeepestTree = 600;

std::string name_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  return lower({piece.data, piece.length});
}

// `<!   >`: what the guard makes of a tag.
bool is_blank_comment(std::string_view written) {
  return written.size() >= 3 && written.find_first_not_of(' ', 2) == written.size() - 1 && written.back() == '>';
}

class Converter {
 public:
  Converter(std::string_view html, const HtmlOrigin& origin) : html_(html), origin_(origin) {}

  HtmlNode element(const GumboNode& node, int depth) const {
    const GumboElement& source = node.v.element;
    HtmlNode out;
    out.name = name_of(source);
    out.element = html_element(out.name);
    for (unsigned i = 0; i < source.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(source.attributes.data[i]);
      out.attributes.emplace_back(attribute.name, visible_text(attribute.value));
    }
    children(source.children, depth, out);
    out.span = span_of(source, out);
    return out;
  }

 private:
  size_t offset(const GumboStringPiece& piece) const { return static_cast<size_t>(piece.data - html_.data()); }

  void children(const GumboVector& nodes, int depth, HtmlNode& out) const {
    for (unsigned i = 0; i < nodes.length; ++i) {
      const auto& node = *static_cast<const GumboNode*>(nodes.data[i]);
      switch (node.type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_WHITESPACE:
        case GUMBO_NODE_CDATA:
          text(node.v.text, out);
          break;
        case GUMBO_NODE_COMMENT: {
          const size_t begin = offset(node.v.text.original_text);
          if (is_blank_comment(html_.substr(begin, node.v.text.original_text.length))) break;
          HtmlNode comment;
          comment.kind = HtmlNode::Kind::comment;
          comment.text = visible_text(node.v.text.text);
          comment.span = origin_.span(begin, begin + node.v.text.original_text.length);
          out.children.push_back(std::move(comment));
          break;
        }
        case GUMBO_NODE_ELEMENT:
        case GUMBO_NODE_TEMPLATE: {
          if (depth >= kDeepestTree) {
            flat_text(node, out);
            break;
          }
          HtmlNode child = element(node, depth + 1);
          out.holds_block = out.holds_block || child.holds_block || is_block(child.element.role);
          out.children.push_back(std::move(child));
          break;
        }
        case GUMBO_NODE_DOCUMENT:
          break;
      }
    }
  }

  void flat_text(const GumboNode& root, HtmlNode& out) const {
    std::vector<const GumboNode*> pending{&root};
    while (!pending.empty()) {
      const GumboNode& node = *pending.back();
      pending.pop_back();
      if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) {
        const GumboVector& nodes = node.v.element.children;
        for (unsigned i = nodes.length; i > 0; --i) pending.push_back(static_cast<const GumboNode*>(nodes.data[i - 1]));
      } else if (node.type != GUMBO_NODE_COMMENT) {
        text(node.v.text, out);
      }
    }
  }

  void text(const GumboText& source, HtmlNode& out) const {
    const size_t begin = offset(source.original_text);
    const size_t end = begin + source.original_text.length;
    const std::string_view literal = source.text;
    const auto add = [&](std::string_view part, size_t from, size_t to) {
      HtmlNode node;
      node.kind = HtmlNode::Kind::text;
      node.text = part;
      node.span = origin_.span(from, to);
      out.children.push_back(std::move(node));
    };
    const auto pieces = align_text(literal, html_, begin, end, Markup::html);
    if (!pieces) {
      // A span as long as its text promises that the source writes the text so.
      add(literal, begin, end - begin == literal.size() ? end - 1 : end);
      return;
    }
    for (const AlignedPiece& piece : *pieces) add(piece.text, piece.begin, piece.end);
  }

  source::Span span_of(const GumboElement& element, const HtmlNode& out) const {
    if (element.original_tag.length == 0) {
      source::Span span = out.children.empty() ? origin_.span(0, 0) : out.children.front().span;
      for (const HtmlNode& child : out.children) {
        span.begin = std::min(span.begin, child.span.begin);
        span.end = std::max(span.end, child.span.end);
      }
      return span;
    }
    const size_t begin = offset(element.original_tag);
    source::Span span = origin_.span(begin, begin + element.original_tag.length);
    for (const HtmlNode& child : out.children) span.end = std::max(span.end, child.span.end);
    const std::string_view close(element.original_end_tag.data ? element.original_end_tag.data : "",
                                 element.original_end_tag.length);
    if (close.size() > 2 && lower(close.substr(2, out.name.size())) == out.name) {
      span.end = std::max(span.end, origin_.span(0, offset(element.original_end_tag) + close.size()).end);
    }
    return span;
  }

  std::string_view html_;
  const HtmlOrigin& origin_;
};

}  // namespace

const std::string* HtmlNode::attribute(std::string_view key) const {
  for (const auto& [name_of_attribute, value] : attributes) {
    if (name_of_attribute == key) return &value;
  }
  return nullptr;
}

std::string HtmlNode::url(std::string_view key) const {
  const std::string* value = attribute(key);
  std::string out = value ? *value : std::string();
  std::erase_if(out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  const size_t first = std::min(out.find_first_not_of(' '), out.size());
  return out.substr(first, out.find_last_not_of(' ') + 1 - first);
}

bool HtmlNode::has_word(std::string_view key, std::string_view word) const {
  const std::string* value = attribute(key);
  if (!value) return false;
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; };
  for (size_t at = 0; (at = value->find(word, at)) != std::string::npos; ++at) {
    const size_t end = at + word.size();
    if ((at == 0 || blank((*value)[at - 1])) && (end == value->size() || blank((*value)[end]))) return true;
  }
  return false;
}

HtmlNode parse_html(std::string_view html, const HtmlOrigin& origin, ReadContext& context) {
  const std::string guarded = guarded_html(std::string(html), origin, context);
  // A fragment in a body: the same for whole documents, and no tag can throw away what came before it.
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_BODY;
  options.max_errors = 0;
  const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, guarded.data(), guarded.size()), destroy);
  return Converter(guarded, origin).element(*output->root, 0);
}

std::string text_of(const HtmlNode& node) {
  if (node.kind == HtmlNode::Kind::text) return visible_text(node.text);
  std::string out;
  for (const HtmlNode& child : node.children) {
    if (child.kind != HtmlNode::Kind::comment) out += text_of(child);
  }
  return out;
}

}  // namespace huozi::parse
