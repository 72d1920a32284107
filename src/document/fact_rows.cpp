#include "document/fact_rows.h"

#include <vector>

namespace huozi::document {
namespace {

// The beginnings of the characters of a UTF-8 text.
std::vector<size_t> characters_of(std::string_view text) {
  std::vector<size_t> begins;
  for (size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) begins.push_back(i);
  }
  return begins;
}

// Two and three characters spread to four ems: two ideographic spaces between two, an en space in each gap of three.
std::string spread(std::string_view label) {
  const std::vector<size_t> begins = characters_of(label);
  if (begins.size() != 2 && begins.size() != 3) return std::string(label);
  std::string out;
  for (size_t i = 0; i < begins.size(); ++i) {
    if (i > 0) out += begins.size() == 2 ? "　　" : "\u2002";
    const size_t end = i + 1 < begins.size() ? begins[i + 1] : label.size();
    out += label.substr(begins[i], end - begins[i]);
  }
  return out;
}

}  // namespace

size_t character_count(std::string_view text) {
  return characters_of(text).size();
}

NodeInfo FactRows::info(std::string class_name) {
  NodeInfo made;
  made.id = ids_.next();
  if (!class_name.empty()) made.attributes.classes.push_back(std::move(class_name));
  return made;
}

Inline FactRows::text(std::string words) {
  return {info(""), Text{std::move(words)}};
}

void FactRows::paragraph(std::string class_name, Inlines children) {
  NodeInfo made = info(std::move(class_name));
  blocks_.push_back({std::move(made), Paragraph{std::move(children)}});
}

void FactRows::line(std::string class_name, std::string words) {
  paragraph(std::move(class_name), {text(std::move(words))});
}

void FactRows::labelled(std::string_view label, std::string_view value) {
  if (value.empty()) return;
  NodeInfo made = info("label");
  Inline name{std::move(made), Styled{StyledKind::span, {text(spread(label))}}};
  paragraph("imprint-entry", {std::move(name), text("　" + std::string(value))});
}

}  // namespace huozi::document
