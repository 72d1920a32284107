#include "epub/plan.h"

#include <algorithm>
#include <array>

#include "document/alternative.h"
#include "document/walk.h"
#include "epub/labels.h"
#include "epub/moving_image.h"
#include "epub/names.h"
#include "epub/split.h"
#include "epub/uri.h"

namespace huozi::epub {
namespace {

using document::NodeId;
using document::NodeInfo;

const std::string kNothing;

// EPUB 3.3 §3.2, image types.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kImageTypes = {{{"image/jpeg", ".jpg"},
                                                                                       {"image/png", ".png"},
                                                                                       {"image/gif", ".gif"},
                                                                                       {"image/webp", ".webp"},
                                                                                       {"image/svg+xml", ".svg"}}};

std::string_view image_ending(std::string_view media_type) {
  for (const auto& [type, ending] : kImageTypes) {
    if (type == media_type) return ending;
  }
  return {};
}

struct FontType {
  std::string_view media_type;
  std::string_view ending;
};

FontType font_type(std::string_view bytes) {
  const std::string_view tag = bytes.substr(0, 4);
  if (tag == "wOF2") return {"font/woff2", ".woff2"};
  if (tag == "wOFF") return {"font/woff", ".woff"};
  if (tag == "OTTO") return {"font/otf", ".otf"};
  return {"font/ttf", ".ttf"};
}

// f(NodeInfo) for a block's list items, entries or cells.
template <typename F>
void for_each_part(const document::Block& block, F&& f) {
  if (const auto* list = std::get_if<document::List>(&block.content)) {
    for (const auto& item : list->items) f(item.info);
  } else if (const auto* definitions = std::get_if<document::DefinitionList>(&block.content)) {
    for (const auto& entry : definitions->entries) f(entry.info);
  } else if (const auto* table = std::get_if<document::Table>(&block.content)) {
    for (const auto& row : table->rows) {
      for (const auto& cell : row) f(cell.info);
    }
  }
}

std::string numbered(std::string_view stem, size_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
  return std::string(stem) + "-" + digits;
}

}  // namespace

Plan::Plan(const document::Book& book, const Input& input) : book_(book), input_(input) {
  language_ = is_language_tag(book.metadata.language) ? book.metadata.language : "zh-Hans";
  name_files();
  name_assets();
  collect_targets();
  for (const document::PageMark& mark : input.page_marks) marks_[mark.node].push_back({&mark, nullptr, {}});
  for (auto& [node, marks] : marks_) {
    std::stable_sort(marks.begin(), marks.end(), [](const PlannedMark& a, const PlannedMark& b) {
      return a.mark->text_offset < b.mark->text_offset;
    });
  }
  for (size_t section = 0; section < book.sections.size(); ++section) plan_section(section);
}

void Plan::name_files() {
  constexpr std::string_view kEnding = ".xhtml";
  NameSet names;
  names.take(std::string(kCoverPagePath));
  for (size_t i = 0; i < book_.sections.size(); ++i) {
    const document::Section& section = book_.sections[i];
    first_file_.push_back(files_.size());
    if (section.role == document::SectionRole::contents && !has_navigation_page()) {
      navigation_ = i;
      files_.push_back({i, 0, 0, section.blocks.size(), std::string(kNavigationPath)});
      continue;
    }
    std::string stem = plain_file_name(section.name);
    if (stem.empty()) stem = numbered("section", i + 1);
    const std::string path = names.unique("text/" + stem, kEnding);
    const std::vector<Part> parts = parts_of(section);
    for (size_t part = 0; part < parts.size(); ++part) {
      files_.push_back({i, part, parts[part].begin, parts[part].end, part == 0 ? path : std::string()});
    }
  }
  // After those of all sections, whose names no other's length may change.
  for (ContentFile& file : files_) {
    if (file.part == 0) continue;
    const std::string& first = path(file.section);
    const std::string stem = first.substr(0, first.size() - kEnding.size());
    file.path = names.unique(stem + "-" + std::to_string(file.part + 1), kEnding);
  }
}

