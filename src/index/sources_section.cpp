#include "index/sources_section.h"

#include <utility>

#include "index/entry_writer.h"
#include "index/page_ranges.h"

namespace huozi::index {

using namespace document;

namespace {

class Filler {
 public:
  Filler(bool traditional, const Folios* folios) : traditional_(traditional), folios_(folios) {}

  // `number`: 0: none.
  Block entry(const citation::CitedSource& source, size_t number) {
    Inlines children = writer_.line(source.words, number);
    children.push_back(writer_.span(count(source.notes), "count"));
    return writer_.block(Paragraph{std::move(children)}, {"source-entry"});
  }

 private:
  // （引用3次，第3, 5–7页）, in the e-book （引用3次：1、2、3）.
  Inlines count(const std::vector<NodeId>& notes) {
    const std::string times = "（引用" + std::to_string(notes.size()) + "次";
    Inlines out;
    if (folios_) {
      out.push_back(writer_.text(times + "，第"));
      const std::vector<PageRange> ranges = page_ranges(notes, *folios_);
      for (size_t i = 0; i < ranges.size(); ++i) {
        if (i > 0) out.push_back(writer_.text(", "));
        out.push_back(writer_.link(ranges[i].first, ranges[i].label));
      }
      out.push_back(writer_.text(traditional_ ? "頁）" : "页）"));
    } else {
      out.push_back(writer_.text(times + "："));
      for (size_t i = 0; i < notes.size(); ++i) {
        if (i > 0) out.push_back(writer_.text("、"));
        out.push_back(writer_.link(notes[i], std::to_string(i + 1)));
      }
      out.push_back(writer_.text("）"));
    }
    return out;
  }

  EntryWriter writer_{GeneratedIds(kSourcesIds + 1)};
  bool traditional_;
  const Folios* folios_;
};

}  // namespace

Section empty_sources_section(std::string_view language) {
  const bool traditional = is_traditional_chinese(language);
  return empty_section(SectionRole::sources, kSourcesIds, traditional ? "引文出處" : "引文出处");
}

void fill_sources(Section& section, const std::vector<citation::CitedSource>& sources, bool numbered,
                  std::string_view language, const Folios* folios) {
  Filler filler(is_traditional_chinese(language), folios);
  section.blocks.clear();
  for (size_t i = 0; i < sources.size(); ++i) {
    section.blocks.push_back(filler.entry(sources[i], numbered ? i + 1 : 0));
  }
}

}  // namespace huozi::index
