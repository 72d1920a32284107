#include "epub/xml_writer.h"

#include <tinyxml2.h>

#include <deque>

#include "base/utf8.h"

namespace huozi::epub {

struct XmlWriter::State {
  tinyxml2::XMLPrinter printer{nullptr, true};  // compact: no line feeds of its own
  std::deque<std::string> open;                 // the printer keeps pointers to the names of open elements
};

std::string xml_characters(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  size_t begin = 0;  // of what is not yet copied
  for (const auto [code_point, offset, length] : base::CodePoints(text)) {
    const bool control =
        (code_point < 0x20 && code_point != '\t' && code_point != '\n') || (code_point >= 0x7F && code_point < 0xA0);
    const bool ill_formed = code_point == base::kReplacement && length == 1;
    if (!control && !ill_formed && code_point != 0xFFFE && code_point != 0xFFFF) continue;
    clean.append(text, begin, offset - begin);
    if (ill_formed) base::append_utf8(clean, base::kReplacement);
    begin = offset + length;
  }
  clean.append(text, begin);
  return clean;
}

XmlWriter::XmlWriter() : state_(std::make_unique<State>()) {
  state_->printer.PushDeclaration("xml version=\"1.0\" encoding=\"UTF-8\"");
}

XmlWriter::~XmlWriter() = default;

void XmlWriter::html_doctype() {
  state_->printer.PushUnknown("DOCTYPE html");
}

XmlWriter& XmlWriter::open(std::string_view element) {
  state_->open.emplace_back(element);
  state_->printer.OpenElement(state_->open.back().c_str(), true);
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  std::string clean = xml_characters(value);
  // XML 1.0 §3.3.3 reads them as spaces; say so ourselves.
  for (char& c : clean) {
    if (c == '\t' || c == '\n') c = ' ';
  }
  state_->printer.PushAttribute(std::string(name).c_str(), clean.c_str());
  return *this;
}

XmlWriter& XmlWriter::text(std::string_view text) {
  state_->printer.PushText(xml_characters(text).c_str());
  return *this;
}

XmlWriter& XmlWriter::close() {
  state_->printer.PushText("");
  return close_void();
}

XmlWriter& XmlWriter::close_void() {
  state_->printer.CloseElement(true);
  state_->open.pop_back();
  return *this;
}

XmlWriter& XmlWriter::leaf(std::string_view element, std::string_view content) {
  return open(element).text(content).close();
}

std::string XmlWriter::take() {
  std::string document = state_->printer.CStr();
  document += '\n';
  return document;
}

}  // namespace huozi::epub
