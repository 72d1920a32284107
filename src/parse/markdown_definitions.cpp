// Markdown's definition lists: the parser has read each definition as a list item (markdown_source); here they come to
// their terms.
#include <algorithm>
#include <memory>

#include <cmark-gfm.h>

#include "parse/inlines.h"
#include "parse/markdown_reader.h"
#include "parse/white_space.h"

namespace huozi::parse {

using namespace document;

namespace {

// PHP Markdown Extra and Pandoc: what belongs to a definition stands four columns in.
constexpr size_t kDefinitionIndent = 4;

// A paragraph's lines. Raw inlines.
std::vector<Inlines> split_at_lines(Inlines inlines) {
  std::vector<Inlines> lines(1);
  for (Inline& node : inlines) {
    const auto* text = std::get_if<Text>(&node.content);
    if (std::holds_alternative<LineBreak>(node.content) || (text && text->text == "\n")) {
      lines.emplace_back();
    } else {
      lines.back().push_back(std::move(node));
    }
  }
  return lines;
}

}  // namespace

bool MarkdownReader::is_definition(cmark_node* item) const {
  return source_.marks_definition(cmark_node_get_start_line(item), cmark_node_get_start_column(item));
}

std::set<int> MarkdownReader::lines_that_define(cmark_node* document) const {
  std::set<int> lines;
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> each(cmark_iter_new(document), cmark_iter_free);
  for (cmark_event_type event; (event = cmark_iter_next(each.get())) != CMARK_EVENT_DONE;) {
    cmark_node* list = cmark_iter_get_node(each.get());
    if (event != CMARK_EVENT_ENTER || cmark_node_get_type(list) != CMARK_NODE_LIST) continue;
    // The terms stand in the lines before, with one blank line between at most.
    cmark_node* terms = cmark_node_previous(list);
    if (!terms || cmark_node_get_type(terms) != CMARK_NODE_PARAGRAPH ||
        cmark_node_get_end_line(terms) + 2 < cmark_node_get_start_line(list)) {
      continue;
    }
    for (cmark_node* item = cmark_node_first_child(list); item && is_definition(item); item = cmark_node_next(item)) {
      lines.insert(cmark_node_get_start_line(item));
    }
  }
  return lines;
}

bool MarkdownReader::has_definitions(cmark_node* paragraph) const {
  cmark_node* list = cmark_node_next(paragraph);
  return cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH && list &&
         cmark_node_get_type(list) == CMARK_NODE_LIST && is_definition(cmark_node_first_child(list));
}

cmark_node* MarkdownReader::add_definitions(cmark_node* terms, Blocks& out, int depth) {
  DefinitionList list;
  cmark_node* last = nullptr;
  cmark_node* items = nullptr;  // a list that follows without a blank line, which the parser takes for the same
  for (; terms && !items && has_definitions(terms); terms = cmark_node_next(last)) {
    DefinitionList::Entry entry;
    entry.info.span = block_span(terms);
    for (Inlines& line : split_at_lines(inlines_of(terms))) {
      finish_inlines(line, context_);
      if (!line.empty()) entry.terms.push_back(std::move(line));
    }
    last = cmark_node_next(terms);
    for (items = cmark_node_first_child(last); items && is_definition(items); items = cmark_node_next(items)) {
      Blocks definition;
      add_blocks(items, definition, depth + 1);
      entry.info.span = joined(entry.info.span, block_span(items));
      if (!definition.empty()) entry.definitions.push_back(std::move(definition));
    }
    if (!entry.terms.empty() || !entry.definitions.empty()) list.entries.push_back(std::move(entry));
  }
  if (!list.entries.empty()) {
    const Span span = joined(list.entries.front().info.span, list.entries.back().info.span);
    out.push_back({{{}, span, {}}, std::move(list)});
  }
  if (items) add_list(last, items, out, depth);
  return last;
}

size_t MarkdownReader::definition_indent(cmark_node* code, const std::string& text) const {
  cmark_node* item = cmark_node_parent(code);
  if (!item || cmark_node_get_type(item) != CMARK_NODE_ITEM || !is_definition(item)) return 0;
  const size_t colon = source_.offset(cmark_node_get_start_line(item), cmark_node_get_start_column(item));
  const size_t content = source_.text().find_first_not_of(' ', colon + 1) - colon;
  size_t blanks = content < kDefinitionIndent ? kDefinitionIndent - content : 0;
  for (size_t at = 0; at < text.size(); at = std::min(text.find('\n', at), text.size() - 1) + 1) {
    const size_t begin = std::min(text.find_first_not_of(' ', at), text.size());
    if (begin < text.size() && text[begin] != '\n') blanks = std::min(blanks, begin - at);
  }
  return blanks;
}

}  // namespace huozi::parse
