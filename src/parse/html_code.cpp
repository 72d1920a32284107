// Preformatted text, and the tables that highlighters make of it: line numbers in one cell, code in the other.
#include <algorithm>
#include <array>

#include "parse/html_reader.h"
#include "parse/legible.h"

namespace huozi::parse {

using namespace document;

namespace {

// Classes of line numbers.
constexpr std::array<std::string_view, 19> kGutters = {"gutter",
                                                       "lineno",
                                                       "linenos",
                                                       "line-number",
                                                       "line-numbers",
                                                       "linenumber",
                                                       "linenumbers",
                                                       "linenodiv",
                                                       "lineNumbers",
                                                       "line_number",
                                                       "hljs-ln-numbers",
                                                       "hljs-ln-n",
                                                       "hljs-ln-line-number",
                                                       "blob-num",
                                                       "pre-numbering",
                                                       "rouge-gutter",
                                                       "code-gutter",
                                                       "lnt",
                                                       "ln"};

constexpr std::array<std::string_view, 6> kCodeCells = {"code",       "blob-code", "hljs-ln-code",
                                                        "rouge-code", "code-body", "lntd"};

bool has_class(const HtmlNode& node, const auto& table) {
  return std::any_of(table.begin(), table.end(), [&](std::string_view name) { return node.has_word("class", name); });
}

// Or nothing: then a stylesheet counts.
bool is_numbers(std::string_view text) {
  return text.find_first_not_of("0123456789. \n\t\r\xC2\xA0") == std::string_view::npos;
}

// Only numbers, and called line numbers: they are no part of the code.
bool is_gutter(const HtmlNode& node) {
  if (node.kind != HtmlNode::Kind::element) return false;
  const bool called = has_class(node, kGutters) || (node.children.size() == 1 && has_class(node.children[0], kGutters));
  return called && is_numbers(text_of(node));
}

// `language-xxx`, `lang-xxx`, or `brush: xxx`, on the element or on the one <code> in it.
std::string code_language(const HtmlNode& node) {
  if (const std::string* classes = node.attribute("class")) {
    for (const std::string_view mark : {"language-", "lang-", "brush:"}) {
      size_t at = classes->find(mark);
      if (at == std::string::npos) continue;
      at = classes->find_first_not_of(' ', at + mark.size());
      if (at == std::string::npos) continue;
      return classes->substr(at, std::min(classes->find_first_of(" ;", at), classes->size()) - at);
    }
  }
  for (const HtmlNode& child : node.children) {
    if (child.name == "code") return code_language(child);
  }
  return {};
}

const HtmlNode* find_pre(const HtmlNode& node) {
  if (node.element.role == HtmlRole::preformatted) return &node;
  for (const HtmlNode& child : node.children) {
    if (const HtmlNode* found = find_pre(child)) return found;
  }
  return nullptr;
}

bool holds(const HtmlNode& node, std::string_view name) {
  return node.name == name || std::any_of(node.children.begin(), node.children.end(),
                                          [&](const HtmlNode& child) { return holds(child, name); });
}

bool is_code_cell(const HtmlNode& cell) {
  return has_class(cell, kCodeCells) || holds(cell, "pre") || holds(cell, "code");
}

void trim_end(std::string& text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
}

class CodeText {
 public:
  explicit CodeText(ReadContext& context) : context_(context) {}

  // `preformatted`: blanks between blocks count.
  void add(const HtmlNode& node, bool preformatted) {
    const bool a_line_each = node.element.role == HtmlRole::preformatted && count_code(node) > 1;
    for (const HtmlNode& child : node.children) {
      if (a_line_each && child.name == "code") {
        const size_t before = text_.size();
        add(child, preformatted);
        if (text_.size() == before || text_.back() != '\n') text_ += '\n';
        continue;
      }
      if (child.kind == HtmlNode::Kind::text) {
        const bool between =
            !preformatted && node.holds_block && child.text.find_first_not_of(" \t\n\f\r") == std::string::npos;
        if (!between) text_ += visible_text(child.text);
      } else if (child.element.role == HtmlRole::line_break) {
        text_ += '\n';
      } else if (is_gutter(child)) {
        drop(child);
      } else {
        const bool block = is_block(child.element.role);
        if (block) end_line();
        add(child, preformatted || child.element.role == HtmlRole::preformatted);
        if (block) end_line();
      }
    }
  }

