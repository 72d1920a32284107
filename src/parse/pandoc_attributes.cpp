#include "parse/pandoc_attributes.h"

namespace huozi::parse {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == ':' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view take_name(std::string_view& text) {
  size_t length = 0;
  while (length < text.size() && is_name_character(text[length])) ++length;
  const std::string_view name = text.substr(0, length);
  text.remove_prefix(length);
  return name;
}

// A quoted or bare value; null data when a quote stays open.
std::string_view take_value(std::string_view& text) {
  if (!text.empty() && (text.front() == '"' || text.front() == '\'')) {
    const size_t close = text.find(text.front(), 1);
    if (close == std::string_view::npos) return {};
    const std::string_view value = text.substr(1, close - 1);
    text.remove_prefix(close + 1);
    return value;
  }
  size_t length = 0;
  while (length < text.size() && !is_blank(text[length])) ++length;
  const std::string_view value = text.substr(0, length);
  text.remove_prefix(length);
  return value;
}

}  // namespace

std::optional<document::Attributes> parse_attributes(std::string_view text) {
  document::Attributes out;
  bool any = false;
  while (true) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    if (text.empty()) break;
    const char kind = text.front();
    const bool unnumbered = kind == '-' && (text.size() == 1 || is_blank(text[1]));
    if (unnumbered) {
      text.remove_prefix(1);
      out.classes.emplace_back("unnumbered");
    } else if (kind == '#' || kind == '.') {
      text.remove_prefix(1);
      const std::string_view name = take_name(text);
      if (name.empty()) return std::nullopt;
      if (kind == '#') {
        out.id = name;
      } else {
        out.classes.emplace_back(name);
      }
    } else {
      const std::string_view key = take_name(text);
      if (key.empty() || text.empty() || text.front() != '=') return std::nullopt;
      text.remove_prefix(1);
      const std::string_view value = take_value(text);
      if (!value.data()) return std::nullopt;
      if (key == "lang") {
        out.lang = value;
      } else {
        out.values.emplace_back(key, value);
      }
    }
    any = true;
    if (!text.empty() && !is_blank(text.front())) return std::nullopt;
  }
  if (!any) return std::nullopt;
  return out;
}

}  // namespace huozi::parse
