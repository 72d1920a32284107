#include "compare/stream.h"

#include "compare/sentences.h"

namespace huozi::compare {

Flow flow_of(const Paragraph& paragraph) {
  if (paragraph.element == kPicture) return Flow::pictures;
  return paragraph.note ? Flow::notes : Flow::body;
}

Stream stream_of(const Edition& edition, Flow flow, Numbers& numbers) {
  Stream out;
  out.edition = &edition;
  for (size_t i = 0; i < edition.paragraphs.size(); ++i) {
    const Paragraph& paragraph = edition.paragraphs[i];
    if (!paragraph.part.empty() || flow_of(paragraph) != flow) continue;
    const std::vector<Range> ranges = sentences(paragraph.text, paragraph.element);
    if (ranges.empty()) continue;
    const auto p = static_cast<uint32_t>(out.paragraphs.size());
    out.paragraphs.push_back(static_cast<uint32_t>(i));
    out.first.push_back(static_cast<uint32_t>(out.sentences.size()));
    for (const Range range : ranges) {
      out.sentences.push_back({p, range});
      out.sentence_items.push_back(numbers.of(out.text(p, range)));
    }
    const Range whole = {ranges.front().begin, ranges.back().end};
    out.paragraph_items.push_back(numbers.of(out.text(p, whole)));
  }
  out.first.push_back(static_cast<uint32_t>(out.sentences.size()));
  return out;
}

}  // namespace huozi::compare
