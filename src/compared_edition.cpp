#include "compared_edition.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/file.h"
#include "base/hash.h"
#include "document/element.h"
#include "document/walk.h"

namespace huozi {
namespace {

// Of the files of pictures, each read once; empty: it cannot be read.
class PictureDigests {
 public:
  explicit PictureDigests(const std::filesystem::path& folder) : folder_(folder) {}

  const std::string& of(const std::string& file) {
    const auto [found, fresh] = known_.try_emplace(file);
    if (!fresh || file.empty()) return found->second;
    const auto path = base::path_inside(folder_, file);
    const auto bytes = path ? base::read_file(*path) : std::nullopt;
    if (bytes) found->second = base::to_hex(base::hash128(*bytes));
    return found->second;
  }

 private:
  const std::filesystem::path& folder_;
  std::map<std::string, std::string> known_;
};

// Of all that a page shows and where; not of fonts' numbers, which depend on what the rest of the book needs.
class PageDigest {
 public:
  explicit PageDigest(PictureDigests& pictures) : pictures_(pictures) {}

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
    bytes_ += 'i' + image.file + ' ' + pictures_.of(image.file) + '\n';
    add_place(image.rect);
  }
  void add_item(const layout::LinkItem&) {}  // nothing to see

  PictureDigests& pictures_;
  std::string bytes_;
};

// Of a generated section: what it lists stands elsewhere, or states the edition's figures.
std::string part_of(document::SectionRole role) {
  using enum document::SectionRole;
  const bool generated = role == contents || role == imprint || role == sources || role == index || role == colophon;
  return generated ? std::string(document::role_name(role)) : std::string();
}

// Each behind the paragraph whose words, or a part of them, come before it.
void add_pictures(const PrintEdition& edition, PictureDigests& digests, compare::Edition& out) {
  std::map<document::NodeId, size_t> words;  // of a text node: the paragraphs up to its own
  for (size_t i = 0; i < edition.text.size(); ++i) {
    for (const layout::TextPiece& piece : edition.text[i].pieces) words.emplace(piece.node, i + 1);
  }
  std::map<document::NodeId, uint32_t> pages;
  for (uint32_t i = 0; i < edition.pages.size(); ++i) {
    for (const layout::Item& item : edition.pages[i].items) {
      if (const auto* image = std::get_if<layout::ImageItem>(&item.content)) pages.emplace(image->node, i);
    }
  }
  std::vector<std::vector<compare::Paragraph>> behind(edition.text.size() + 1);
  size_t count = 0, at = 0;
  document::for_each_inline(edition.book, [&](const document::Inline& node) {
    if (const auto passed = words.find(node.info.id); passed != words.end()) at = std::max(at, passed->second);
    const auto* image = std::get_if<document::Image>(&node.content);
    if (image == nullptr) return;
    compare::Paragraph& picture = behind[at].emplace_back();
    picture.id = std::to_string(++count);
    picture.element = compare::kPicture;
    picture.text = image->file.empty() ? image->source : image->file;
    picture.digest = digests.of(image->file);
    if (!image->alternative.empty()) picture.text += " " + image->alternative;
    const auto page = pages.find(node.info.id);
    if (page != pages.end()) picture.lines.push_back({page->second, 0, 0});
  });
  std::vector<compare::Paragraph> all;
  for (size_t i = 0; i < behind.size(); ++i) {
    if (i > 0) all.push_back(std::move(out.paragraphs[i - 1]));
    for (compare::Paragraph& picture : behind[i]) all.push_back(std::move(picture));
  }
  out.paragraphs = std::move(all);
}

}  // namespace

compare::Edition compared_edition(const PrintEdition& edition, std::string name) {
  compare::Edition out;
  out.name = std::move(name);
  PictureDigests pictures(edition.folder.folder);
  PageDigest digest(pictures);
  for (const layout::Page& page : edition.pages) out.pages.push_back({page.label, digest.of(page)});
  for (const layout::PrintedParagraph& each : edition.text) {
    compare::Paragraph& paragraph = out.paragraphs.emplace_back();
    size_t section = 0;  // from 1: an id begins with it
    std::from_chars(each.id.data(), each.id.data() + each.id.size(), section);
    paragraph.part = part_of(edition.book.sections[section - 1].role);
    paragraph.id = each.id;
    paragraph.element = each.element;
    paragraph.note = each.note;
    paragraph.text = each.text;
    uint32_t begin = 0;  // a brief note's lines may go back
    for (const layout::PrintedLine& line : each.lines) {
      begin = std::max(begin, line.text_begin);
      paragraph.lines.push_back({line.page, line.line, begin});
    }
  }
  add_pictures(edition, pictures, out);
  return out;
}

}  // namespace huozi
