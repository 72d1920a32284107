// The package's metadata (EPUB 3.3 §5.5): what the book is, who made it, under what it is filed.
// Not here: accessibility metadata (accessibility).
#pragma once

#include <string>
#include <string_view>

#include "epub/plan.h"
#include "epub/xml_writer.h"

namespace huozi::epub {

constexpr std::string_view kIdentifierId = "identifier";

// Of the files when they are written.
struct PackageFacts {
  bool pages = false;       // there is a page-list
  bool conformant = false;  // every check of epub/conformance is passed
};

// The publication's unique identifier: the manifest's, or urn:isbn, or a UUID made from title, creators and date.
std::string unique_identifier(const document::BookMetadata& metadata);

// <metadata>.
void write_metadata(XmlWriter& xml, const Plan& plan, const PackageFacts& facts);

}  // namespace huozi::epub
