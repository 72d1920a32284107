// The pictures of a Word file: taken out of the archive once each and given names.
// Not here: where they stand (docx_drawing). Inside parse/ only.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "parse/docx.h"
#include "parse/docx_package.h"

namespace huozi::parse {

class DocxImages {
 public:
  // `path`: of the .docx, whose name the pictures' begin with.
  DocxImages(DocxPackage& package, std::string_view path);

  enum class Outcome { found, missing, too_many };
  // The picture in the part `name`; `path` is what an Image names it by, also when it is missing.
  Outcome find(const std::string& name, std::string& path);

  std::vector<ExtractedImage> take() { return std::move(images_); }

 private:
  DocxPackage& package_;
  std::string stem_;
  std::map<std::string, std::string, std::less<>> paths_;  // by part
  std::vector<ExtractedImage> images_;
};

}  // namespace huozi::parse
