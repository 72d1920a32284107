#include "parse/docx_styles.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"

namespace huozi::parse {
namespace {

constexpr int kLongestChain = 32;  // styles based on styles; a ring ends there too

struct NamedKind {
  std::string_view name;
  ParagraphKind kind;
};

// Lower case, without blanks. Word stores its own styles' names in English whatever its language; other programs, and
// authors who copy a style, write what they see.
constexpr std::array kNames = {
    NamedKind{"title", ParagraphKind::title},
    NamedKind{"标题", ParagraphKind::title},
    NamedKind{"標題", ParagraphKind::title},
    NamedKind{"quote", ParagraphKind::quotation},
    NamedKind{"intensequote", ParagraphKind::quotation},
    NamedKind{"blocktext", ParagraphKind::quotation},
    NamedKind{"blockquote", ParagraphKind::quotation},
    NamedKind{"quotations", ParagraphKind::quotation},
    NamedKind{"引用", ParagraphKind::quotation},
    NamedKind{"引文", ParagraphKind::quotation},
    NamedKind{"明显引用", ParagraphKind::quotation},
    NamedKind{"鮮明引文", ParagraphKind::quotation},
    NamedKind{"caption", ParagraphKind::caption},
    NamedKind{"题注", ParagraphKind::caption},
    NamedKind{"標號", ParagraphKind::caption},
    NamedKind{"imagecaption", ParagraphKind::caption},
    NamedKind{"tablecaption", ParagraphKind::caption},
    NamedKind{"htmlpreformatted", ParagraphKind::code},
    NamedKind{"sourcecode", ParagraphKind::code},
    NamedKind{"tocheading", ParagraphKind::contents},
    NamedKind{"tableoffigures", ParagraphKind::contents},
};

// Followed by the level's digit.
constexpr std::array kNumberedNames = {
    NamedKind{"heading", ParagraphKind::heading},   NamedKind{"标题", ParagraphKind::heading},
    NamedKind{"標題", ParagraphKind::heading},      NamedKind{"toc", ParagraphKind::contents},
    NamedKind{"contents", ParagraphKind::contents}, NamedKind{"目录", ParagraphKind::contents},
    NamedKind{"目錄", ParagraphKind::contents},
};

std::string simple_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c != ' ') out += base::lower(c);
  }
  return out;
}

// Whether the name says it; then the kind stands in `to`.
bool set_kind_by_name(std::string_view name, ParagraphProperties& to) {
  const std::string simple = simple_name(name);
  for (const NamedKind& row : kNames) {
    if (simple == row.name) return to.kind = row.kind, true;
  }
  for (const NamedKind& row : kNumberedNames) {
    if (simple.size() != row.name.size() + 1 || !simple.starts_with(row.name)) continue;
    if (simple.back() < '1' || simple.back() > '9') continue;
    to.kind = row.kind;
    to.level = simple.back() - '0';
    return true;
  }
  return false;
}

void set_outline(const XmlNode& properties, ParagraphProperties& to) {
  const XmlNode* outline = properties.child("outlineLvl");
  if (!outline) return;
  const int64_t level = number_of(outline->value("val"), -1);
  if (level == 9 && to.kind == ParagraphKind::heading) to.kind = ParagraphKind::body;
  if (level < 0 || level > 8 || to.kind == ParagraphKind::title || to.kind == ParagraphKind::contents) return;
  to.kind = ParagraphKind::heading;
  to.level = static_cast<int>(level) + 1;
}

void set_own(const XmlNode& properties, ParagraphProperties& to) {
  if (const XmlNode* jc = properties.child("jc")) {
    const std::string_view value = jc->value("val");
    to.alignment = value == "center" ? "center" : value == "right" || value == "end" ? "right" : "";
  }
  if (const XmlNode* numbering = properties.child("numPr")) {
    if (const XmlNode* id = numbering->child("numId")) to.numbering.id = id->value("val");
    if (const XmlNode* level = numbering->child("ilvl")) {
      to.numbering.level = static_cast<int>(std::clamp<int64_t>(number_of(level->value("val"), 0), 0, 8));
    }
  }
  if (const XmlNode* before = properties.child("pageBreakBefore")) to.page_break_before = is_on(*before);
  if (const XmlNode* borders = properties.child("pBdr")) {
    to.ruled = borders->child("bottom") != nullptr || borders->child("top") != nullptr;
  }
  set_outline(properties, to);
}

}  // namespace

int64_t number_of(std::string_view text, int64_t otherwise) {
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return otherwise;
  return std::clamp<int64_t>(value, -1'000'000'000, 1'000'000'000);
}

