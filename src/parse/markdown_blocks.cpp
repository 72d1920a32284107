// Markdown's blocks: the parser's, the divisions' fences between them, HTML.
#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include "base/ascii.h"
#include "parse/html_reader.h"
#include "parse/inlines.h"
#include "parse/legible.h"
#include "parse/markdown_reader.h"
#include "parse/markdown_spans.h"
#include "parse/white_space.h"

namespace huozi::parse {

using namespace document;

namespace {

using Tree = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

Tree parse(const std::string& text) {
  // The library keeps its table of special characters in a global that every run with an extension changes.
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(
      cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE), cmark_parser_free);
  for (const char* name : {"table", "strikethrough"}) {
    if (auto* extension = cmark_find_syntax_extension(name)) {
      cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return {cmark_parser_finish(parser.get()), cmark_node_free};
}

bool is_type(cmark_node* node, std::string_view name) {
  return cmark_node_get_type_string(node) == name;
}

std::string literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal ? literal : "";
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t first = text.find_first_not_of(kBlanks);
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string without_indent(const std::string& text, size_t blanks) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    at = std::min(std::min(at + blanks, text.find_first_not_of(' ', at)), end - 1);
    out.append(text, at, end - at);
    at = end;
  }
  return out;
}

// The name in `</name>` and nothing else, or empty.
std::string lone_end_tag(std::string_view html) {
  html = trimmed(html);
  if (!html.starts_with("</") || !html.ends_with('>')) return {};
  const std::string name = base::lower(trimmed(html.substr(2, html.size() - 3)));
  return std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; }) ? name : std::string();
}

// The division that `html` opens and nothing else: Markdown blocks follow until its end tag.
const HtmlNode* lone_start_tag(const HtmlNode& root, std::string_view html) {
  if (html.find("</") != std::string_view::npos) return nullptr;
  const HtmlNode* only = nullptr;
  for (const HtmlNode& child : root.children) {
    const bool blank = child.kind == HtmlNode::Kind::text && trimmed(child.text).empty();
    if (blank) continue;
    if (only || child.element.role != HtmlRole::division) return nullptr;
    only = &child;
  }
  const bool empty = only && std::all_of(only->children.begin(), only->children.end(), [](const HtmlNode& child) {
                       return child.kind == HtmlNode::Kind::text && trimmed(child.text).empty();
                     });
  return empty ? only : nullptr;
}

// Definitions without a term that only the next reading brings to light are rare; then none counts.
constexpr int kMostRounds = 8;

// Classes of divisions in which a line end is meant.
constexpr std::array<std::string_view, 3> kLineByLine = {"verse", "poem", "signature"};

// Divisions open among the blocks of one container.
class Divisions {
 public:
  Divisions(Blocks& out, ReadContext& context, int depth) : out_(out), context_(context), depth_(depth) {}

  // Whether what comes next is set line by line, as written.
  bool keeps_lines() const {
    return std::any_of(open_.begin(), open_.end(), [](const Open& open) {
      return std::any_of(kLineByLine.begin(), kLineByLine.end(),
                         [&](std::string_view name) { return open.attributes.has_class(name); });
    });
  }

  Blocks& current() { return open_.empty() ? out_ : open_.back().children; }

  // `tag`: the HTML element's name; empty for a fence.
  void open(std::string tag, Attributes attributes, Span span) {
    const bool flat = depth_ + static_cast<int>(open_.size()) >= kDeepest;
    if (flat) context_.warn_once("markdown.too-deep", span, std::to_string(kDeepest));
    open_.push_back({std::move(tag), std::move(attributes), span, flat, {}});
  }

