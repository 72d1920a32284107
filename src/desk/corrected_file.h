// An article's file with its corrections, ready to be looked at and then written. Not here: asking whether (command/).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "desk/corrections.h"
#include "source/source_file.h"

namespace huozi::desk {

// Why a file is left alone.
enum class Refusal {
  none,
  changed,    // its bytes are no longer those that were read
  outside,    // it leads out of the book's folder
  read_only,  // its owner must not write it
};

struct CorrectedFile {
  std::filesystem::path folder;  // the book's
  std::string path;              // below it, / between names
  std::string before, after;     // all bytes, a byte order mark too
  std::vector<proof::Fix> made;  // offsets in `before`
  std::vector<proof::Fix> left;  // offsets in the source file
  Refusal refused = Refusal::none;
};

// Reads the file anew. `source`: what it held when the corrections were found.
CorrectedFile corrected_file(const std::filesystem::path& folder, const std::string& path,
                             const source::SourceFile& source, std::vector<proof::Fix> fixes);

// Replaces the file at once, with its permissions, where it still holds `before`; what a link within the folder leads
// to is replaced, not the link. ERRORS: std::runtime_error when it cannot be written.
Refusal replace(const CorrectedFile& file);

}  // namespace huozi::desk
