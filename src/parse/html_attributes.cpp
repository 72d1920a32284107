// The attributes that are kept: id, class, lang, alignment, and a list's own.
#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "document/alternative.h"
#include "parse/html_reader.h"
#include "parse/legible.h"

namespace huozi::parse {

using namespace document;

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

std::string trimmed_lower(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return base::lower(text);
}

// The value of `property` in a style attribute; the last declaration wins.
std::string declared(std::string_view style, std::string_view property) {
  std::string value;
  while (!style.empty()) {
    const size_t end = std::min(style.find(';'), style.size());
    const std::string_view declaration = style.substr(0, end);
    const size_t colon = declaration.find(':');
    if (colon != std::string_view::npos && trimmed_lower(declaration.substr(0, colon)) == property) {
      value = trimmed_lower(declaration.substr(colon + 1));
    }
    style.remove_prefix(std::min(end + 1, style.size()));
  }
  const size_t important = value.find('!');
  return trimmed_lower(std::string_view(value).substr(0, important));
}

std::string alignment_of(const HtmlNode& element) {
  std::string value;
  if (element.name == "center") value = "center";
  if (const std::string* align = element.attribute("align")) value = trimmed_lower(*align);
  if (const std::string* style = element.attribute("style")) {
    const std::string text_align = declared(*style, "text-align");
    if (!text_align.empty()) value = text_align;
  }
  constexpr std::array<std::string_view, 6> kKnown = {"left", "right", "center", "justify", "start", "end"};
  return std::find(kKnown.begin(), kKnown.end(), value) != kKnown.end() ? value : std::string();
}

}  // namespace

Attributes HtmlReader::attributes_of(const HtmlNode& element) {
  Attributes out;
  for (const auto& [name, value] : element.attributes) {
    if (name == "id") {
      out.id = value;
    } else if (name == "name" && element.name == "a" && out.id.empty()) {
      out.id = value;
    } else if (name == "class") {
      for (size_t at = 0; at < value.size();) {
        size_t end = at;
        while (end < value.size() && !is_blank(value[end])) ++end;
        if (end > at) out.classes.push_back(value.substr(at, end - at));
        at = end + 1;
      }
    } else if (name == "lang" || (name == "xml:lang" && out.lang.empty())) {
      out.lang = value;
    }
  }
  // ARIA's words for a picture that says nothing. An empty alt alone is no such word: scrapers write it everywhere.
  if (const std::string* role = element.name == "img" ? element.attribute("role") : nullptr) {
    const bool declared = trimmed_lower(*role) == "presentation" || trimmed_lower(*role) == "none";
    if (declared && !out.has_class(kDecoration)) out.classes.emplace_back(kDecoration);
  }
  if (out.has_class("index")) {
    for (const char* key : {"entry", "reading", "see"}) {
      const std::string* value = element.attribute(std::string("data-") + key);
      if (value) out.values.emplace_back(key, visible_text(*value));
    }
  }
  const bool aligns = is_block(element.element.role) || element.element.role == HtmlRole::table_part;
  if (std::string align = aligns ? alignment_of(element) : std::string(); !align.empty()) {
    out.values.emplace_back("text-align", std::move(align));
  }
  if (element.name == "ol" || element.name == "li") {
    for (const char* key : {"type", "value"}) {
      if (const std::string* value = element.attribute(key)) out.values.emplace_back(key, *value);
    }
  }
  return out;
}

Attributes HtmlReader::division_attributes(const HtmlNode& element) {
  Attributes out = attributes_of(element);
  if (element.name == "aside" && !out.has_class("aside")) out.classes.insert(out.classes.begin(), "aside");
  return out;
}

}  // namespace huozi::parse