  bool close(std::string_view tag, Span span) {
    const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& open) { return open.tag == tag; });
    if (found == open_.rend()) return false;
    while (open_.back().tag != tag) close_last(span);
    close_last(span);
    return true;
  }

  void close_all() {
    while (!open_.empty()) {
      if (open_.back().tag.empty()) context_.warn("markdown.unclosed-div", open_.back().span);
      close_last(open_.back().children.empty() ? open_.back().span : open_.back().children.back().info.span);
    }
  }

 private:
  struct Open {
    std::string tag;
    Attributes attributes;
    Span span;
    bool flat;
    Blocks children;
  };

  void close_last(Span end) {
    Open last = std::move(open_.back());
    open_.pop_back();
    const Attributes& a = last.attributes;
    const bool says_nothing = a.id.empty() && a.classes.empty() && a.lang.empty() && a.values.empty();
    if (last.flat || says_nothing) {
      std::move(last.children.begin(), last.children.end(), std::back_inserter(current()));
    } else if (!last.children.empty() || last.attributes.has_class("page-break")) {
      current().push_back(
          {{{}, joined(last.span, end), std::move(last.attributes)}, Division{std::move(last.children)}});
    }
  }

  Blocks& out_;
  ReadContext& context_;
  int depth_;
  std::vector<Open> open_;
};

}  // namespace

Blocks MarkdownReader::read() {
  Tree tree = parse(source_.prepared());
  // A colon that turned out to define nothing is text, and what follows it may be read otherwise without its mark.
  for (int round = 0; source_.keep_definitions(round < kMostRounds ? lines_that_define(tree.get()) : std::set<int>());
       ++round) {
    tree = parse(source_.prepared());
  }
  Blocks out;
  find_notes(tree.get());
  add_blocks(tree.get(), out, 0);
  add_unused_notes(out);
  return out;
}

void MarkdownReader::find_notes(cmark_node* document) {
  if (!source_.has_call_paragraph()) return;
  cmark_node* calls = cmark_node_first_child(document);
  for (cmark_node* node = cmark_node_first_child(document); node; node = cmark_node_next(node)) {
    if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION) notes_.push_back({{}, node, false, false});
  }
  for (cmark_node* call = cmark_node_first_child(calls); call; call = cmark_node_next(call)) {
    if (cmark_node_get_type(call) != CMARK_NODE_FOOTNOTE_REFERENCE) continue;
    const size_t number = std::strtoul(literal_of(call).c_str(), nullptr, 10);
    const auto begin = static_cast<size_t>(std::max(cmark_node_get_start_column(call) - 1, 0));
    const auto end = static_cast<size_t>(std::max(cmark_node_get_end_column(call), 0));
    if (number == 0 || number > notes_.size() || end < begin + 4 || end > source_.prepared().size()) continue;
    std::string& label = notes_[number - 1].label;
    if (label.empty()) label = source_.prepared().substr(begin + 2, end - begin - 3);
  }
  cmark_node_unlink(calls);
  cmark_node_free(calls);
}

void MarkdownReader::add_unused_notes(Blocks& out) {
  for (Note& note : notes_) {
    if (note.set) continue;
    const size_t begin = source_.line_begin(cmark_node_get_start_line(note.text));
    const size_t end = source_.line_end(cmark_node_get_start_line(note.text));
    context_.warn("markdown.unused-note", source_.span(begin, end), {note.label});
    note.set = note.open = true;
    add_blocks(note.text, out, 0);
    note.open = false;
  }
}

Span MarkdownReader::block_span(cmark_node* node) const {
  const int first = cmark_node_get_start_line(node);
  const size_t begin = source_.offset(first, cmark_node_get_start_column(node));
  const int last = cmark_node_get_end_line(node);
  if (last < first) return source_.span(begin, source_.line_end(first));
  const int column = cmark_node_get_end_column(node);
  const size_t end =
      column > 0 ? std::min(source_.offset(last, column + 1), source_.line_end(last)) : source_.line_end(last - 1);
  return source_.span(begin, std::max(begin, end));
}

