// The rows of the contents: one list for the contents page, the PDF outline and the EPUB navigation.
#include "document/book.h"
#include "document/plain_text.h"
#include "document/walk.h"

namespace huozi::document {
namespace {

bool is_listed(SectionRole role) {
  return role != SectionRole::half_title && role != SectionRole::title_page && role != SectionRole::contents;
}

// Headings of the section's own text. Those in quotations, tables or notes belong to what is quoted there (HTML's
// sectioning roots), so only divisions are entered.
void add_headings(const Blocks& blocks, size_t section, int depth, std::vector<ContentsEntry>& out) {
  std::vector<const Block*> pending;
  const auto push = [&](const Blocks& children) {
    for (auto block = children.rbegin(); block != children.rend(); ++block) pending.push_back(&*block);
  };
  push(blocks);
  while (!pending.empty()) {
    const Block& block = *pending.back();
    pending.pop_back();
    if (const auto* division = std::get_if<Division>(&block.content)) push(division->children);
    const auto* heading = std::get_if<Heading>(&block.content);
    if (heading == nullptr || heading->level > depth) continue;
    std::string title = numbered_title(heading->number, heading->children);
    if (!title.empty()) out.push_back({block.info.id, section, heading->level, std::move(title)});
  }
}

}  // namespace

std::vector<ContentsEntry> contents_of(const Book& book, int depth) {
  std::vector<ContentsEntry> entries;
  for (size_t i = 0; i < book.sections.size(); ++i) {
    const Section& section = book.sections[i];
    if (!is_listed(section.role) || depth < 1) continue;
    std::string title = numbered_title(section.number, section.title);
    if (!title.empty()) entries.push_back({section.info.id, i, 1, std::move(title)});
    add_headings(section.blocks, i, depth, entries);
  }
  return entries;
}

}  // namespace huozi::document
