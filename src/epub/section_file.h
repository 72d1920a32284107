// One section, or a part of a long one, as one XHTML content document: frame, semantics of its role, title, content,
// notes.
// Not here: the elements inside (content_writer), the navigation document (navigation).
#pragma once

#include <string>
#include <vector>

#include "epub/content_writer.h"
#include "epub/plan.h"

namespace huozi::epub {

struct SectionFile {
  std::string xhtml;
  std::vector<PageAnchor> pages;
  std::vector<document::GeneratedText> generated;
};

// REQUIRES: the file is not the navigation document.
SectionFile write_section(const Plan& plan, const ContentFile& file, Conformance& conformance);

// <html>, <head> and the start of <body>; `folder_up` leads to the package's folder ("" or "../"). The caller closes
// body and html.
void begin_xhtml(XmlWriter& xml, std::string_view language, std::string_view title, std::string_view folder_up,
                 std::string_view body_type);

}  // namespace huozi::epub
