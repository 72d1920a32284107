#include "parse/docx_text.h"

#include <algorithm>
#include <array>

#include "parse/docx_symbol.h"
#include "parse/legible.h"

namespace huozi::parse {
namespace {

constexpr std::array<std::string_view, 11> kWithWords = {
    "t", "delText", "tab", "ptab", "br", "cr", "sym", "textpath", "noBreakHyphen", "softHyphen", "instrText"};

// The one field whose instruction is text that is seen: EQ \o\ac(○,3).
bool is_equation(std::string_view instruction) {
  const size_t begin = instruction.find_first_not_of(' ');
  if (begin == std::string_view::npos) return false;
  instruction.remove_prefix(begin);
  return instruction.starts_with("EQ ") || instruction.starts_with("eq ") || instruction.starts_with("EQ\\");
}

std::string legible(std::string text) {
  return text.find(kIllegible) == std::string::npos ? text : visible_text(text);
}

void lay_out(XmlNode& node, std::string& out) {
  node.begin = static_cast<uint32_t>(out.size());
  out += words_of(node);
  const XmlNode* only = &chosen(node);
  for (XmlNode& child : node.children) {
    const bool shown = only == &node || only == &child;
    if (shown && !child.name.empty() && !is_properties(child)) lay_out(child, out);
  }
  node.end = static_cast<uint32_t>(out.size());
  if (node.is("p")) out += '\n';
}

}  // namespace

bool has_words(const XmlNode& element) {
  return std::find(kWithWords.begin(), kWithWords.end(), element.name) != kWithWords.end();
}

std::string words_of(const XmlNode& element) {
  if (!has_words(element)) return {};
  if (element.is("t") || element.is("delText")) return legible(element.all_text());
  if (element.is("tab") || element.is("ptab")) return "\t";
  if (element.is("br") || element.is("cr")) return "\n";
  if (element.is("noBreakHyphen")) return "\xE2\x80\x91";
  if (element.is("softHyphen")) return "\xC2\xAD";
  if (element.is("sym")) return symbol_text(element.value("font"), element.value("char"));
  if (element.is("textpath")) return legible(std::string(element.value("string")));
  if (element.is("instrText")) {
    std::string text = element.all_text();
    return is_equation(text) ? legible(std::move(text)) : std::string();
  }
  return {};
}

bool is_properties(const XmlNode& element) {
  return element.name.size() > 2 && element.name.ends_with("Pr") && !element.is("docPr") && !element.is("cNvPr");
}

const XmlNode& chosen(const XmlNode& node) {
  if (!node.is("AlternateContent")) return node;
  const XmlNode* fallback = nullptr;
  for (const XmlNode& child : node.children) {
    if (child.is("Choice") && !child.children.empty()) return child;
    if (child.is("Fallback")) fallback = &child;
  }
  return fallback ? *fallback : node;
}

std::string lay_out_text(DocxPackage& package) {
  std::string out;
  for (DocxPart* part : package.text_parts()) lay_out(part->xml.root, out);
  return out;
}

}  // namespace huozi::parse
