// The package document (EPUB 3.3 §5): metadata, manifest, spine.
// Not here: navigation, the files themselves.
#pragma once

#include <string>

#include "epub/plan.h"

namespace huozi::epub {

constexpr std::string_view kPackagePath = "package.opf";

// The publication's unique identifier: the manifest's, or urn:isbn, or a UUID made from title, creators and date.
std::string unique_identifier(const document::BookMetadata& metadata);

// package.opf. `pages`: whether the book has a page-list.
std::string write_package(const Plan& plan, bool pages);

// META-INF/container.xml.
std::string write_container();

}  // namespace huozi::epub
