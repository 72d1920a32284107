#include "parse/xml_guard.h"

#include <algorithm>

namespace huozi::parse {
namespace {

constexpr size_t kMostMarkup = 4'000'000;
constexpr size_t kMostAttributes = 250;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

size_t end_after(std::string_view xml, size_t from, std::string_view mark) {
  const size_t found = xml.find(mark, from);
  return found == std::string_view::npos ? xml.size() : found + mark.size();
}

// Behind the '>' of a tag; one within quotation marks does not count.
size_t tag_end(std::string_view xml, size_t from) {
  char quote = 0;
  for (size_t i = from; i < xml.size(); ++i) {
    const char c = xml[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
  }
  return xml.size();
}

size_t attribute_count(std::string_view tag) {
  size_t count = 0;
  char quote = 0;
  for (const char c : tag) {
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '=') {
      ++count;
    }
  }
  return count;
}

// Behind a reference blanks are text; line ends stay as they are, for the count of lines.
void append_blanks(std::string& out, std::string_view blanks) {
  out += blanks.front() == '\t' ? "&#9;" : "&#32;";
  out += blanks.substr(blanks.front() == ' ' || blanks.front() == '\t' ? 1 : 0);
}

}  // namespace

XmlMarkup next_markup(std::string_view xml, size_t from) {
  XmlMarkup out;
  out.begin = std::min(xml.find('<', from), xml.size());
  out.end = xml.size();
  const std::string_view rest = xml.substr(out.begin);
  if (rest.empty()) return out;
  if (rest.starts_with("<!--")) {
    out.end = end_after(xml, out.begin + 4, "-->");
  } else if (rest.starts_with("<![CDATA[")) {
    out.end = end_after(xml, out.begin + 9, "]]>");
  } else if (rest.starts_with("<?")) {
    out.end = end_after(xml, out.begin + 2, "?>");
  } else if (rest.starts_with("<!")) {
    out.end = tag_end(xml, out.begin + 2);
  } else {
    out.end = tag_end(xml, out.begin + 1);
    const bool close = rest.starts_with("</");
    const size_t name = out.begin + (close ? 2 : 1);
    const size_t name_end = std::min(xml.find_first_of(" \t\r\n/>", name), out.end);
    out.name = xml.substr(name, name_end - name);
    const bool empty = out.end >= out.begin + 3 && xml[out.end - 1] == '>' && xml[out.end - 2] == '/';
    out.kind = close ? XmlMarkup::Kind::close : empty ? XmlMarkup::Kind::empty : XmlMarkup::Kind::open;
  }
  return out;
}

GuardedXml guarded_xml(std::string_view xml) {
  GuardedXml out;
  out.text.reserve(xml.size() + xml.size() / 16);
  size_t markup_count = 0;
  size_t at = 0;
  bool inside = false;  // behind the first tag
  const auto fail = [&](std::string_view fault) {
    out.fault = fault;
    out.fault_line = 1 + static_cast<uint32_t>(std::count(xml.begin(), xml.begin() + static_cast<long>(at), '\n'));
  };
  while (at < xml.size()) {
    const XmlMarkup markup = next_markup(xml, at);
    const std::string_view text = xml.substr(at, markup.begin - at);
    const bool between_tags = inside && !text.empty() && markup.begin < xml.size();
    if (between_tags && std::all_of(text.begin(), text.end(), is_blank)) {
      append_blanks(out.text, text);
    } else {
      out.text += text;
    }
    at = markup.begin;
    if (at == xml.size()) break;
    const std::string_view tag = xml.substr(markup.begin, markup.end - markup.begin);
    if (markup.kind != XmlMarkup::Kind::other) {
      inside = true;
      const size_t attributes = attribute_count(tag);
      markup_count += 1 + attributes;
      if (attributes > kMostAttributes) return fail("an element has more than 250 attributes"), out;
      if (markup_count > kMostMarkup) return fail("there are more than 4 million tags and attributes"), out;
    }
    out.text += tag;
    at = markup.end;
  }
  return out;
}

}  // namespace huozi::parse
