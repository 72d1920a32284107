// Short texts set outside paragraphs: running heads, folios, note numbers, page references.
#pragma once

#include <string_view>
#include <vector>

#include "layout/page.h"
#include "layout/text_style.h"
#include "text/shaper.h"

namespace huozi::layout {

struct PlainText {
  std::vector<GlyphRun> runs;  // origins from the text's left end, on the baseline
  Length width;
};

// One line, marks beside each other trimmed, cut with … when wider than `limit` (zero: no limit).
PlainText set_plain(std::string_view text, const TextStyle& style, text::Shaper& shaper, document::NodeId node,
                    Length limit = Length());

}  // namespace huozi::layout
