// NAME.report.json: what was wrong, what was removed or changed, what was added, and the book's figures.
#pragma once

#include <string>

#include "document/audit.h"
#include "source/diagnostic.h"

namespace huozi {

struct Figures {
  size_t pages = 0;
  size_t characters = 0;  // Han characters of the text and the notes
  size_t notes = 0;
  size_t sections = 0;
  size_t images = 0;
};

// UTF-8 JSON with a final line feed; keys in a fixed order.
std::string report_json(const source::Diagnostics& diagnostics, const document::Audit& audit, const Figures& figures,
                        const source::SourceSet& sources);

}  // namespace huozi
