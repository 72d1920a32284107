// Drawings: pictures, text boxes, and what is drawn but cannot be read.
#include "parse/docx_reader.h"
#include "parse/docx_text.h"
#include "parse/inlines.h"
#include "parse/legible.h"

namespace huozi::parse {

using namespace document;

void DocxReader::add_drawing(const XmlNode& node, std::string_view alternative, Inlines& out) {
  const XmlNode& shown = chosen(node);
  for (const XmlNode& child : shown.children) {
    if (child.is("docPr") || child.is("cNvPr")) {
      if (!child.value("descr").empty()) alternative = child.value("descr");
    }
    for (const XmlNode& deeper : child.children) {  // pic:nvPicPr/pic:cNvPr speaks of the a:blip beside it
      if (deeper.is("cNvPr") && !deeper.value("descr").empty()) alternative = deeper.value("descr");
    }
  }
  for (const XmlNode& child : shown.children) {
    const Span span = span_of_node(child);
    if (child.is("blip")) {
      const std::string_view embedded = child.value("embed");
      add_image(embedded.empty() ? child.value("link") : embedded, embedded.empty(), span, alternative, out);
    } else if (child.is("imagedata")) {
      add_image(child.value("id"), false, span, alternative, out);
    } else if (child.is("txbxContent") || child.is("p")) {
      if (!boxes_) continue;
      Row row;
      if (child.is("p")) {
        add_paragraph(child, row);
      } else {
        flow(child, row);
      }
      std::move(row.begin(), row.end(), std::back_inserter(*boxes_));
    } else if (child.value("hr") == "t" && boxes_) {  // the line Word makes of ---
      boxes_->push_back({{{{}, span, {}}, ThematicBreak{}}, ParagraphKind::body, std::nullopt});
    } else if (has_words(child)) {
      add_words(child, look_of(nullptr), out);
    } else if (child.is("chart") || child.is("relIds") || child.is("OLEObject")) {
      const char* what = child.is("chart") ? "a chart" : child.is("relIds") ? "a diagram" : "an embedded object";
      context_.warn("docx.not-read", span, {what});
    } else if (!child.name.empty() && !is_properties(child)) {
      const std::string_view alt = child.value("alt");
      add_drawing(child, alt.empty() ? alternative : alt, out);
    }
  }
}

void DocxReader::add_image(std::string_view id, bool linked, Span span, std::string_view alternative, Inlines& out) {
  const DocxRelation* relation = part_->relation(id);
  Image image;
  image.alternative = on_one_line(alternative);
  if (relation && (relation->external || linked)) {
    image.source = relation->target;
  } else {
    const std::string part = relation ? relation->target : std::string();
    const DocxImages::Outcome outcome = images_.find(part, image.source);
    if (outcome == DocxImages::Outcome::missing) context_.warn("docx.missing-image", span, {part});
    if (outcome == DocxImages::Outcome::too_many) context_.warn_once("docx.too-many-images", span, "2000");
  }
  out.push_back({{{}, span, {}}, std::move(image)});
}

}  // namespace huozi::parse
