#include "layout/page_marks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "document/walk.h"

namespace huozi::layout {
namespace {

using document::NodeId;
using document::SectionRole;

class Marker {
 public:
  explicit Marker(const document::Book& ebook) {
    document::for_each_inline(ebook, [&](const document::Inline& node) {
      if (std::holds_alternative<document::Image>(node.content)) images_.insert(node.info.id);
    });
    for (const document::Section& section : ebook.sections) {
      made_.emplace(section.info.id, section.info.id);
      // Made anew for the e-book: the same ids, but other words.
      if (section.role == SectionRole::sources) continue;
      const auto add = [&](const auto& node) {
        if (node.info.id.article == source::kNoFile) made_.emplace(node.info.id, section.info.id);
      };
      // Of an index only the entries have the same ids in both.
      if (section.role == SectionRole::index) {
        document::for_each_block(section.blocks, [&](const document::Block& block) {
          const bool letter = block.info.attributes.has_class("index-letter");
          if (std::holds_alternative<document::Paragraph>(block.content) && !letter) add(block);
        });
      } else {
        document::walk(section, document::Notes::enter, add, add);
      }
    }
  }

  std::vector<document::PageMark> run(const std::vector<Page>& pages) {
    std::vector<document::PageMark> marks;
    std::vector<std::string> empty;  // labels of the pages before that hold nothing
    for (const Page& page : pages) {
      const auto mark = begins(page);
      if (!mark) {
        if (is_empty(page)) empty.push_back(page.label);
        continue;
      }
      for (std::string& label : empty) marks.push_back({mark->node, mark->text_offset, std::move(label)});
      empty.clear();
      marks.push_back({mark->node, mark->text_offset, page.label});
    }
    return marks;
  }

 private:
  struct Place {
    NodeId node;
    uint32_t text_offset = 0;
  };

  bool is_in_ebook(NodeId node) const { return node.article != source::kNoFile || made_.count(node) != 0; }

  static bool is_empty(const Page& page) {
    return std::none_of(page.items.begin(), page.items.end(),
                        [](const Item& item) { return item.region != Region::margin; });
  }

  // On the first page of a section that huozi made, the section as a whole.
  Place made(NodeId node, uint32_t offset) {
    const NodeId section = made_.at(node);
    return begun_.insert(section).second ? Place{section, 0} : Place{node, offset};
  }

  std::optional<Place> begins(const Page& page) {
    for (const Item& item : page.items) {
      const auto* image = item.region == Region::body ? std::get_if<ImageItem>(&item.content) : nullptr;
      if (image != nullptr && is_in_ebook(image->node)) return Place{image->node, 0};
      const auto* run = item.region == Region::body ? std::get_if<GlyphRun>(&item.content) : nullptr;
      if (run == nullptr || !is_in_ebook(run->node)) continue;
      // A list item's marker is no text of it; words in the frame of a missing picture stand for the picture.
      if (run->label && images_.count(run->node) == 0) continue;
      return made_.count(run->node) == 0 ? Place{run->node, run->text_offset} : made(run->node, run->text_offset);
    }
    // Words the e-book makes anew.
    for (const Anchor& anchor : page.anchors) {
      if (made_.count(anchor.node) != 0) return made(anchor.node, 0);
    }
    return std::nullopt;
  }

  std::set<NodeId> images_;
  std::set<NodeId> begun_;         // of those sections
  std::map<NodeId, NodeId> made_;  // nodes huozi made that print and the e-book have alike, with their sections
};

}  // namespace

std::vector<document::PageMark> page_marks(const std::vector<Page>& pages, const document::Book& ebook) {
  if (pages.empty()) return {};  // no print edition: going through the book is for nothing
  return Marker(ebook).run(pages);
}

}  // namespace huozi::layout
