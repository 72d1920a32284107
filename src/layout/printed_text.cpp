#include "layout/printed_text.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "layout/page_lines.h"
#include "layout/printed_blocks.h"

namespace huozi::layout {
namespace {

// The paragraphs of notes that stand on the page in other words than their own.
std::vector<uint32_t> brief_paragraphs(const Page& page, const PrintedBlocks& blocks) {
  std::vector<uint32_t> brief;
  for (const BriefNote& each : page.brief_notes) {
    const auto found = blocks.notes.find(each.note);
    if (found != blocks.notes.end()) brief.insert(brief.end(), found->second.begin(), found->second.end());
  }
  std::sort(brief.begin(), brief.end());
  return brief;
}

}  // namespace

std::vector<PrintedParagraph> printed_text(const document::Book& book, const std::vector<Page>& pages) {
  PrintedBlocks blocks = printed_blocks(book);
  for (uint32_t p = 0; p < pages.size(); ++p) {
    const std::vector<uint32_t> brief = brief_paragraphs(pages[p], blocks);
    const std::vector<PageLine> lines = page_lines(pages[p], blocks);
    for (uint32_t i = 0; i < lines.size(); ++i) {
      for (const LinePart& part : lines[i].parts) {
        PrintedParagraph& paragraph = blocks.paragraphs[part.paragraph];
        uint32_t begin = part.text_begin;
        if (std::binary_search(brief.begin(), brief.end(), part.paragraph)) {
          begin = paragraph.lines.empty() ? 0 : static_cast<uint32_t>(paragraph.text.size());
        }
        paragraph.lines.push_back({p, i + 1, begin});
      }
    }
  }
  return std::move(blocks.paragraphs);
}

PrintedPlaces::PrintedPlaces(const std::vector<PrintedParagraph>& paragraphs) : paragraphs_(paragraphs) {
  for (uint32_t i = 0; i < paragraphs.size(); ++i) {
    const PrintedParagraph& each = paragraphs[i];
    if (each.lines.empty()) continue;
    if (each.span.file != source::kNoFile) blocks_.push_back({each.span, i, 0, 0});
    for (const TextPiece& piece : each.pieces) {
      if (piece.span.file == source::kNoFile) continue;
      pieces_.push_back({piece.span, i, piece.begin, piece.end - piece.begin});
    }
  }
  const auto by_place = [](const Entry& a, const Entry& b) {
    return std::tie(a.span.file, a.span.begin) < std::tie(b.span.file, b.span.begin);
  };
  std::stable_sort(pieces_.begin(), pieces_.end(), by_place);
  std::stable_sort(blocks_.begin(), blocks_.end(), by_place);
}

std::optional<PrintedPlace> PrintedPlaces::place_of(source::FileId file, uint32_t offset) const {
  const auto last_before = [&](const std::vector<Entry>& entries) -> const Entry* {
    const auto after = std::partition_point(entries.begin(), entries.end(), [&](const Entry& each) {
      return std::tie(each.span.file, each.span.begin) <= std::tie(file, offset);
    });
    if (after == entries.begin() || std::prev(after)->span.file != file) return nullptr;
    return &*std::prev(after);
  };
  const Entry* piece = last_before(pieces_);
  if (piece && offset < piece->span.end) {
    const bool exact = piece->span.end - piece->span.begin == piece->text_size;
    return place_at(piece->paragraph, piece->text_begin + (exact ? offset - piece->span.begin : 0));
  }
  const Entry* block = last_before(blocks_);
  if (!block || offset >= block->span.end) {
    // What ends with the text, such as a mark that is missing there.
    return piece && offset == piece->span.end ? place_at(piece->paragraph, piece->text_begin + piece->text_size)
                                              : std::nullopt;
  }
  const bool within = piece && piece->paragraph == block->paragraph;
  return place_at(block->paragraph, within ? piece->text_begin + piece->text_size : 0);
}

std::optional<PrintedPlace> PrintedPlaces::place_at(uint32_t paragraph, uint32_t text_offset) const {
  const PrintedParagraph& found = paragraphs_[paragraph];
  const auto begins_before = [&](const PrintedLine& line) { return line.text_begin <= text_offset; };
  const auto last = std::find_if(found.lines.rbegin(), found.lines.rend(), begins_before);
  const PrintedLine& line = last == found.lines.rend() ? found.lines.front() : *last;
  return PrintedPlace{&found, &line, text_offset};
}

}  // namespace huozi::layout
