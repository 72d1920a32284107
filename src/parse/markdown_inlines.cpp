// Markdown's inlines and their places in the file.
#include <algorithm>
#include <cstdlib>
#include <memory>

#include <cmark-gfm.h>

#include "document/plain_text.h"
#include "parse/inlines.h"
#include "parse/legible.h"
#include "parse/markdown_lines.h"
#include "parse/markdown_reader.h"
#include "parse/markdown_spans.h"
#include "parse/markdown_tags.h"
#include "parse/text_alignment.h"
#include "parse/white_space.h"

namespace huozi::parse {

using namespace document;

namespace {

constexpr size_t kDeepestNote = 4;  // a note in a note in a note ...

std::string literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal ? literal : "";
}

std::string value(const char* text) {
  return text ? text : "";
}

void move_notes(Inlines& from, Inlines& out) {
  for (Inline& node : from) {
    if (std::holds_alternative<Note>(node.content)) {
      out.push_back(std::move(node));
    } else if (auto* styled = std::get_if<Styled>(&node.content)) {
      move_notes(styled->children, out);
    } else if (auto* link = std::get_if<Link>(&node.content)) {
      move_notes(link->children, out);
    }
  }
}

}  // namespace

Inlines MarkdownReader::inlines_of(cmark_node* block) {
  const Span span = block_span(block);
  const uint32_t base = source_.span(0, 0).begin;
  const BlockRange outer_block = block_;
  const size_t outer_cursor = cursor_;
  const Drift outer_drift = std::exchange(drift_, {});
  block_ = {span.begin - base, span.end - base};
  cursor_ = block_.begin;
  Inlines out = read_inlines(block, 0, false);
  block_ = outer_block;
  cursor_ = outer_cursor;
  drift_ = outer_drift;
  return out;
}

Inlines MarkdownReader::read_inlines(cmark_node* parent, int depth, bool in_link) {
  InlineTags tags(context_);
  for (cmark_node* node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE) {
      const std::string literal = source_.restore(literal_of(node));
      const size_t at = locate(node, literal);
      const bool found = at != std::string::npos;
      tags.tag(literal, found ? source_.span(at, at + literal.size()) : source_.span(block_.begin, block_.end));
      if (found) cursor_ = at + literal.size();
    } else {
      add_inline(node, tags.current(), depth, in_link);
    }
  }
  Inlines out = tags.finish();
  if (!in_link) link_bare_urls(out);
  read_bracketed_spans(out, context_);
  return out;
}

void MarkdownReader::add_inline(cmark_node* node, Inlines& out, int depth, bool in_link) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_TEXT) return add_text(node, out);
  if (type == CMARK_NODE_CODE) return add_code_span(node, out);
  if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
    return add_line_end(type == CMARK_NODE_LINEBREAK || keeps_lines_, out);
  }
  if (type == CMARK_NODE_FOOTNOTE_REFERENCE) return add_note_call(node, out);
  if (depth >= kDeepest) {
    context_.warn_once("markdown.too-deep", source_.span(block_.begin, block_.end), std::to_string(kDeepest));
    return add_flat_text(node, out);
  }
  const bool link = type == CMARK_NODE_LINK;
  Inlines children = read_inlines(node, depth + 1, in_link || link);
  const Span span = inline_span(node, children);
  NodeInfo info{{}, span, {}};
  if (type == CMARK_NODE_IMAGE) {
    finish_inlines(children, context_);
    out.push_back({std::move(info), Image{visible_text(source_.restore(value(cmark_node_get_url(node)))),
                                          plain_text(children),
                                          visible_text(source_.restore(value(cmark_node_get_title(node)))),
                                          {}}});
    // An image's words are plain text; notes called among them stand behind it.
    move_notes(children, out);
  } else if (link) {
    out.push_back(
        {std::move(info), Link{visible_text(source_.restore(value(cmark_node_get_url(node)))), std::move(children)}});
  } else if (type == CMARK_NODE_EMPH) {
    out.push_back({std::move(info), Styled{StyledKind::emphasis, std::move(children)}});
  } else if (type == CMARK_NODE_STRONG) {
    out.push_back({std::move(info), Styled{StyledKind::strong, std::move(children)}});
  } else if (std::string_view(cmark_node_get_type_string(node)) == "strikethrough") {
    out.push_back({std::move(info), Styled{StyledKind::strikethrough, std::move(children)}});
  } else {
    std::move(children.begin(), children.end(), std::back_inserter(out));
  }
  const size_t end = source_.offset(cmark_node_get_end_line(node), cmark_node_get_end_column(node) + 1);
  if (end <= block_.end) cursor_ = std::max(cursor_, end);
}

size_t MarkdownReader::inline_offset(int line, int column) const {
  return std::min(source_.offset(line + drift_.lines, column) + drift_.bytes, source_.text().size());
}

size_t MarkdownReader::locate(cmark_node* node, const std::string& literal) {
  const std::string_view text = source_.text();
  const size_t told = inline_offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
  if (text.substr(told, literal.size()) == literal) return told;
  const size_t found = text.substr(0, block_.end).find(literal, cursor_);
  return found;
}

