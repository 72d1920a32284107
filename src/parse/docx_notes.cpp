// Footnotes and endnotes at their calls, and what is taken out: deleted words, comments, margins.
#include <algorithm>

#include "parse/docx_reader.h"
#include "parse/docx_text.h"
#include "parse/inlines.h"

namespace huozi::parse {

using namespace document;

namespace {

constexpr int kDeepestNote = 4;  // Word allows none within another; broken files have them

std::string note_key(std::string_view call, std::string_view id) {
  return std::string(call) + ' ' + std::string(id);
}

}  // namespace

DocxReader::DocxReader(const DocxPackage& package, DocxImages& images, ReadContext& context)
    : package_(package), images_(images), context_(context), part_(&package.document) {
  if (package.styles) styles_ = DocxStyles(package.styles->xml.root);
  if (package.numbering) numbering_ = DocxNumbering(package.numbering->xml.root);
  find_notes();
  find_anchors(package.document.xml.root);
  if (package.footnotes) find_anchors(package.footnotes->xml.root);
  if (package.endnotes) find_anchors(package.endnotes->xml.root);
}

Blocks DocxReader::read() {
  const XmlNode* body = package_.document.xml.root.child("body");
  Row row;
  if (body) flow(*body, row);
  if (!carried_.empty()) {
    const Span span = span_of(carried_);
    end_paragraph(std::exchange(carried_, {}), {}, span, row);
  }
  add_uncalled_notes(row);
  return assembled(std::move(row));
}

void DocxReader::find_notes() {
  const auto add = [&](const std::optional<DocxPart>& part, std::string_view element, std::string_view call) {
    if (!part) return;
    for (const XmlNode& node : part->xml.root.children) {
      const std::string_view type = node.value("type");
      const bool separator = !type.empty() && type != "normal";
      if (node.is(element) && !separator) notes_[note_key(call, node.value("id"))] = {&node, &*part, false};
    }
  };
  add(package_.footnotes, "footnote", "footnoteReference");
  add(package_.endnotes, "endnote", "endnoteReference");
}

void DocxReader::find_anchors(const XmlNode& node) {
  const bool contents = node.is("p") && styles_.paragraph(node.child("pPr")).kind == ParagraphKind::contents;
  if (contents) return;
  if (node.is("hyperlink")) anchors_.emplace(node.value("anchor"));
  if (node.is("instrText") || node.is("fldSimple")) {
    const std::string text = node.is("instrText") ? node.all_text() : std::string(node.value("instr"));
    for (size_t at = 0; at < text.size();) {
      const size_t begin = std::min(text.find_first_not_of(" \"", at), text.size());
      const size_t end = std::min(text.find_first_of(" \"", begin), text.size());
      if (begin < end) anchors_.emplace(text.substr(begin, end - begin));
      at = end;
    }
  }
  for (const XmlNode& child : node.children) find_anchors(child);
}

void DocxReader::add_note(const XmlNode& call, Inlines& out) {
  const auto found = notes_.find(note_key(call.name, call.value("id")));
  const Span span = span_of_node(call);
  if (found == notes_.end()) {
    context_.warn("docx.missing-note", span, {std::string(call.value("id"))});
    return;
  }
  NoteText& note = found->second;
  const Span whole = {context_.file.id(), note.node->begin, note.node->end};
  if (note_depth_ >= kDeepestNote || !context_.may_set_note(whole)) {
    context_.warn("parse.note-in-itself", span);
    return;
  }
  note.called = true;
  ++note_depth_;
  const DocxPart* const outer_part = std::exchange(part_, note.part);
  const std::vector<Field> outer_fields = std::exchange(fields_, {});
  std::vector<std::string> outer_ids = std::exchange(ids_, {});
  Inlines outer_carried = std::exchange(carried_, {});
  Blocks blocks = blocks_of(*note.node);
  carried_ = std::move(outer_carried);
  ids_ = std::move(outer_ids);
  fields_ = outer_fields;
  part_ = outer_part;
  --note_depth_;
  if (!blocks.empty()) out.push_back({{{}, span, {}}, Note{NoteKind::author, std::move(blocks), std::nullopt, 0}});
}

void DocxReader::drop(const XmlNode& node, std::string_view rule) {
  const std::string words(context_.file.slice(span_of_node(node)));
  if (!words.empty()) context_.record(rule, span_of_node(node), words);
  drop_notes_in(node, rule);
}

void DocxReader::drop_notes_in(const XmlNode& node, std::string_view rule) {
  const bool call = node.is("footnoteReference") || node.is("endnoteReference");
  const auto found = call ? notes_.find(note_key(node.name, node.value("id"))) : notes_.end();
  if (found != notes_.end() && !std::exchange(found->second.called, true)) drop(*found->second.node, rule);
  for (const XmlNode& child : node.children) drop_notes_in(child, rule);
}

void DocxReader::add_uncalled_notes(Row& row) {
  for (auto& [key, note] : notes_) {
    if (note.called || note.node->end == note.node->begin) continue;
    context_.warn("docx.unused-note", span_of_node(*note.node));
    part_ = note.part;
    flow(*note.node, row);
  }
  part_ = &package_.document;
}

void DocxReader::record_margins() {
  const auto record = [&](const XmlNode& node, std::string_view rule) {
    const Span span = span_of_node(node);
    std::string words(context_.file.slice(span));
    while (words.ends_with('\n')) words.pop_back();
    if (!words.empty()) context_.record(rule, context_.file.span(span.begin, span.begin + words.size()), words);
  };
  if (package_.comments) {
    for (const XmlNode& node : package_.comments->xml.root.children) record(node, "parse.comment");
  }
  for (const DocxPart& part : package_.margins) record(part.xml.root, "parse.margin");
}

}  // namespace huozi::parse