void Plan::name_assets() {
  NameSet names;
  std::map<std::pair<std::string_view, std::string_view>, size_t> packaged;  // type and bytes -> index in images_
  for (const EmbeddedImage& image : input_.images) {
    const std::string_view ending = image_ending(image.media_type);
    if (ending.empty() || image_paths_.count(image.path) != 0) continue;
    // The same picture under two names is packaged once.
    const auto [same, is_new] = packaged.try_emplace({ending, image.bytes}, images_.size());
    if (!is_new) {
      image_paths_.emplace(image.path, images_[same->second].path);
      continue;
    }
    const std::string_view file = std::string_view(image.path).substr(image.path.rfind('/') + 1);
    std::string stem = plain_file_name(file.substr(0, file.rfind('.')));
    if (stem.empty()) stem = "image";
    images_.push_back({&image, names.unique("images/" + stem, ending)});
    image_paths_.emplace(image.path, images_.back().path);
  }
  for (const PackagedImage& image : images_) {
    facts_.moving_images |= is_moving(image.image->media_type, image.image->bytes);
  }
  for (const EmbeddedFont& font : input_.fonts) {
    const FontType type = font_type(font.bytes);
    fonts_.push_back(
        {&font, "fonts/" + numbered("font", fonts_.size() + 1) + std::string(type.ending), type.media_type});
  }
}

void Plan::collect_targets() {
  document::for_each_inline(book_, [&](const document::Inline& node) {
    const auto* reference = std::get_if<document::PageReference>(&node.content);
    if (reference != nullptr) targets_.insert(reference->target);
    const auto* link = std::get_if<document::Link>(&node.content);
    if (link != nullptr && link->node) targets_.insert(*link->node);
  });
}

void Plan::plan_section(size_t index) {
  const document::Section& section = book_.sections[index];
  const Place whole{first_file_[index], {}};
  NameSet names;
  names.take(std::string(kTitleId));
  std::vector<const NodeInfo*> generated;     // nodes that get an id made from their ordinal
  std::vector<source::FileId> article_order;  // as they first occur here: an id depends on nothing outside the file

  const auto pass_marks = [&](const NodeInfo& info, bool at_start) {
    const auto found = marks_.find(info.id);
    if (found == marks_.end()) return;
    for (PlannedMark& planned : found->second) {
      if ((planned.mark->text_offset == 0) != at_start || planned.node != nullptr) continue;
      const std::string id = "page-" + planned.mark->label;
      planned.id = names.unique(is_plain_name(id) ? id : "page-mark");
      planned.node = &info;
      current_label_ = planned.mark->label;
      if (is_navigation(index)) navigation_marks_.push_back(&planned);
    }
  };
  // Between the marks at a node's start and those within it.
  const auto pass_page = [&](const NodeInfo& info) {
    pass_marks(info, true);
    if (targets_.count(info.id) != 0) page_labels_.emplace(info.id, current_label_);
    pass_marks(info, false);
  };
  const auto enter = [&](const NodeInfo& info, bool needs_id) {
    const bool known = std::find(article_order.begin(), article_order.end(), info.id.article) != article_order.end();
    if (info.id.article != source::kNoFile && !known) {
      article_order.push_back(info.id.article);
    }
    pass_page(info);
    const std::string& wanted = info.attributes.id;
    if (!wanted.empty() && is_plain_name(wanted) && names.take(wanted)) {
      ids_.emplace(&info, wanted);
    } else if (needs_id || !wanted.empty() || targets_.count(info.id) != 0) {
      generated.push_back(&info);
    }
  };
  const auto enter_inline = [&](const document::Inline& node) {
    const bool is_note = std::holds_alternative<document::Note>(node.content);
    enter(node.info, is_note);
    if (is_navigation(index)) return;
    facts_.images |= std::holds_alternative<document::Image>(node.content);
    if (document::lacks_alternative(node)) facts_.every_image_described = false;
    facts_.ruby |= std::holds_alternative<document::Ruby>(node.content);
    facts_.notes |= is_note;
  };
  const auto enter_block = [&](const document::Block& block) {
    enter(block.info, std::holds_alternative<document::Heading>(block.content));
    for_each_part(block, [&](const NodeInfo& part) { enter(part, false); });
  };
  pass_page(section.info);
  document::walk(section, document::Notes::enter, enter_block, enter_inline);

  // "n12" in the file's first article, "a2-n12" in its second, "g-n12" for what huozi made.
  for (const NodeInfo* info : generated) {
    const auto rank = std::find(article_order.begin(), article_order.end(), info->id.article) - article_order.begin();
    const bool made = info->id.article == source::kNoFile;
    const std::string prefix = made ? "g-" : rank == 0 ? "" : "a" + std::to_string(rank + 1) + "-";
    ids_.emplace(info, names.unique(prefix + "n" + std::to_string(info->id.ordinal)));
  }
  // Targets, for links from anywhere. The navigation document holds none of its section's nodes.
  places_.emplace(section.info.id, whole);
  if (is_navigation(index)) return;
  size_t file = first_file_[index];
  const auto add_place = [&](const NodeInfo& info) {
    const auto id = ids_.find(&info);
    if (id == ids_.end()) return;
    places_.emplace(info.id, Place{file, id->second});
  };
  const auto add_inline = [&](const document::Inline& node) {
    add_place(node.info);
    const auto* note = std::get_if<document::Note>(&node.content);
    if (!note) return;
    note_numbers_.emplace(node.info.id, note->ordinal);
    note_ids_.emplace(&node.info, names.unique(ids_.at(&node.info) + "-note"));
  };
  const auto add_block = [&](const document::Block& block) {
    const bool more = file + 1 < files_.size() && files_[file + 1].section == index;
    if (more && &block == &section.blocks[files_[file + 1].begin]) ++file;
    add_place(block.info);
    for_each_part(block, add_place);
  };
  document::walk(section, document::Notes::enter, add_block, add_inline);
}

