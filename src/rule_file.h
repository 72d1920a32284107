// A file of rules, shipped or the book's own, added to the sources. Not here: its form.
#pragma once

#include <filesystem>
#include <string>

#include "source/diagnostic.h"

namespace huozi {

struct BookFolder;

// styles/NAME of the shipped data. Null: it cannot be read, as reported (file.unreadable, at `wanted`).
const source::SourceFile* shipped_rule_file(const std::string& name, source::Span wanted, source::SourceSet& sources,
                                            source::Diagnostics& diagnostics);

// PATH below the book's folder; null as above.
const source::SourceFile* own_rule_file(const std::string& path, const BookFolder& folder, source::Span wanted,
                                        source::SourceSet& sources, source::Diagnostics& diagnostics);

}  // namespace huozi
