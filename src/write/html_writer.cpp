#include "write/html_writer.h"

#include <algorithm>

#include "document/element.h"
#include "write/attributes.h"
#include "write/escape.h"
#include "write/tags.h"

namespace huozi::write {

using namespace document;

namespace {

bool is_bare_text(const Block& block) {
  return std::holds_alternative<Paragraph>(block.content) && is_empty(block.info.attributes);
}

// Whether a cell of the head reaches into the rows below it.
bool spans_head(const Table& table) {
  for (size_t row = 0; row < table.header_rows && row < table.rows.size(); ++row) {
    for (const TableCell& cell : table.rows[row]) {
      if (row + cell.row_span > table.header_rows) return true;
    }
  }
  return false;
}

// A line end within <pre>, where a blank line would end the stretch.
std::string preformatted(std::string_view text) {
  std::string out;
  for (const char c : html_text(text)) {
    if (c == '\n') {
      out += "&#10;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string HtmlWriter::stretch(const Block& block) {
  out_.clear();
  add(block);
  while (!notes_.empty()) {
    const auto [number, note] = notes_.front();
    notes_.pop_front();
    out_ += "\n<aside epub:type=\"footnote\" id=\"note-" + std::to_string(number) + "\">";
    add_content(note->blocks);
    out_ += "</aside>";
  }
  return std::move(out_);
}

void HtmlWriter::add(std::span<const Block> blocks) {
  for (const Block& each : blocks) {
    if (!out_.ends_with('\n')) out_ += '\n';
    add(each);
  }
  if (!blocks.empty()) out_ += '\n';
}

void HtmlWriter::add_content(const Blocks& blocks) {
  const bool bare = !blocks.empty() && is_bare_text(blocks.front()) &&
                    std::all_of(blocks.begin() + 1, blocks.end(),
                                [](const Block& block) { return std::holds_alternative<List>(block.content); });
  if (!bare) return add(std::span(blocks));
  add(std::get<Paragraph>(blocks.front().content).children);
  add(std::span(blocks).subspan(1));
}

void HtmlWriter::add(const Block& each) {
  std::visit([&](const auto& content) { block(content, each.info.attributes); }, each.content);
}

void HtmlWriter::block(const Paragraph& node, const Attributes& attributes) {
  out_ += start_tag("p", attributes);
  add(node.children);
  out_ += "</p>";
}

void HtmlWriter::block(const Heading& node, const Attributes& attributes) {
  const std::string name = "h" + std::to_string(std::clamp(node.level, 1, 6));
  out_ += start_tag(name, attributes);
  add(node.children);
  out_ += end_tag(name);
}

void HtmlWriter::block(const Quotation& node, const Attributes& attributes) {
  out_ += start_tag("blockquote", attributes);
  add(std::span(node.children));
  out_ += "</blockquote>";
}

void HtmlWriter::block(const List& node, const Attributes& attributes) {
  std::string tag = start_tag(node.ordered ? "ol" : "ul", attributes);
  if (node.ordered && node.start != 1) tag.insert(tag.size() - 1, " start=\"" + std::to_string(node.start) + "\"");
  out_ += tag;
  for (const ListItem& item : node.items) {
    out_ += '\n' + start_tag("li", item.info.attributes);
    add_content(item.children);
    out_ += "</li>";
  }
  out_ += '\n' + end_tag(node.ordered ? "ol" : "ul");
}

void HtmlWriter::block(const DefinitionList& node, const Attributes& attributes) {
  out_ += start_tag("dl", attributes);
  for (const DefinitionList::Entry& entry : node.entries) {
    for (const Inlines& term : entry.terms) {
      out_ += "\n<dt>";
      add(term);
      out_ += "</dt>";
    }
    for (const Blocks& definition : entry.definitions) {
      out_ += "\n<dd>";
      add_content(definition);
      out_ += "</dd>";
    }
  }
  out_ += "\n</dl>";
}

void HtmlWriter::add_rows(const Table& table, size_t first, size_t last) {
  for (size_t i = first; i < last; ++i) {
    out_ += "\n<tr>";
    for (const TableCell& cell : table.rows[i]) {
      const std::string_view name = cell.header ? "th" : "td";
      std::string tag = start_tag(name, cell.info.attributes);
      std::string more;
      if (cell.column_span > 1) more += " colspan=\"" + std::to_string(cell.column_span) + "\"";
      if (cell.row_span > 1) more += " rowspan=\"" + std::to_string(cell.row_span) + "\"";
      constexpr std::string_view kAlignments[] = {"", "left", "center", "right"};
      const std::string_view alignment = kAlignments[static_cast<size_t>(cell.alignment)];
      if (!alignment.empty()) more += " style=\"text-align:" + std::string(alignment) + "\"";
      out_ += tag.insert(tag.size() - 1, more);
      add_content(cell.children);
      out_ += end_tag(name);
    }
    out_ += "</tr>";
  }
}

void HtmlWriter::block(const Table& node, const Attributes& attributes) {
  out_ += start_tag("table", attributes);
  if (!node.caption.empty()) {
    out_ += "\n<caption>";
    add(node.caption);
    out_ += "</caption>";
  }
  // A cell ends with its group of rows; without groups the rows of header cells are the head.
  const size_t header = spans_head(node) ? 0 : std::min<size_t>(node.header_rows, node.rows.size());
  if (header > 0) {
    out_ += "\n<thead>";
    add_rows(node, 0, header);
    out_ += "\n</thead>";
  }
  out_ += "\n<tbody>";
  add_rows(node, header, node.rows.size());
  out_ += "\n</tbody>\n</table>";
}

void HtmlWriter::block(const CodeBlock& node, const Attributes& attributes) {
  out_ += start_tag("pre", attributes);
  if (!node.language.empty()) {
    out_ += "<code class=" + html_value("language-" + node.language) + ">" + preformatted(node.text) + "</code></pre>";
  } else {
    if (node.text.starts_with('\n')) out_ += "&#10;";  // the first one in <pre> does not count
    out_ += preformatted(node.text) + "</pre>";
  }
}

void HtmlWriter::block(const Figure& node, const Attributes& attributes) {
  out_ += start_tag("figure", attributes);
  add(std::span(node.children));
  if (!node.caption.empty() || !node.credit.empty()) {
    out_ += "<figcaption>";
    add(node.caption);
    if (!node.credit.empty()) {
      out_ += "<span class=\"credit\">";
      add(node.credit);
      out_ += "</span>";
    }
    out_ += "</figcaption>\n";
  }
  out_ += "</figure>";
}

void HtmlWriter::block(const Division& node, const Attributes& attributes) {
  // As it is read: an <aside> has the class, and holds a paragraph of its own.
  const bool aside = !attributes.classes.empty() && attributes.classes.front() == "aside";
  Attributes own = attributes;
  if (aside) own.classes.erase(own.classes.begin());
  out_ += start_tag(aside ? "aside" : "div", own);
  add(std::span(node.children));
  out_ += aside ? "</aside>" : "</div>";
}

void HtmlWriter::block(const ThematicBreak&, const Attributes& attributes) {
  out_ += start_tag("hr", attributes);
}

void HtmlWriter::add(const Inlines& inlines) {
  for (const Inline& node : inlines) add(node);
}

void HtmlWriter::add(const Inline& node) {
  std::visit([&](const auto& content) { text(content, node.info.attributes); }, node.content);
}

void HtmlWriter::text(const Text& node, const Attributes&) {
  out_ += html_text(node.text);
}

void HtmlWriter::text(const Styled& node, const Attributes& attributes) {
  const std::string_view name = element_of(Inline{{}, Styled{node.kind, {}}}).name;
  out_ += start_tag(name, attributes);
  add(node.children);
  out_ += end_tag(name);
}

void HtmlWriter::text(const Link& node, const Attributes& attributes) {
  out_ += "<a href=" + html_value(node.target) + html_attributes(attributes, "a") + ">";
  add(node.children);
  out_ += "</a>";
}

void HtmlWriter::text(const Image& node, const Attributes& attributes) {
  out_ += image_tag(node, attributes);
}

void HtmlWriter::text(const LineBreak&, const Attributes&) {
  out_ += "<br>";
}

void HtmlWriter::text(const Note& node, const Attributes&) {
  const std::string number = std::to_string(++last_note_);
  out_ += "<a epub:type=\"noteref\" href=\"#note-" + number + "\">" + number + "</a>";
  notes_.emplace_back(last_note_, &node);
}

void HtmlWriter::text(const Ruby& node, const Attributes& attributes) {
  std::vector<WrittenPair> pairs;
  for (const Ruby::Pair& pair : node.pairs) {
    const size_t begin = out_.size();
    add(pair.base);
    pairs.push_back({out_.substr(begin), html_text(pair.text)});
    out_.resize(begin);
  }
  out_ += ruby_element(pairs, attributes);
}

// Made by the build, after any article is written.
void HtmlWriter::text(const PageReference&, const Attributes&) {}
void HtmlWriter::text(const Leader&, const Attributes&) {}

}  // namespace huozi::write
