// The parts of a Word file and how they name one another (ECMA-376 part 2, Open Packaging Conventions).
// Not here: what stands in the parts. Inside parse/ only.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parse/xml_tree.h"
#include "parse/zip_archive.h"

namespace huozi::parse {

struct DocxRelation {
  std::string type;       // the last step of its address: image, hyperlink, footnotes ...
  std::string target;     // a part's name, without / before it; of an external relation the address as written
  bool external = false;  // names something outside the file
};

struct DocxPart {
  std::string name;
  XmlTree xml;
  std::map<std::string, DocxRelation, std::less<>> relations;

  const DocxRelation* relation(std::string_view id) const;
};

// A message that is reported when the source file stands: the rule and its arguments.
using DocxFault = std::pair<std::string, std::vector<std::string>>;

class DocxPackage {
 public:
  // Opens the archive and reads all parts of XML. Nothing when there is no main part to read; `faults` says why, and
  // what else could not be read. `bytes` must outlive the package.
  static std::optional<DocxPackage> open(std::string_view bytes, std::vector<DocxFault>& faults);

  DocxPart document;
  std::optional<DocxPart> styles, numbering, footnotes, endnotes, comments, properties;
  std::vector<DocxPart> margins;  // headers and footers

  // Every part with words, in the order of the source text.
  std::vector<DocxPart*> text_parts();

  ZipArchive::Outcome read_bytes(const std::string& name, uint64_t limit, std::string& bytes) {
    return archive_.read(name, limit, bytes);
  }

 private:
  explicit DocxPackage(ZipArchive archive) : archive_(std::move(archive)) {}
  std::optional<DocxPart> read_part(const std::string& name, std::vector<DocxFault>& faults);
  std::map<std::string, DocxRelation, std::less<>> read_relations(const std::string& part,
                                                                  std::vector<DocxFault>& faults);
  ZipArchive archive_;
};

}  // namespace huozi::parse
