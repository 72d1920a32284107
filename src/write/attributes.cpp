#include "write/attributes.h"

#include <algorithm>

#include "write/escape.h"

namespace huozi::write {

using document::Attributes;

namespace {

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

// A character that is no mark of the text round it. An underscore between letters opens and closes nothing.
bool is_quiet(std::string_view text, size_t i, std::string_view marks) {
  const char c = text[i];
  const bool joined =
      c == '_' && i > 0 && i + 1 < text.size() && is_alphanumeric(text[i - 1]) && is_alphanumeric(text[i + 1]);
  return is_alphanumeric(c) || is_high(c) || joined || marks.find(c) != std::string_view::npos;
}

bool all_quiet(std::string_view text, std::string_view marks) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (!is_quiet(text, i, marks)) return false;
  }
  return true;
}

bool is_name(std::string_view text, Braces where) {
  if (text.empty()) return false;
  return all_quiet(text, where == Braces::line ? "-_:." : "-.:");
}

// The value in quotation marks, or nothing.
std::optional<std::string> quoted(const std::string& value, Braces where) {
  if (value.find_first_of("\n\r") != std::string::npos) return std::nullopt;
  if (where == Braces::text) {
    const bool address = value.find("http") != std::string::npos || value.find("www.") != std::string::npos;
    if (address || !all_quiet(value, " -.,/:;=+()%?!#@'")) return std::nullopt;
  }
  for (const char quote : {'"', '\''}) {
    if (value.find(quote) == std::string::npos) return quote + value + quote;
  }
  return std::nullopt;
}

bool is_index_key(std::string_view key) {
  return key == "entry" || key == "reading" || key == "see";
}

// The attribute for a value that the reader of HTML keeps, or empty.
std::string html_value_attribute(const Attributes& attributes, std::string_view element, const std::string& key,
                                 const std::string& value) {
  const bool inline_element = element == "span" || element == "a" || element == "em" || element == "strong" ||
                              element == "code" || element == "img" || element == "ruby" || element == "li" ||
                              element == "s" || element == "sub" || element == "sup" || element == "small" ||
                              element == "mark" || element == "u" || element == "q";
  if (is_index_key(key) && attributes.has_class("index")) return " data-" + key + "=" + html_value(value);
  if (key == "text-align" && !inline_element) return " style=" + html_value("text-align:" + value);
  if ((key == "type" || key == "value") && (element == "ol" || element == "li"))
    return " " + key + "=" + html_value(value);
  return {};
}

}  // namespace

bool is_empty(const Attributes& attributes) {
  return attributes.id.empty() && attributes.classes.empty() && attributes.lang.empty() && attributes.values.empty();
}

std::optional<std::string> braces(const Attributes& attributes, Braces where) {
  std::string out = "{";
  const auto add = [&](std::string_view prefix, std::string_view text) {
    if (out.size() > 1) out += ' ';
    out.append(prefix).append(text);
  };
  if (!attributes.id.empty()) {
    if (!is_name(attributes.id, where)) return std::nullopt;
    add("#", attributes.id);
  }
  for (const std::string& name : attributes.classes) {
    if (!is_name(name, where)) return std::nullopt;
    add(".", name);
  }
  const auto add_value = [&](const std::string& key, const std::string& value) {
    const auto text = quoted(value, where);
    if (!is_name(key, where) || !text) return false;
    add(key + "=", *text);
    return true;
  };
  if (!attributes.lang.empty() && !add_value("lang", attributes.lang)) return std::nullopt;
  for (const auto& [key, value] : attributes.values) {
    if (!add_value(key, value)) return std::nullopt;
  }
  return out + '}';
}

std::string html_attributes(const Attributes& attributes, std::string_view element) {
  std::string out;
  if (!attributes.id.empty()) out += " id=" + html_value(attributes.id);
  if (!attributes.classes.empty()) {
    std::string names;
    for (const std::string& name : attributes.classes) names += (names.empty() ? "" : " ") + name;
    out += " class=" + html_value(names);
  }
  if (!attributes.lang.empty()) out += " lang=" + html_value(attributes.lang);
  for (const auto& [key, value] : attributes.values) out += html_value_attribute(attributes, element, key, value);
  return out;
}

bool html_says(const Attributes& attributes, std::string_view element) {
  return std::all_of(attributes.values.begin(), attributes.values.end(), [&](const auto& each) {
    return !html_value_attribute(attributes, element, each.first, each.second).empty();
  });
}

}  // namespace huozi::write
