// A forward writer of XML: elements, attributes, text. Everything is escaped; nothing is indented, since blanks would
// be text inside paragraphs and ruby. Not here: any vocabulary. tinyxml2 stays inside.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace huozi::epub {

class XmlWriter {
 public:
  XmlWriter();  // begins with the XML declaration
  ~XmlWriter();
  XmlWriter(const XmlWriter&) = delete;
  XmlWriter& operator=(const XmlWriter&) = delete;

  void html_doctype();
  XmlWriter& open(std::string_view element);
  // REQUIRES: follows open() or attribute().
  XmlWriter& attribute(std::string_view name, std::string_view value);
  XmlWriter& text(std::string_view text);
  // An element without content gets an end tag of its own: readers that parse XHTML as HTML misread <span/>.
  XmlWriter& close();
  // For void elements: <br/>. REQUIRES: follows open() or attribute().
  XmlWriter& close_void();
  // <name>text</name>
  XmlWriter& leaf(std::string_view element, std::string_view text);

  // The document, ending with a line feed. REQUIRES: every element is closed.
  std::string take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// `text` without what XML 1.0 §2.2 forbids (control characters, U+FFFE, U+FFFF); ill-formed bytes become U+FFFD.
std::string xml_characters(std::string_view text);

}  // namespace huozi::epub
