// Markdown's blocks; what Markdown has no form for is handed to HtmlWriter.
#include <algorithm>

#include "write/attributes.h"
#include "write/html_writer.h"
#include "write/markdown_writer.h"
#include "write/tags.h"

namespace huozi::write {

using namespace document;

namespace {

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_alphanumeric(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
  });
}

// Classes of divisions in which a line end is a line's end.
bool keeps_lines(const Attributes& attributes) {
  return attributes.has_class("verse") || attributes.has_class("poem") || attributes.has_class("signature");
}

// What only a blank line ends: a table, and HTML, whose last line begins with a tag.
bool needs_blank_line(const Block& last, std::string_view written) {
  if (std::holds_alternative<Paragraph>(last.content) && is_empty(last.info.attributes)) return false;
  const std::string_view line = written.substr(written.rfind('\n') + 1);
  return line.starts_with('<') || line.starts_with('|');
}

}  // namespace

std::string indented(std::string_view text, std::string_view first, std::string_view others) {
  std::string out;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::string_view prefix = at == 0 ? first : others;
    if (!line.empty()) {
      out.append(prefix).append(line);
    } else {
      out.append(prefix.substr(0, prefix.find_last_not_of(' ') + 1));
    }
    if (end < text.size()) out += '\n';
    at = end + 1;
  }
  return out;
}

std::string MarkdownWriter::body(const Blocks& blocks) {
  std::string out = flow(blocks, false);
  // A body that begins with a tag would be read as HTML to its end; this line is a link nobody uses.
  if (out.starts_with('<') && !out.starts_with("<http")) out = "[//]: # (Markdown)\n\n" + out;
  while (!notes_.empty()) {
    const auto [number, called] = notes_.front();
    notes_.pop_front();
    if (!out.empty()) out += "\n\n";
    out += note(number, *called);
  }
  return out;
}

std::string MarkdownWriter::flow(const Blocks& blocks, bool tight) {
  std::string out;
  const Block* before = nullptr;
  for (const Block& each : blocks) {
    const std::string text = block(each, before, tight);
    if (text.empty()) continue;
    if (before) out += tight ? "\n" : "\n\n";
    out += text;
    before = &each;
  }
  return out;
}

std::string MarkdownWriter::block(const Block& each, const Block* before, bool tight) {
  const bool plain = is_empty(each.info.attributes);
  if (const auto* node = std::get_if<Paragraph>(&each.content)) {
    if (!plain) return html(each);
    return line(node->children, Place::paragraph);
  }
  if (const auto* node = std::get_if<Heading>(&each.content)) return heading(*node, each);
  if (const auto* node = std::get_if<Quotation>(&each.content)) {
    if (!plain) return html(each);
    return indented(flow(node->children, false), "> ", "> ");
  }
  if (const auto* node = std::get_if<List>(&each.content)) {
    const auto* other = before ? std::get_if<List>(&before->content) : nullptr;
    // Two lists in a row are two by their marks.
    const bool other_mark = other && other->ordered == node->ordered && !marked_otherwise_;
    marked_otherwise_ = false;
    std::string out = list(*node, each, other_mark);
    marked_otherwise_ = other_mark;
    return out;
  }
  if (const auto* node = std::get_if<DefinitionList>(&each.content)) {
    return definitions(*node, each, before && std::holds_alternative<DefinitionList>(before->content));
  }
  if (const auto* node = std::get_if<Table>(&each.content)) return table(*node, each);
  if (const auto* node = std::get_if<CodeBlock>(&each.content)) return code(*node, each);
  if (const auto* node = std::get_if<Division>(&each.content)) return division(*node, each, tight);
  if (std::holds_alternative<ThematicBreak>(each.content) && plain) return "***";
  return html(each);
}

std::string MarkdownWriter::html(const Block& each) {
  return HtmlWriter(last_note_).stretch(each);
}

std::string MarkdownWriter::heading(const Heading& heading, const Block& each) {
  std::string tail;
  if (!is_empty(each.info.attributes)) {
    const auto attributes = braces(each.info.attributes, Braces::text);
    if (!attributes) return html(each);
    tail = ' ' + *attributes;
  }
  return std::string(static_cast<size_t>(std::clamp(heading.level, 1, 6)), '#') + ' ' +
         line(heading.children, Place::heading) + tail;
}

std::string MarkdownWriter::code(const CodeBlock& code, const Block& each) {
  const bool plain_language = std::all_of(code.language.begin(), code.language.end(), [](char c) {
    return is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80 || c == '-' || c == '+' || c == '#' || c == '.';
  });
  if (!is_empty(each.info.attributes) || !plain_language) return html(each);
  const std::string fence(std::max<size_t>(longest_run(code.text, '`') + 1, 3), '`');
  return fence + code.language + '\n' + code.text + '\n' + fence;
}

std::string MarkdownWriter::division(const Division& division, const Block& each, bool tight) {
  const Attributes& attributes = each.info.attributes;
  const bool outer = std::exchange(keeps_lines_, keeps_lines_ || keeps_lines(attributes));
  const std::string content = flow(division.children, tight);
  keeps_lines_ = outer;
  if (is_empty(attributes)) return content;
  const bool one_class = attributes.classes.size() == 1 && attributes.id.empty() && attributes.lang.empty() &&
                         attributes.values.empty() && is_word(attributes.classes.front());
  const auto name = one_class ? std::optional(attributes.classes.front()) : braces(attributes, Braces::line);
  if (!name) return start_tag("div", attributes) + "\n\n" + content + "\n\n</div>";
  if (content.empty()) return "::: " + *name + "\n:::";
  return "::: " + *name + '\n' + content + (needs_blank_line(division.children.back(), content) ? "\n\n:::" : "\n:::");
}

std::string MarkdownWriter::note(uint32_t number, const Note& note) {
  const std::string label = "[^" + std::to_string(number) + "]:";
  // Notes stand outside of every division.
  const bool outer = std::exchange(keeps_lines_, false);
  const std::string content = flow(note.blocks, false);
  keeps_lines_ = outer;
  if (content.empty()) return label;
  const bool beside = std::holds_alternative<Paragraph>(note.blocks.front().content);
  return beside ? indented(content, label + ' ', "    ") : label + '\n' + indented(content, "    ", "    ");
}

}  // namespace huozi::write
