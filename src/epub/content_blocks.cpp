#include <algorithm>

#include "document/list_numbers.h"
#include "document/walk.h"
#include "epub/content_writer.h"
#include "epub/foreign.h"
#include "epub/overloaded.h"

namespace huozi::epub {
namespace {

using document::Block;
using document::NodeInfo;

constexpr uint32_t kMostColumns = 1000;  // HTML §4.9.11: larger spans are errors or cut down
constexpr uint32_t kMostRows = 65534;

bool is_empty(const document::Blocks& blocks) {
  return std::all_of(blocks.begin(), blocks.end(), [](const Block& block) {
    const auto* paragraph = std::get_if<document::Paragraph>(&block.content);
    return paragraph != nullptr && paragraph->children.empty();
  });
}

std::string_view alignment_style(document::TableCell::Alignment alignment) {
  switch (alignment) {
    case document::TableCell::Alignment::left:
      return "text-align:left";
    case document::TableCell::Alignment::center:
      return "text-align:center";
    case document::TableCell::Alignment::right:
      return "text-align:right";
    case document::TableCell::Alignment::none:
      return "";
  }
  return "";
}

// Of what huozi makes for an index: its class, EPUB Indexes 1.0's own word.
bool is_index_part(std::string_view name) {
  constexpr std::string_view kParts[] = {"index-group",   "index-entry-list",     "index-entry",       "index-term",
                                         "index-locator", "index-xref-preferred", "index-xref-related"};
  return std::find(std::begin(kParts), std::end(kParts), name) != std::end(kParts);
}

}  // namespace

void write_page_break(XmlWriter& xml, const PlannedMark& mark) {
  xml.open("span").attribute("id", mark.id).attribute("epub:type", "pagebreak").attribute("role", "doc-pagebreak");
  xml.attribute("aria-label", mark.mark->label).close();
}

ContentWriter::ContentWriter(XmlWriter& xml, const Plan& plan, std::string path, std::string language,
                             Conformance& conformance)
    : xml_(xml),
      plan_(plan),
      labels_(labels_for(language)),
      conformance_(conformance),
      path_(std::move(path)),
      languages_{std::move(language)} {}

void ContentWriter::attributes(const document::Element& element, const NodeInfo& info, std::string_view extra_class) {
  const std::string& id = plan_.id(info);
  if (!id.empty()) xml_.attribute("id", id);
  std::vector<std::string_view> classes = element.classes;
  if (!extra_class.empty()) classes.push_back(extra_class);
  for (const std::string_view name : document::presentational_classes(info.attributes)) classes.push_back(name);
  for (const std::string& name : info.attributes.classes) {
    const bool whole = name.find_first_of(" \t\n\r\f") == std::string::npos && !name.empty();
    if (whole && std::find(classes.begin(), classes.end(), name) == classes.end()) classes.push_back(name);
  }
  std::string joined;
  for (const std::string_view name : classes) {
    if (!joined.empty()) joined += ' ';
    joined += name;
  }
  if (!joined.empty()) xml_.attribute("class", joined);
  const std::vector<std::string>& own = info.attributes.classes;
  const bool made = info.id.article == source::kNoFile && !own.empty() && is_index_part(own.front());
  if (made && plan_.input().profile != Profile::legacy_zh) xml_.attribute("epub:type", own.front());
  if (is_language_tag(info.attributes.lang)) {
    xml_.attribute("lang", info.attributes.lang).attribute("xml:lang", info.attributes.lang);
  }
}

void ContentWriter::open(const document::Element& element, const NodeInfo& info) {
  xml_.open(element.name);
  attributes(element, info);
  languages_.push_back(is_language_tag(info.attributes.lang) ? info.attributes.lang : languages_.back());
}

void ContentWriter::close() {
  xml_.close();
  languages_.pop_back();
}

void ContentWriter::marks_of(const NodeInfo& info) {
  for (const PlannedMark* mark : plan_.marks(info)) {
    write_page_break(xml_, *mark);
    pages_.push_back({path_ + "#" + mark->id, mark->mark->label});
  }
}

// Words in another language that the article does not mark. Only these: a note called among them is in the book's.
void ContentWriter::open_text(const document::Element& element, const NodeInfo& info, const document::Inlines& words) {
  open(element, info);
  if (is_language_tag(info.attributes.lang) || !languages_.back().starts_with("zh")) return;
  const std::string_view language = sure_language(spoken_text(words));
  if (!language.empty()) xml_.attribute("lang", language).attribute("xml:lang", language);
}

void ContentWriter::pass(std::span<const Block> blocks) {
  const auto enter = [&](const Block& each) {
    if (const auto* heading = std::get_if<document::Heading>(&each.content)) enter_level(heading->level);
  };
  for (const Block& block : blocks) {
    enter(block);
    document::for_each_block(block, enter, document::Notes::skip);
  }
}

void ContentWriter::blocks(std::span<const Block> blocks) {
  for (const Block& child : blocks) block(child);
}

void ContentWriter::block(const Block& block) {
  const document::Element element = document::element_of(block);
  conformance_.look_at(block, languages_.back());
  std::visit(Overloaded{
                 [&](const document::Paragraph& paragraph) {
                   open_text(element, block.info, paragraph.children);
                   marks_of(block.info);
                   inlines(paragraph.children);
                   close();
                 },
                 [&](const document::Heading& h) { heading(block, h); },
                 [&](const document::Quotation& quotation) {
                   open(element, block.info);
                   marks_of(block.info);
                   blocks(quotation.children);
                   close();
                 },
                 [&](const document::List& l) { list(block, l); },
                 [&](const document::DefinitionList& l) { definitions(block, l); },
                 [&](const document::Table& t) { table(block, t); },
                 [&](const document::CodeBlock& code) {
                   open(element, block.info);
                   marked_text(block.info, code.text);
                   close();
                 },
                 [&](const document::Figure& f) { figure(block, f); },
                 [&](const document::Division& division) {
                   open(element, block.info);
                   marks_of(block.info);
                   blocks(division.children);
                   close();
                 },
                 [&](const document::ThematicBreak&) {
                   marks_of(block.info);
                   xml_.open(element.name);
                   attributes(element, block.info);
                   xml_.close_void();
                 },
             },
             block.content);
}

// Levels follow each other without gaps (WCAG 2.4.10), whatever the author's levels are; the first level is the file's
// title alone.
size_t ContentWriter::enter_level(int level) {
  level = std::max(level, 1);
  while (!heading_levels_.empty() && heading_levels_.back() >= level) heading_levels_.pop_back();
  if (heading_levels_.empty() && has_title_) heading_levels_.push_back(0);
  has_title_ = true;
  heading_levels_.push_back(level);
  return heading_levels_.size();
}

void ContentWriter::heading(const Block& block, const document::Heading& heading) {
  document::Element element = document::element_of(block);
  if (heading_barriers_ > 0) {
    element.name = "p";  // HTML allows no heading in a header cell; a note's would break the chapter's outline
  } else {
    constexpr std::string_view kNames[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    element.name = kNames[std::min<size_t>(enter_level(heading.level), std::size(kNames)) - 1];
  }
  open_text(element, block.info, heading.children);
  marks_of(block.info);
  number(heading.number);
  inlines(heading.children);
  close();
}

// style/epub_sheet gives it the looks of the heading's ::before.
void ContentWriter::number(std::string_view number) {
  if (number.empty()) return;
  const size_t end = number.find_last_not_of('\n') + 1;
  xml_.open("span").attribute("class", "number").text(number.substr(0, end)).close();
  if (end < number.size()) xml_.open("br").close_void();
}

void ContentWriter::list(const Block& block, const document::List& list) {
  marks_of(block.info);
  open(document::element_of(block), block.info);
  if (list.ordered && list.start != 1) xml_.attribute("start", std::to_string(list.start));
  const std::vector<int64_t> numbers = document::item_numbers(list);
  for (size_t i = 0; i < list.items.size(); ++i) {
    const document::ListItem& item = list.items[i];
    open(document::list_item_element(), item.info);
    const bool anew = i > 0 && numbers[i] != numbers[i - 1] + 1;
    if (list.ordered && anew) xml_.attribute("value", std::to_string(numbers[i]));
    marks_of(item.info);
    blocks(item.children);
    close();
  }
  close();
}

void ContentWriter::definitions(const Block& block, const document::DefinitionList& list) {
  marks_of(block.info);
  open(document::element_of(block), block.info);
  static const NodeInfo kPlain;
  for (const document::DefinitionList::Entry& entry : list.entries) {
    // A group has at least one term and one definition (HTML §4.4.9); the entry's attributes stand on its first term.
    const size_t terms = std::max<size_t>(entry.terms.size(), 1);
    for (size_t i = 0; i < terms; ++i) {
      open({"dt", {}}, i == 0 ? entry.info : kPlain);
      if (i == 0) marks_of(entry.info);
      if (i < entry.terms.size()) inlines(entry.terms[i]);
      close();
    }
    const size_t definitions = std::max<size_t>(entry.definitions.size(), 1);
    for (size_t i = 0; i < definitions; ++i) {
      open({"dd", {}}, kPlain);
      if (i < entry.definitions.size()) blocks(entry.definitions[i]);
      close();
    }
  }
  close();
}

void ContentWriter::table(const Block& block, const document::Table& table) {
  marks_of(block.info);
  open(document::element_of(block), block.info);
  if (!table.caption.empty()) {
    xml_.open("caption");
    number(table.number);
    inlines(table.caption);
    xml_.close();
  }
  const size_t head = std::min<size_t>(table.header_rows, table.rows.size());
  if (head > 0) {
    xml_.open("thead");
    rows(table, 0, head);
    xml_.close();
  }
  if (head < table.rows.size() || head == 0) {
    xml_.open("tbody");
    rows(table, head, table.rows.size());
    xml_.close();
  }
  close();
}

void ContentWriter::rows(const document::Table& table, size_t begin, size_t end) {
  for (size_t row = begin; row < end; ++row) {
    xml_.open("tr");
    for (const document::TableCell& c : table.rows[row]) cell(c, row < table.header_rows);
    xml_.close();
  }
}

void ContentWriter::cell(const document::TableCell& cell, bool in_head) {
  document::Element element = document::cell_element(cell);
  const bool header = cell.header && !is_empty(cell.children);
  if (!header) element.name = "td";  // an empty corner is no header of anything
  open(element, cell.info);
  if (header) xml_.attribute("scope", in_head ? "col" : "row");
  if (cell.column_span > 1) xml_.attribute("colspan", std::to_string(std::min(cell.column_span, kMostColumns)));
  if (cell.row_span > 1) xml_.attribute("rowspan", std::to_string(std::min(cell.row_span, kMostRows)));
  const std::string_view style = alignment_style(cell.alignment);
  if (!style.empty()) xml_.attribute("style", style);
  marks_of(cell.info);
  heading_barriers_ += header;
  blocks(cell.children);
  heading_barriers_ -= header;
  close();
}

void ContentWriter::figure(const Block& block, const document::Figure& figure) {
  open(document::element_of(block), block.info);
  marks_of(block.info);
  blocks(figure.children);
  if (!figure.caption.empty() || !figure.credit.empty()) {
    static const NodeInfo kPlain;
    open(document::figcaption_element(), kPlain);
    number(figure.number);
    inlines(figure.caption);
    if (!figure.credit.empty()) {
      open(document::credit_element(), kPlain);
      inlines(figure.credit);
      close();
    }
    close();
  }
  close();
}

}  // namespace huozi::epub
