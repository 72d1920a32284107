#include "index/references_section.h"

#include "index/entry_writer.h"

namespace huozi::index {

using namespace document;

Section references_section(const std::vector<citation::Line>& entries, bool numbered, std::string_view language) {
  const bool traditional = is_traditional_chinese(language);
  Section section = empty_section(SectionRole::references, kReferencesIds, traditional ? "參考文獻" : "参考文献");
  EntryWriter writer{GeneratedIds(kReferencesIds + 1)};
  for (size_t i = 0; i < entries.size(); ++i) {
    section.blocks.push_back(
        writer.block(Paragraph{writer.line(entries[i], numbered ? i + 1 : 0)}, {"reference-entry"}));
  }
  return section;
}

}  // namespace huozi::index
