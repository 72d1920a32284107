// Paragraphs, and what holds them.
#include <algorithm>

#include "parse/docx_reader.h"
#include "parse/docx_text.h"
#include "parse/inlines.h"
#include "parse/white_space.h"

namespace huozi::parse {

using namespace document;

namespace {

bool holds_paragraph(const XmlNode& node) {
  return std::any_of(node.children.begin(), node.children.end(), [](const XmlNode& child) {
    return child.is("p") || child.is("tbl") || (!child.name.empty() && holds_paragraph(child));
  });
}

bool is_page_break(const Inline& node) {
  return std::holds_alternative<LineBreak>(node.content) && node.info.attributes.has_class("page-break");
}

// Bookmarks beyond a block's one id, as places without words.
Inlines places(std::vector<std::string>& ids, Span at) {
  Inlines out;
  for (std::string& id : ids) {
    Inline place{{{}, at, {}}, Styled{StyledKind::span, {}}};
    place.info.attributes.id = std::move(id);
    out.push_back(std::move(place));
  }
  ids.clear();
  return out;
}

}  // namespace

Blocks DocxReader::blocks_of(const XmlNode& parent) {
  Row row;
  flow(parent, row);
  return assembled(std::move(row));
}

void DocxReader::flow(const XmlNode& parent, Row& row) {
  for (const XmlNode& node : chosen(parent).children) {
    if (!node.name.empty() && !is_properties(node)) flow_one(node, row);
  }
}

void DocxReader::flow_one(const XmlNode& node, Row& row) {
  if (node.is("p")) {
    add_paragraph(node, row);
  } else if (node.is("tbl")) {
    add_table(node, row);
  } else if (node.is("del") || node.is("moveFrom")) {
    drop(node, "parse.deleted");
  } else if (node.is("altChunk")) {
    context_.warn("docx.not-read", span_of_node(node), {"a document within the document"});
  } else if (node.is("bookmarkStart")) {
    Inlines beside;
    add_bookmark(node, beside);
  } else if (node.is("footnoteRef") || node.is("endnoteRef")) {
    return;
  } else if (node.is("sdt") && node.child("sdtPr") && node.child("sdtPr")->child("showingPlcHdr")) {
    drop(node, "parse.placeholder");
  } else if (holds_paragraph(node)) {
    flow(node, row);
  } else if (node.end > node.begin) {
    Inlines loose;  // a run where none may stand
    inline_one(node, loose);
    end_paragraph(std::move(loose), styles_.paragraph(nullptr), span_of_node(node), row);
  }
}

void DocxReader::add_page_break(Span span, Row& row) {
  Block block{{{}, {span.file, span.begin, span.begin}, {}}, Division{}};
  block.info.attributes.classes.emplace_back("page-break");
  row.push_back({std::move(block), ParagraphKind::body, std::nullopt});
}

void DocxReader::add_code(const XmlNode& node, Row& row) {
  std::string text;
  const auto collect = [&](const auto& self, const XmlNode& at) -> void {
    for (const XmlNode& child : chosen(at).children) {
      if (child.name.empty() || is_properties(child) || child.is("del")) continue;
      text += words_of(child);
      self(self, child);
    }
  };
  collect(collect, node);
  row.push_back({{{{}, span_of_node(node), {}}, CodeBlock{std::move(text), {}}}, ParagraphKind::code, std::nullopt});
}

void DocxReader::add_paragraph(const XmlNode& node, Row& row) {
  ParagraphProperties properties = styles_.paragraph(node.child("pPr"));
  const Span span = span_of_node(node);
  if (properties.kind == ParagraphKind::contents) {
    drop(node, "parse.contents");
    return;
  }
  if (properties.page_break_before) add_page_break(span, row);
  if (properties.kind == ParagraphKind::code) {
    add_code(node, row);
    return;
  }
  // A text box's paragraphs are read in the midst of this one's.
  Row boxes;
  Row* const outer_boxes = std::exchange(boxes_, &boxes);
  ParagraphProperties outer = std::exchange(paragraph_, properties);
  Inlines text = std::exchange(carried_, {});
  inlines(node, text);
  drop_open_instructions();
  paragraph_ = std::move(outer);
  boxes_ = outer_boxes;
  if (properties.mark_deleted) {
    carried_ = std::move(text);
  } else {
    end_paragraph(std::move(text), properties, span, row);
  }
  std::move(boxes.begin(), boxes.end(), std::back_inserter(row));
}

void DocxReader::end_paragraph(Inlines text, const ParagraphProperties& properties, Span span, Row& row) {
  std::optional<ListNumber> number;
  if (!properties.numbering.id.empty() && properties.numbering.id != "0") {
    number = numbering_.next(properties.numbering, properties.style);
  }
  std::vector<Inlines> parts(1);
  bool broken = false;
  for (Inline& node : text) {
    if (is_page_break(node)) {
      parts.emplace_back();
      broken = true;
    } else {
      parts.back().push_back(std::move(node));
    }
  }
  const size_t rows_before = row.size();
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) add_page_break(parts[i].empty() ? Span{span.file, span.end, span.end} : span_of(parts[i]), row);
    Inlines& part = parts[i];
    if (part.empty()) continue;
    const bool heading = properties.kind == ParagraphKind::heading || properties.kind == ParagraphKind::title;
    const bool first = row.size() == rows_before + i;
    // Measured without the bookmarks' places, which alone make no paragraph.
    finish_inlines(part, context_);
    const bool only_places = std::all_of(part.begin(), part.end(), [](const Inline& node) {
      const auto* styled = std::get_if<Styled>(&node.content);
      return styled && styled->children.empty();
    });
    if (only_places) {
      for (Inline& place : part) ids_.push_back(std::move(place.info.attributes.id));
      continue;
    }
    const bool plain = number && number->plain && !heading;
    if (number && first && !plain && !number->printed.empty()) {
      Inlines with = {make_text({span.file, span.begin, span.begin}, number->printed)};
      if (heading) with.front().info.span = {span.file, span.begin, span.begin};
      context_.audit.generated.push_back({"list-number", number->printed});
      std::move(part.begin(), part.end(), std::back_inserter(with));
      part.clear();
      for (Inline& node : with) append_merged(part, std::move(node));
    }
    NodeInfo info{{}, broken ? span_of(part) : span, {}};
    if (!ids_.empty()) {
      info.attributes.id = std::move(ids_.front());
      ids_.erase(ids_.begin());
      Inlines more = places(ids_, {span.file, span.begin, span.begin});
      part.insert(part.begin(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    if (!properties.alignment.empty()) info.attributes.values.emplace_back("text-align", properties.alignment);
    if (!heading) {
      row.push_back({{std::move(info), Paragraph{std::move(part)}}, properties.kind, first ? number : std::nullopt});
      continue;
    }
    auto* last = row.empty() ? nullptr : std::get_if<Heading>(&row.back().block.content);
    if (properties.kind == ParagraphKind::title && last && last->level == 1) {  // a title in two paragraphs
      join_lines(last->children, std::move(part));
      row.back().block.info.span = joined(row.back().block.info.span, info.span);
      continue;
    }
    const int level = properties.kind == ParagraphKind::title ? 1 : properties.level + 1;
    row.push_back({{std::move(info), Heading{level, std::move(part), {}}}, properties.kind, std::nullopt});
  }
  if (row.size() == rows_before && properties.ruled && ids_.empty()) {
    row.push_back({{{{}, span, {}}, ThematicBreak{}}, ParagraphKind::body, std::nullopt});
  }
}

}  // namespace huozi::parse
