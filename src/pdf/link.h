// Link annotations (ISO 32000-1, 12.5.6.5).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layout/page.h"
#include "pdf/destination.h"
#include "pdf/object_file.h"
#include "pdf/tag_tree.h"
#include "pdf/tag_writer.h"
#include "source/diagnostic.h"

namespace huozi::pdf {

// A URI as a PDF may hold it: ASCII, everything else percent-encoded as UTF-8 (RFC 3987, 3.1); controls are dropped.
std::string ascii_uri(std::string_view uri);

// Of a tagged file: where its annotations go in the structure.
struct LinkTags {
  TagTree& tree;
  std::vector<TaggedAnnotation> annotations;
  int64_t first_key = 0;  // of /StructParent
};

// The /Annots array of a page; empty when it has no links. Links to a node that stands on no page are reported
// (pdf.link-target) and left out. `language` is that of the words an annotation says of itself (ISO 14289-1, 7.18.1).
// `tags` may be null.
Array add_links(ObjectFile& file, const layout::Page& page, Ref page_ref, layout::Length margin,
                const Destinations& destinations, std::string_view language, LinkTags* tags,
                source::Diagnostics& diagnostics);

}  // namespace huozi::pdf