bool is_on(const XmlNode& toggle) {
  const std::string_view value = toggle.value("val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

void RunProperties::override_by(const RunProperties& inner) {
  for (size_t i = 0; i < flags.size(); ++i) {
    if (inner.flags[i]) flags[i] = inner.flags[i];
  }
}

RunProperties run_properties_of(const XmlNode* properties) {
  RunProperties out;
  if (!properties) return out;
  for (const XmlNode& node : properties->children) {
    if (node.is("b")) out.set(RunFlag::bold, is_on(node));
    if (node.is("i")) out.set(RunFlag::italic, is_on(node));
    if (node.is("u")) out.set(RunFlag::underline, is_on(node));
    if (node.is("strike") || node.is("dstrike")) {
      out.set(RunFlag::strike, is_on(node) || (node.is("dstrike") && out.has(RunFlag::strike)));
    }
    if (node.is("em")) out.set(RunFlag::dots, is_on(node));
    if (node.is("vanish")) out.set(RunFlag::hidden, is_on(node));
    if (node.is("vertAlign")) {
      out.set(RunFlag::superscript, node.value("val") == "superscript");
      out.set(RunFlag::subscript, node.value("val") == "subscript");
    }
    // Two lines in the place of one: 割注.
    if (node.is("eastAsianLayout")) {
      const XmlNode& layout = node;
      const std::string_view combine = layout.value("combine");
      out.set(RunFlag::inline_note, combine == "1" || combine == "true" || combine == "on");
    }
  }
  return out;
}

DocxStyles::DocxStyles(const XmlNode& styles) {
  std::map<std::string, const XmlNode*, std::less<>> open;
  for (const XmlNode& node : styles.children) {
    if (!node.is("style")) continue;
    const std::string id(node.value("styleId"));
    open.emplace(id, &node);
    const std::string_view by_default = node.value("default");
    if (node.value("type") == "paragraph" && (by_default == "1" || by_default == "true")) default_paragraph_ = id;
  }
  while (!open.empty()) resolve(open, std::string(open.begin()->first), 0);
}

// Takes the style out of `open` before its parent is looked at, so that a ring of styles ends.
void DocxStyles::resolve(std::map<std::string, const XmlNode*, std::less<>>& open, const std::string& id, int depth) {
  const auto found = open.find(id);
  if (found == open.end()) return;
  const XmlNode& node = *found->second;
  open.erase(found);
  Style style;
  if (const XmlNode* based = node.child("basedOn")) {
    const std::string parent(based->value("val"));
    if (depth < kLongestChain) resolve(open, parent, depth + 1);
    if (const auto known = styles_.find(parent); known != styles_.end()) style = known->second;
  }
  const XmlNode* name = node.child("name");
  const std::string_view own_name = name ? name->value("val") : std::string_view();
  const bool named = set_kind_by_name(own_name, style.paragraph);
  style.paragraph.style = id;
  if (const XmlNode* properties = node.child("pPr")) set_own(*properties, style.paragraph);
  if (named) set_kind_by_name(own_name, style.paragraph);
  const RunProperties own = run_properties_of(node.child("rPr"));
  style.paragraph.run.override_by(own);
  const std::string simple = simple_name(own_name);
  style.link = style.link || simple == "hyperlink" || simple == "followedhyperlink" || simple == "超链接";
  styles_.emplace(id, std::move(style));
}

ParagraphProperties DocxStyles::paragraph(const XmlNode* properties) const {
  const XmlNode* named = properties ? properties->child("pStyle") : nullptr;
  auto found = named ? styles_.find(named->value("val")) : styles_.end();
  if (found == styles_.end()) found = styles_.find(default_paragraph_);
  ParagraphProperties out;
  if (found != styles_.end()) out = found->second.paragraph;
  // What the book's stylesheet says anew: a heading's weight, a quotation's slant.
  if (out.kind != ParagraphKind::body) {
    out.run = {};
    out.alignment.clear();
  }
  if (!properties) return out;
  set_own(*properties, out);
  if (const XmlNode* mark = properties->child("rPr")) out.mark_deleted = mark->child("del") != nullptr;
  return out;
}

RunProperties DocxStyles::run(const XmlNode* properties, const ParagraphProperties& paragraph) const {
  RunProperties out = paragraph.run;
  if (!properties) return out;
  if (const XmlNode* named = properties->child("rStyle")) {
    const auto found = styles_.find(named->value("val"));
    if (found != styles_.end() && !found->second.link) out.override_by(found->second.paragraph.run);
  }
  RunProperties own = run_properties_of(properties);
  out.override_by(own);
  const bool plain_weight = paragraph.kind == ParagraphKind::heading || paragraph.kind == ParagraphKind::title;
  if (plain_weight) out.set(RunFlag::bold, false);
  return out;
}

}  // namespace huozi::parse
