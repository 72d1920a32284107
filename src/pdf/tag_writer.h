// The objects of a tagged PDF's structure: elements, the parent tree, the tree of ids (ISO 32000-1, 14.7).
// Not here: which element something belongs to (tag_tree), the marks in content streams (marked_content).
#pragma once

#include <cstdint>
#include <vector>

#include "pdf/object_file.h"
#include "pdf/tag_tree.h"

namespace huozi::pdf {

// An annotation and the tag it belongs to. Its /StructParent is `key`.
struct TaggedAnnotation {
  Ref annotation;
  Ref page;
  uint32_t tag = kNoTag;
  int64_t key = 0;
};

// The StructTreeRoot. `contents`: of each page the slots its marked content identifiers stand for, in their order; a
// page's /StructParents is its place in `page_refs`. Tags without content are left out, but for rows and cells of tables.
Ref add_tags(ObjectFile& file, const TagTree& tree, const std::vector<std::vector<uint32_t>>& contents,
             const std::vector<Ref>& page_refs, const std::vector<TaggedAnnotation>& annotations);

}  // namespace huozi::pdf
