// What stands in paragraphs: runs, links, ruby, bookmarks, tracked changes.
#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "parse/docx_reader.h"
#include "parse/docx_text.h"
#include "parse/inlines.h"
#include "parse/ruby_builder.h"

namespace huozi::parse {

using namespace document;

namespace {

// From the outermost to the innermost, so that runs side by side share what they can.
constexpr std::array<std::pair<RunFlag, StyledKind>, 8> kStyles = {{
    {RunFlag::strike, StyledKind::strikethrough},
    {RunFlag::underline, StyledKind::underline},
    {RunFlag::bold, StyledKind::strong},
    {RunFlag::italic, StyledKind::emphasis},
    {RunFlag::dots, StyledKind::span},
    {RunFlag::inline_note, StyledKind::span},
    {RunFlag::superscript, StyledKind::superscript},
    {RunFlag::subscript, StyledKind::subscript},
}};

Inline styled(Inline node, const RunProperties& properties) {
  for (auto row = kStyles.rbegin(); row != kStyles.rend(); ++row) {
    if (!properties.has(row->first)) continue;
    const Span span = node.info.span;
    Inlines children;
    children.push_back(std::move(node));
    node = make_styled(row->second, span, std::move(children));
    if (row->first == RunFlag::dots) node.info.attributes.classes.emplace_back("emphasis-dots");
    if (row->first == RunFlag::inline_note) node.info.attributes.classes.emplace_back("warichu");
  }
  return node;
}

bool is_safe(std::string_view target) {
  const std::string head = base::lower(target.substr(0, 11));
  return !head.starts_with("javascript:") && !head.starts_with("vbscript:") && !head.starts_with("data:") &&
         !head.starts_with("file:");
}

}  // namespace

void DocxReader::inlines(const XmlNode& parent, Inlines& out) {
  for (const XmlNode& node : chosen(parent).children) {
    if (!node.name.empty() && !is_properties(node)) inline_one(node, out);
  }
}

void DocxReader::inline_one(const XmlNode& node, Inlines& out) {
  if (node.is("r")) {
    add_run(node, out);
  } else if (node.is("hyperlink")) {
    add_link(node, out);
  } else if (node.is("del") || node.is("moveFrom")) {
    drop(node, "parse.deleted");
  } else if (node.is("bookmarkStart")) {
    add_bookmark(node, out);
  } else if (node.is("ruby")) {
    add_ruby(node, out);
  } else if (node.is("fldSimple")) {
    const size_t from = out.size();
    inlines(node, out);
    fields_.push_back({std::string(node.value("instr")), span_of_node(node), true, &out, from});
    end_field(out);
  } else if (node.is("oMath") || node.is("oMathPara")) {
    if (node.is("oMath")) context_.warn("docx.formula", span_of_node(node));
    inlines(node, out);
  } else if (node.is("sdt") && node.child("sdtPr") && node.child("sdtPr")->child("showingPlcHdr")) {
    drop(node, "parse.placeholder");
  } else if (has_words(node) || node.is("drawing") || node.is("pict") || node.is("object")) {
    run_content(node, look_of(nullptr), out);
  } else {
    inlines(node, out);
  }
}

void DocxReader::wrap_in_link(const std::string& target, Inlines& out, size_t from) {
  if (from >= out.size() || target.empty() || !is_safe(target)) return;
  Inlines children(std::make_move_iterator(out.begin() + static_cast<std::ptrdiff_t>(from)),
                   std::make_move_iterator(out.end()));
  out.resize(from);
  for (Inline& child : children) {
    if (child.info.attributes.has_class("page-break")) child.info.attributes.classes.clear();
  }
  const Span span = span_of(children);
  out.push_back({{{}, span, {}}, Link{target, std::move(children)}});
}

void DocxReader::add_link(const XmlNode& node, Inlines& out) {
  Inlines children;
  const bool outer_link = std::exchange(in_link_, true);
  inlines(node, children);
  in_link_ = outer_link;
  std::string target;
  for (const auto& [key, value] : node.attributes) {
    if (key != "id") continue;
    const DocxRelation* relation = part_->relation(value);
    if (relation && relation->external) target = relation->target;
  }
  const std::string_view anchor = node.value("anchor");
  if (!anchor.empty() && target.find('#') == std::string::npos) target += '#' + std::string(anchor);
  wrap_in_link(target, children, 0);
  std::move(children.begin(), children.end(), std::back_inserter(out));
}

void DocxReader::add_ruby(const XmlNode& node, Inlines& out) {
  const XmlNode* base = node.child("rubyBase");
  const XmlNode* text = node.child("rt");
  Inlines base_inlines;
  if (base) inlines(*base, base_inlines);
  Inlines annotation;
  if (text) inlines(*text, annotation);
  std::string words;
  for (const Inline& part : annotation) {
    // Styling of the annotation is the stylesheet's.
    const Inline* at = &part;
    while (const auto* wrapper = std::get_if<Styled>(&at->content)) at = &wrapper->children.front();
    if (const auto* plain = std::get_if<Text>(&at->content)) words += plain->text;
  }
  Ruby ruby = ruby_of(std::move(base_inlines), words, context_);
  if (!ruby.pairs.empty()) out.push_back({{{}, span_of_node(node), {}}, std::move(ruby)});
}

void DocxReader::add_bookmark(const XmlNode& node, Inlines& out) {
  const std::string name(node.value("name"));
  // Those that begin with _ Word makes for itself, thousands of them.
  if (name.empty() || (name.front() == '_' && !anchors_.contains(name))) return;
  if (out.empty()) {
    ids_.push_back(name);
    return;
  }
  Inline place{{{}, {context_.file.id(), node.begin, node.begin}, {}}, Styled{StyledKind::span, {}}};
  place.info.attributes.id = name;
  out.push_back(std::move(place));
}

// The line under a link is how links look, not what the author stressed.
RunProperties DocxReader::look_of(const XmlNode* properties) const {
  RunProperties look = styles_.run(properties, paragraph_);
  if (in_link_) look.set(RunFlag::underline, false);
  return look;
}

void DocxReader::add_run(const XmlNode& node, Inlines& out) {
  const RunProperties properties = look_of(node.child("rPr"));
  const bool own_mark = std::any_of(node.children.begin(), node.children.end(), [](const XmlNode& child) {
    return child.name.ends_with("noteReference") && !child.value("customMarkFollows").empty() &&
           child.value("customMarkFollows") != "0";
  });
  for (const XmlNode& child : node.children) {
    if (child.name.empty() || is_properties(child)) continue;
    if (own_mark && has_words(child)) {
      drop(child, "parse.note-mark");
    } else {
      run_content(child, properties, out);
    }
  }
}

void DocxReader::run_content(const XmlNode& node, const RunProperties& properties, Inlines& out) {
  if (node.is("fldChar") || node.is("instrText")) {
    field_mark(node, out);
  } else if (has_words(node)) {
    add_words(node, properties, out);
  } else if (node.is("footnoteReference") || node.is("endnoteReference")) {
    add_note(node, out);
  } else if (node.is("ruby")) {
    add_ruby(node, out);
  } else if (node.is("drawing") || node.is("pict") || node.is("object")) {
    add_drawing(node, {}, out);
  } else if (node.is("r") || node.is("hyperlink") || node.is("del") || node.is("fldSimple")) {
    inline_one(node, out);
  } else {
    for (const XmlNode& child : chosen(node).children) {
      if (!child.name.empty() && !is_properties(child)) run_content(child, properties, out);
    }
  }
}

void DocxReader::add_words(const XmlNode& node, const RunProperties& properties, Inlines& out) {
  const Span span = span_of_node(node);
  const bool instruction =
      std::any_of(fields_.begin(), fields_.end(), [](const Field& field) { return !field.in_result; });
  if (instruction) return drop(node, "parse.field");
  if (properties.has(RunFlag::hidden)) return drop(node, "parse.hidden");
  if (node.is("br") || node.is("cr")) {
    Inline line{{{}, span, {}}, LineBreak{}};
    const std::string_view type = node.value("type");
    if (type == "page") line.info.attributes.classes.emplace_back("page-break");
    out.push_back(std::move(line));
    return;
  }
  std::string text = words_of(node);
  if (text.empty()) return;
  out.push_back(styled(make_text(span, std::move(text)), properties));
}

}  // namespace huozi::parse