void MarkdownReader::add_text(cmark_node* node, Inlines& out) {
  const std::string literal = source_.restore(literal_of(node));
  if (literal.empty()) return;
  const std::string_view text = source_.text();
  const size_t told = inline_offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
  auto pieces = align_text(literal, text, told, block_.end, Markup::markdown);
  if (!pieces) {
    const size_t found = text.substr(0, block_.end).find(literal, cursor_);
    if (found != std::string_view::npos) pieces = align_text(literal, text, found, block_.end, Markup::markdown);
  }
  if (!pieces) {
    size_t end = block_.end;
    if (end - block_.begin == literal.size()) --end;  // a span as long as its text promises that it is written so
    out.push_back(make_text(source_.span(block_.begin, end), literal));
    return;
  }
  for (const AlignedPiece& piece : *pieces) {
    out.push_back(make_text(source_.span(piece.begin, piece.end), std::string(piece.text)));
  }
  cursor_ = pieces->back().end;
}

void MarkdownReader::add_code_span(cmark_node* node, Inlines& out) {
  const std::string literal = source_.restore(literal_of(node));
  const size_t at = locate(node, literal);
  Span inner = source_.span(block_.begin, block_.end);
  Span outer = inner;
  if (at != std::string::npos) {
    inner = source_.span(at, at + literal.size());
    size_t begin = at;
    size_t end = at + literal.size();
    const std::string_view text = source_.text();
    while (begin > block_.begin && (text[begin - 1] == '`' || text[begin - 1] == ' ')) --begin;
    while (text[begin] == ' ') ++begin;
    while (end < block_.end && (text[end] == '`' || (text[end] == ' ' && text[end - 1] != '`'))) ++end;
    outer = source_.span(begin, end);
    cursor_ = end;
  } else if (inner.end - inner.begin == literal.size() && inner.end > inner.begin) {
    --inner.end;
  }
  out.push_back(make_styled(StyledKind::code, outer, {make_text(inner, literal)}));
}

void MarkdownReader::add_line_end(bool hard, Inlines& out) {
  const std::string_view text = source_.text();
  const size_t begin = line_end_from(text, cursor_);
  const bool crlf = begin + 1 < text.size() && text[begin] == '\r' && text[begin + 1] == '\n';
  const size_t end = std::min(begin + (crlf ? 2 : 1), text.size());
  if (hard) {
    out.push_back({{{}, source_.span(begin, end), {}}, LineBreak{}});
  } else {
    out.push_back(make_text(source_.span(begin, end), "\n"));
  }
  if (begin > 0 && text[begin - 1] == '\\') {
    ++drift_.broken_lines;
    drift_.bytes += std::min(text.find_first_not_of(" \t>", end), text.size()) - end;
  } else {
    drift_.lines = drift_.broken_lines;
    drift_.bytes = 0;
  }
  cursor_ = end;
}

void MarkdownReader::add_note_call(cmark_node* node, Inlines& out) {
  const size_t begin = inline_offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
  const size_t end = inline_offset(cmark_node_get_end_line(node), cmark_node_get_end_column(node) + 1);
  const Span span = source_.span(begin, end);
  const size_t number = std::strtoul(literal_of(node).c_str(), nullptr, 10);
  cursor_ = std::max(cursor_, end);
  Note* note = number > 0 && number <= notes_.size() ? &notes_[number - 1] : nullptr;
  if (!note || note->open || open_notes_ >= kDeepestNote || !context_.may_set_note(block_span(note->text))) {
    context_.warn("parse.note-in-itself", span);
    // In a span of its own, so that it is not read as the call of a note that is missing.
    out.push_back(make_styled(StyledKind::span, span, {make_text(span, std::string(context_.file.slice(span)))}));
    return;
  }
  const bool again = note->set;
  note->set = note->open = true;
  ++open_notes_;
  Blocks blocks;
  add_blocks(note->text, blocks, 0);
  --open_notes_;
  note->open = false;
  if (again) context_.record("parse.note-repeated", span, {}, words_of(blocks));
  out.push_back({{{}, span, {}}, document::Note{NoteKind::author, std::move(blocks), std::nullopt, 0}});
}

// Everything below as plain text: no recursion, however deep it goes.
void MarkdownReader::add_flat_text(cmark_node* node, Inlines& out) {
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> each(cmark_iter_new(node), cmark_iter_free);
  for (cmark_event_type event; (event = cmark_iter_next(each.get())) != CMARK_EVENT_DONE;) {
    cmark_node* inner = cmark_iter_get_node(each.get());
    const cmark_node_type type = cmark_node_get_type(inner);
    const bool leaf = type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_SOFTBREAK ||
                      type == CMARK_NODE_LINEBREAK || type == CMARK_NODE_FOOTNOTE_REFERENCE;
    if (event == CMARK_EVENT_ENTER && leaf) add_inline(inner, out, kDeepest, false);
  }
}

Span MarkdownReader::inline_span(cmark_node* node, const Inlines& children) const {
  const size_t begin = source_.offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
  const size_t end = source_.offset(cmark_node_get_end_line(node), cmark_node_get_end_column(node) + 1);
  const Span inner = span_of(children);
  if (begin < end && begin >= block_.begin && end <= block_.end) return joined(source_.span(begin, end), inner);
  return children.empty() ? source_.span(block_.begin, block_.end) : inner;
}

}  // namespace huozi::parse
