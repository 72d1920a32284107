#include "epub/split.h"

#include <algorithm>
#include <climits>

#include "document/walk.h"

namespace huozi::epub {
namespace {

// Tags with their usual attributes, as content_writer makes them.
constexpr size_t kFrame = 2000;  // <head>, <body>, <section>
constexpr size_t kBlock = 60;
constexpr size_t kInline = 60;
constexpr size_t kNote = 520;  // the call, the aside, the link back
constexpr size_t kImage = 200;
constexpr size_t kPageBreak = 100;
constexpr size_t kBytesOfPage = 900;  // fewer than any page of the printed book holds

size_t escaped(std::string_view text) {
  size_t size = text.size() + text.size() / kBytesOfPage * kPageBreak;
  for (const char c : text) size += c == '&' || c == '<' || c == '>' ? 4 : 0;
  return size;
}

size_t own_size(const document::Inline& node) {
  if (const auto* text = std::get_if<document::Text>(&node.content)) return escaped(text->text) + 8;
  if (std::holds_alternative<document::Note>(node.content)) return kNote;
  if (const auto* link = std::get_if<document::Link>(&node.content)) return kInline + 3 * link->target.size();
  if (const auto* image = std::get_if<document::Image>(&node.content)) {
    return kImage + escaped(image->alternative) + escaped(image->title) + image->file.size();
  }
  if (const auto* ruby = std::get_if<document::Ruby>(&node.content)) {
    size_t size = kInline;
    for (const auto& pair : ruby->pairs) size += kInline + escaped(pair.text);
    return size;
  }
  if (const auto* reference = std::get_if<document::PageReference>(&node.content)) {
    return 2 * kInline + escaped(reference->words);
  }
  return kInline;
}

size_t own_size(const document::Block& block) {
  size_t size = kBlock;
  if (const auto* code = std::get_if<document::CodeBlock>(&block.content)) size += escaped(code->text);
  if (const auto* table = std::get_if<document::Table>(&block.content)) {
    for (const auto& row : table->rows) size += kBlock * (row.size() + 1);
  }
  if (const auto* list = std::get_if<document::List>(&block.content)) size += kBlock * list->items.size();
  if (const auto* list = std::get_if<document::DefinitionList>(&block.content)) {
    for (const auto& entry : list->entries) size += kBlock * (entry.terms.size() + entry.definitions.size());
  }
  return size;
}

class Parting {
 public:
  Parting(const document::Blocks& blocks, size_t room) : blocks_(blocks), room_(room) {
    for (const document::Block& block : blocks) ends_.push_back(ends_.back() + written_size(block));
  }

  std::vector<Part> run() {
    part({0, blocks_.size()});
    return std::move(parts_);
  }

 private:
  size_t size(Part part) const { return ends_[part.end] - ends_[part.begin]; }

  int level(size_t block) const {
    const auto* heading = std::get_if<document::Heading>(&blocks_[block].content);
    return heading ? heading->level : INT_MAX;
  }

  void part(Part whole) {
    if (size(whole) <= room_ || whole.end - whole.begin < 2) return parts_.push_back(whole);
    int highest = INT_MAX;
    for (size_t i = whole.begin + 1; i < whole.end; ++i) highest = std::min(highest, level(i));
    if (highest == INT_MAX) return between_blocks(whole);
    Part open{whole.begin, whole.begin};
    for (size_t begin = whole.begin; begin < whole.end;) {
      size_t end = begin + 1;
      while (end < whole.end && level(end) != highest) ++end;
      const bool fits = size({open.begin, end}) <= room_;
      // A heading with nothing below it goes with what follows it.
      const bool bare = open.end == open.begin + 1 && level(open.begin) != INT_MAX;
      if (open.end > open.begin && !fits && !bare) {
        close(open);
        open = {begin, begin};
      }
      open.end = end;
      begin = end;
    }
    close(open);
  }

  // Cut again where one piece alone is too long; its first heading stands at its beginning, so the next cut is lower.
  void close(Part piece) {
    if (size(piece) <= room_) return parts_.push_back(piece);
    int highest = INT_MAX;
    size_t first = piece.end;
    for (size_t i = piece.begin + 1; i < piece.end; ++i) {
      if (level(i) < highest) {
        highest = level(i);
        first = i;
      }
    }
    if (first == piece.begin + 1 && piece.end - piece.begin > 2 && level(piece.begin) <= highest) {
      // A heading and at once one below it: both stay together.
      return below(piece);
    }
    part(piece);
  }

  // The piece without its first block is parted; that block goes to the first part.
  void below(Part piece) {
    const size_t before = parts_.size();
    part({piece.begin + 1, piece.end});
    parts_[before].begin = piece.begin;
  }

  void between_blocks(Part whole) {
    Part open{whole.begin, whole.begin};
    for (size_t i = whole.begin; i < whole.end; ++i) {
      const bool bare = open.end == open.begin + 1 && level(open.begin) != INT_MAX;
      if (open.end > open.begin && !bare && size({open.begin, i + 1}) > room_) {
        parts_.push_back(open);
        open = {i, i};
      }
      open.end = i + 1;
    }
    parts_.push_back(open);
  }

  const document::Blocks& blocks_;
  size_t room_;
  std::vector<size_t> ends_ = {0};  // sizes of all blocks before each
  std::vector<Part> parts_;
};

}  // namespace

size_t written_size(const document::Block& block) {
  size_t size = 0;
  document::walk(
      block, document::Notes::enter, [&](const document::Block& each) { size += own_size(each); },
      [&](const document::Inline& each) { size += own_size(each); });
  return size;
}

std::vector<Part> parts_of(const document::Section& section, size_t most) {
  return Parting(section.blocks, most > kFrame ? most - kFrame : 0).run();
}

}  // namespace huozi::epub
