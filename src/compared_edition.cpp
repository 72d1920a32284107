#include "compared_edition.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/hash.h"
#include "document/element.h"
#include "document/walk.h"
#include "layout/printed_text.h"

namespace huozi {
namespace {

// Of all that a page shows and where; not of fonts' numbers, which depend on what the rest of the book needs.
class PageDigest {
 public:
  std::string of(const layout::Page& page) {
    bytes_.clear();
    add(page.width, page.height);
    for (const layout::Item& item : page.items) {
      std::visit([&](const auto& content) { add_item(content); }, item.content);
    }
    return base::to_hex(base::hash128(bytes_));
  }

 private:
  template <typename... Lengths>
  void add(Lengths... lengths) {
    ((bytes_ += std::to_string(lengths.raw()) + ' '), ...);
  }
  void add_place(const layout::Rect& rect) { add(rect.x, rect.y, rect.width, rect.height); }

  void add_item(const layout::GlyphRun& run) {
    bytes_ += 't' + run.text + '\n';
    add(run.origin.x, run.origin.y, run.size);
    for (const layout::Glyph& glyph : run.glyphs) add(glyph.x, glyph.y);
  }
  void add_item(const layout::RuleItem& rule) {
    bytes_ += 'r';
    add_place(rule.rect);
  }
  void add_item(const layout::PathItem& path) {
    bytes_ += 'p';
    add(path.origin.x, path.origin.y, path.pen);
    for (const layout::Length place : path.places) add(place);
  }
  void add_item(const layout::ImageItem& image) {
    bytes_ += 'i' + image.file + '\n';
    add_place(image.rect);
  }
  void add_item(const layout::LinkItem&) {}  // nothing to see

  std::string bytes_;
};

// Of a generated section: what it lists stands elsewhere, or states the edition's figures.
std::string part_of(document::SectionRole role) {
  using enum document::SectionRole;
  const bool generated = role == contents || role == imprint || role == sources || role == index || role == colophon;
  return generated ? std::string(document::role_name(role)) : std::string();
}

// In reading order, behind the paragraphs.
void add_pictures(const PrintEdition& edition, compare::Edition& out) {
  std::map<document::NodeId, uint32_t> pages;
  for (uint32_t i = 0; i < edition.pages.size(); ++i) {
    for (const layout::Item& item : edition.pages[i].items) {
      if (const auto* image = std::get_if<layout::ImageItem>(&item.content)) pages.emplace(image->node, i);
    }
  }
  size_t count = 0;
  document::for_each_inline(edition.book, [&](const document::Inline& node) {
    const auto* image = std::get_if<document::Image>(&node.content);
    if (image == nullptr) return;
    compare::Paragraph& picture = out.paragraphs.emplace_back();
    picture.id = std::to_string(++count);
    picture.element = compare::kPicture;
    picture.text = image->file.empty() ? image->source : image->file;
    if (!image->alternative.empty()) picture.text += " " + image->alternative;
    const auto page = pages.find(node.info.id);
    if (page != pages.end()) picture.lines.push_back({page->second, 0, 0});
  });
}

}  // namespace

compare::Edition compared_edition(const PrintEdition& edition, std::string name) {
  compare::Edition out;
  out.name = std::move(name);
  PageDigest digest;
  for (const layout::Page& page : edition.pages) out.pages.push_back({page.label, digest.of(page)});
  for (layout::PrintedParagraph& each : layout::printed_text(edition.book, edition.pages)) {
    compare::Paragraph& paragraph = out.paragraphs.emplace_back();
    size_t section = 0;  // from 1: an id begins with it
    std::from_chars(each.id.data(), each.id.data() + each.id.size(), section);
    paragraph.part = part_of(edition.book.sections[section - 1].role);
    paragraph.id = std::move(each.id);
    paragraph.element = std::move(each.element);
    paragraph.note = each.note;
    paragraph.text = std::move(each.text);
    uint32_t begin = 0;  // a brief note's lines may go back
    for (const layout::PrintedLine& line : each.lines) {
      begin = std::max(begin, line.text_begin);
      paragraph.lines.push_back({line.page, line.line, begin});
    }
  }
  add_pictures(edition, out);
  return out;
}

}  // namespace huozi