const std::string& Plan::id(const NodeInfo& node) const {
  const auto found = ids_.find(&node);
  return found == ids_.end() ? kNothing : found->second;
}

const std::string& Plan::note_id(const NodeInfo& node) const {
  const auto found = note_ids_.find(&node);
  return found == note_ids_.end() ? kNothing : found->second;
}

std::vector<const PlannedMark*> Plan::marks(const NodeInfo& node) const {
  std::vector<const PlannedMark*> marks;
  const auto found = marks_.find(node.id);
  if (found == marks_.end()) return marks;
  for (const PlannedMark& planned : found->second) {
    if (planned.node == &node) marks.push_back(&planned);
  }
  return marks;
}

std::vector<document::PageMark> Plan::unplaced_marks() const {
  std::vector<document::PageMark> unplaced;
  for (const document::PageMark& mark : input_.page_marks) {
    for (const PlannedMark& planned : marks_.at(mark.node)) {
      if (planned.mark == &mark && planned.node == nullptr) unplaced.push_back(mark);
    }
  }
  return unplaced;
}

std::string Plan::href(const Place& place, std::string_view from) const {
  const std::string& to = files_[place.file].path;
  const std::string fragment = place.id.empty() ? "" : "#" + place.id;
  if (to == from) return fragment.empty() ? to.substr(to.rfind('/') + 1) : fragment;
  const size_t from_folder = from.find('/');
  const size_t to_folder = to.find('/');
  if (from_folder == std::string_view::npos) return to + fragment;
  if (to_folder == std::string::npos) return "../" + to + fragment;
  return to.substr(to_folder + 1) + fragment;
}

std::string Plan::href(NodeId target, std::string_view from) const {
  const auto found = places_.find(target);
  return found == places_.end() ? "" : href(found->second, from);
}

std::string Plan::href(const document::ContentsEntry& entry, std::string_view from) const {
  const bool whole = entry.target == book_.sections[entry.section].info.id;
  return whole ? href(Place{first_file_[entry.section], {}}, from) : href(entry.target, from);
}

std::string Plan::href(const document::Link& link, std::string_view from) const {
  return link.node ? href(*link.node, from) : external_href(link.target);
}

uint32_t Plan::note_number(NodeId call) const {
  const auto found = note_numbers_.find(call);
  return found == note_numbers_.end() ? 0 : found->second;
}

std::string Plan::page_label(NodeId target) const {
  const auto found = page_labels_.find(target);
  return found == page_labels_.end() ? "" : found->second;
}

const std::string& Plan::image_path(const std::string& file) const {
  const auto found = image_paths_.find(file);
  return file.empty() || found == image_paths_.end() ? kNothing : found->second;
}

std::string Plan::cover_path() const {
  const std::string_view ending = image_ending(input_.cover.media_type);
  return input_.cover.bytes.empty() || ending.empty() ? "" : "cover" + std::string(ending);
}

}  // namespace huozi::epub