void MarkdownReader::add_blocks(cmark_node* parent, Blocks& out, int depth) {
  Divisions divisions(out, context_, depth);
  for (cmark_node* node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_FOOTNOTE_DEFINITION) continue;
    if (type != CMARK_NODE_HTML_BLOCK) {
      const bool outer = std::exchange(keeps_lines_, keeps_lines_ || divisions.keeps_lines());
      if (depth < kDeepest && has_definitions(node)) {
        node = add_definitions(node, divisions.current(), depth);
      } else {
        add_block(node, divisions.current(), depth);
      }
      keeps_lines_ = outer;
      continue;
    }
    if (const DivisionFence* fence = source_.fence(cmark_node_get_start_line(node))) {
      if (fence->opens) {
        divisions.open({}, fence->attributes, fence->span);
      } else if (!divisions.close({}, fence->span)) {
        context_.warn("markdown.stray-div", fence->span);
        context_.record("parse.dropped-tag", fence->span, std::string(context_.file.slice(fence->span)));
      }
      continue;
    }
    Span span;
    bool exact = false;
    const std::string html = html_text(node, span, exact);
    if (const std::string tag = lone_end_tag(html); !tag.empty()) {
      if (!divisions.close(tag, span)) context_.record("parse.dropped-tag", span, std::string(trimmed(html)));
      continue;
    }
    const HtmlNode root = parse_html(html, {span.file, span.begin, exact, span}, context_);
    if (const HtmlNode* tag = lone_start_tag(root, html)) {
      divisions.open(tag->name, HtmlReader::division_attributes(*tag), span);
      continue;
    }
    Blocks blocks = HtmlReader(root, context_).flow_all();
    std::move(blocks.begin(), blocks.end(), std::back_inserter(divisions.current()));
  }
  divisions.close_all();
}

void MarkdownReader::add_block(cmark_node* node, Blocks& out, int depth) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (depth >= kDeepest) {
    context_.warn_once("markdown.too-deep", block_span(node), std::to_string(kDeepest));
    add_flat(node, out);
  } else if (type == CMARK_NODE_PARAGRAPH) {
    add_paragraph(node, out);
  } else if (type == CMARK_NODE_HEADING) {
    add_heading(node, out);
  } else if (type == CMARK_NODE_BLOCK_QUOTE) {
    Blocks children;
    add_blocks(node, children, depth + 1);
    if (!children.empty()) out.push_back({{{}, block_span(node), {}}, Quotation{std::move(children)}});
  } else if (type == CMARK_NODE_LIST) {
    add_list(node, cmark_node_first_child(node), out, depth);
  } else if (type == CMARK_NODE_CODE_BLOCK) {
    add_code(node, out);
  } else if (type == CMARK_NODE_THEMATIC_BREAK) {
    out.push_back({{{}, block_span(node), {}}, ThematicBreak{}});
  } else if (is_type(node, "table")) {
    add_table(node, out);
  } else {
    add_flat(node, out);
  }
}

// The text of everything below, without the containers: no recursion, however deep it goes.
void MarkdownReader::add_flat(cmark_node* node, Blocks& out) {
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> each(cmark_iter_new(node), cmark_iter_free);
  for (cmark_event_type event; (event = cmark_iter_next(each.get())) != CMARK_EVENT_DONE;) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* inner = cmark_iter_get_node(each.get());
    const cmark_node_type type = cmark_node_get_type(inner);
    if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || is_type(inner, "table_cell")) {
      add_paragraph(inner, out);
    } else if (type == CMARK_NODE_CODE_BLOCK) {
      add_code(inner, out);
    } else if (type == CMARK_NODE_HTML_BLOCK && !source_.fence(cmark_node_get_start_line(inner))) {
      Span span;
      bool exact = false;
      const std::string html = html_text(inner, span, exact);
      const HtmlNode root = parse_html(html, {span.file, span.begin, exact, span}, context_);
      Blocks blocks = HtmlReader(root, context_).flow_all();
      std::move(blocks.begin(), blocks.end(), std::back_inserter(out));
    }
  }
}

void MarkdownReader::add_paragraph(cmark_node* node, Blocks& out) {
  const Span span = block_span(node);
  std::vector<Inlines> parts = split_at_blank_lines(inlines_of(node));
  for (Inlines& part : parts) {
    finish_inlines(part, context_);
    if (part.empty()) continue;
    const Span own = parts.size() == 1 ? span : span_of(part);
    out.push_back(make_paragraph(own, std::move(part)));
  }
}

