// Word files (.docx) to the document model, with the pictures they hold.
// Not here: .doc and encrypted files (refused with a message), what an editor does to an article (edit/), writing the
// pictures into a folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/audit.h"
#include "document/book.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace huozi::parse {

struct ExtractedImage {
  std::string path;  // images/STEM-1.png, as Image::source says; STEM from the file's name, the ending from the bytes
  std::string bytes;
};

struct DocxArticle {
  document::Document document;
  std::vector<ExtractedImage> images;  // in the order of their first use, each once
};

// A .docx is compressed XML, so there is no byte of it that a reader could look at. Its words, a line for each
// paragraph, then those of notes, comments, headers and footers, become a source file of the name `path`: spans are
// exact in it, messages count its paragraphs as lines, and every word of the file stands in it.
// Nothing when it is no Word file, damaged, or protected: reported. Whatever else is wrong is reported and the rest
// read. What Word shows but is no text of the article is in the audit: deleted and hidden words, comments, headers,
// the table of contents. Bounds: zip_archive.h, xml_tree.h; 2000 pictures of at most 64 MiB.
std::optional<DocxArticle> read_docx(std::string_view bytes, const std::string& path, source::SourceSet& sources,
                                     source::Diagnostics& diagnostics, document::Audit& audit);

}  // namespace huozi::parse
