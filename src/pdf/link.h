// Link annotations (ISO 32000-1, 12.5.6.5).
#pragma once

#include <string>

#include "layout/page.h"
#include "pdf/destination.h"
#include "pdf/object_file.h"
#include "source/diagnostic.h"

namespace huozi::pdf {

// A URI as a PDF may hold it: ASCII, everything else percent-encoded as UTF-8 (RFC 3987, 3.1); controls are dropped.
std::string ascii_uri(std::string_view uri);

// The /Annots array of a page; empty when it has no links. Links to a node that stands on no page are reported
// (pdf.link-target) and left out.
Array add_links(ObjectFile& file, const layout::Page& page, Ref page_ref, layout::Length margin,
                const Destinations& destinations, source::Diagnostics& diagnostics);

}  // namespace huozi::pdf