void MarkdownReader::add_heading(cmark_node* node, Blocks& out) {
  Inlines text = inlines_of(node);
  Attributes attributes = take_heading_attributes(text);
  finish_inlines(text, context_);
  if (text.empty()) return;
  out.push_back({{{}, block_span(node), std::move(attributes)},
                 Heading{cmark_node_get_heading_level(node), std::move(text), {}}});
}

void MarkdownReader::add_list(cmark_node* node, cmark_node* first_item, Blocks& out, int depth) {
  List list;
  list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  list.tight = cmark_node_get_list_tight(node) != 0;
  list.start = list.ordered ? cmark_node_get_list_start(node) : 1;
  for (cmark_node* item = first_item; item; item = cmark_node_next(item)) {
    Blocks children;
    add_blocks(item, children, depth + 1);
    if (!children.empty()) list.items.push_back({{{}, block_span(item), {}}, std::move(children)});
  }
  const Span span = joined(block_span(first_item), block_span(node));
  if (!list.items.empty()) out.push_back({{{}, span, {}}, std::move(list)});
}

void MarkdownReader::add_table(cmark_node* node, Blocks& out) {
  Table table;
  const uint16_t columns = cmark_gfm_extensions_get_table_columns(node);
  const uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
  for (cmark_node* row = cmark_node_first_child(node); row; row = cmark_node_next(row)) {
    const bool header = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
    std::vector<TableCell> cells;
    for (cmark_node* child = cmark_node_first_child(row); child; child = cmark_node_next(child)) {
      TableCell cell;
      cell.info.span = block_span(child);
      cell.header = header;
      const char alignment = cells.size() < columns && alignments ? static_cast<char>(alignments[cells.size()]) : '\0';
      cell.alignment = alignment == 'l'   ? TableCell::Alignment::left
                       : alignment == 'c' ? TableCell::Alignment::center
                       : alignment == 'r' ? TableCell::Alignment::right
                                          : TableCell::Alignment::none;
      add_paragraph(child, cell.children);
      cells.push_back(std::move(cell));
    }
    if (header) ++table.header_rows;
    table.rows.push_back(std::move(cells));
  }
  out.push_back({{{}, block_span(node), {}}, std::move(table)});
}

void MarkdownReader::add_code(cmark_node* node, Blocks& out) {
  int length = 0;
  int offset = 0;
  char mark = 0;
  const bool fenced = cmark_node_get_fenced(node, &length, &offset, &mark) != 0;
  std::string text =
      visible_text(source_.restore_code(literal_of(node), cmark_node_get_start_line(node) + (fenced ? 1 : 0)));
  while (!text.empty() && text.back() == '\n') text.pop_back();
  if (!fenced) text = without_indent(text, definition_indent(node, text));
  const char* info = cmark_node_get_fence_info(node);
  std::string language = source_.restore(info ? info : "");
  language.resize(std::min(language.find_first_of(" \t{"), language.size()));
  if (text.empty()) return;
  out.push_back({{{}, block_span(node), {}}, CodeBlock{std::move(text), visible_text(language)}});
}

std::string MarkdownReader::html_text(cmark_node* node, Span& span, bool& exact) const {
  std::string html = source_.restore(literal_of(node));
  while (html.ends_with('\n')) html.pop_back();
  const size_t begin = source_.offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
  // Containers' marks are missing in the parser's text; then only the block's place is known.
  const size_t line_begin = source_.line_begin(cmark_node_get_start_line(node));
  for (const size_t at : {line_begin, begin}) {
    if (source_.text().substr(at, html.size()) != html) continue;
    exact = true;
    span = source_.span(at, at + html.size());
    return html;
  }
  exact = false;
  const int lines = static_cast<int>(std::count(html.begin(), html.end(), '\n'));
  span = source_.span(begin, source_.line_end(cmark_node_get_start_line(node) + lines));
  return html;
}

}  // namespace huozi::parse
