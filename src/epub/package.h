// The package document (EPUB 3.3 §5): manifest, spine, and the small files that lead to it.
// Not here: its metadata (metadata), navigation, the files themselves.
#pragma once

#include <string>

#include "epub/metadata.h"
#include "epub/plan.h"

namespace huozi::epub {

constexpr std::string_view kPackagePath = "package.opf";

// package.opf.
std::string write_package(const Plan& plan, const PackageFacts& facts);

// META-INF/container.xml.
std::string write_container();

// META-INF/com.apple.ibooks.display-options.xml: embedded fonts are to be used, for readers that know no ibooks: terms.
std::string write_display_options();

}  // namespace huozi::epub