  // Line numbers stand with the code or in a cell of their own.
  void drop(const HtmlNode& gutter) {
    const std::string numbers = text_of(gutter);
    if (numbers.find_first_of("0123456789") != std::string::npos) {
      context_.record("parse.line-numbers", gutter.span, numbers);
    }
  }

  void end_line() {
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  }
  std::string take() {
    trim_end(text_);
    return std::move(text_);
  }

 private:
  // Some editors write an element for each line.
  static size_t count_code(const HtmlNode& node) {
    return static_cast<size_t>(std::count_if(node.children.begin(), node.children.end(),
                                             [](const HtmlNode& child) { return child.name == "code"; }));
  }

  ReadContext& context_;
  std::string text_;
};

// A row's one cell of code, when all its others are line numbers.
const HtmlNode* code_cell_of(const HtmlNode& row) {
  const HtmlNode* code = nullptr;
  size_t numbers = 0;
  for (const HtmlNode& cell : row.children) {
    if (cell.name != "td" && cell.name != "th") continue;
    if (is_gutter(cell)) {
      ++numbers;
    } else if (code || !is_code_cell(cell)) {
      return nullptr;
    } else {
      code = &cell;
    }
  }
  return numbers > 0 ? code : nullptr;
}

std::vector<const HtmlNode*> rows_of(const HtmlNode& table) {
  std::vector<const HtmlNode*> rows;
  for (const HtmlNode& child : table.children) {
    if (child.name == "tr") rows.push_back(&child);
    if (child.name == "thead" || child.name == "tbody" || child.name == "tfoot") {
      for (const HtmlNode& row : child.children) {
        if (row.name == "tr") rows.push_back(&row);
      }
    }
  }
  return rows;
}

}  // namespace

void HtmlReader::add_preformatted(const HtmlNode& node, Blocks& out) {
  CodeText code(context_);
  code.add(node, true);
  std::string text = code.take();
  if (text.find_first_not_of(" \t\n") == std::string::npos) return;
  Attributes attributes = attributes_of(node);
  std::string language = code_language(node);
  if (!language.empty()) attributes.classes.clear();  // they say the language, to a highlighter
  out.push_back({{{}, node.span, std::move(attributes)}, CodeBlock{std::move(text), std::move(language)}});
}

bool HtmlReader::add_numbered_code(const HtmlNode& node, Blocks& out) {
  const std::vector<const HtmlNode*> rows = rows_of(node);
  if (rows.empty() || std::any_of(rows.begin(), rows.end(), [](const HtmlNode* row) { return !code_cell_of(*row); })) {
    return false;
  }
  CodeText code(context_);
  std::string language;
  for (const HtmlNode* row : rows) {
    const HtmlNode& cell = *code_cell_of(*row);
    for (const HtmlNode& other : row->children) {
      if (&other != &cell && other.kind == HtmlNode::Kind::element) code.drop(other);
    }
    const HtmlNode* pre = find_pre(cell);
    if (language.empty()) language = code_language(pre ? *pre : cell);
    code.add(cell, false);
    if (rows.size() > 1) code.end_line();
  }
  std::string text = code.take();
  if (text.empty()) return false;
  Attributes attributes;
  attributes.id = attributes_of(node).id;
  out.push_back({{{}, node.span, std::move(attributes)}, CodeBlock{std::move(text), std::move(language)}});
  return true;
}

}  // namespace huozi::parse
