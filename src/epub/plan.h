// What must be known of the whole book before its first file is written: the files' names, the nodes' ids, where links
// lead, which printed page a place stands on, what the text contains.
// Not here: any markup.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "epub/epub.h"

namespace huozi::epub {

// Paths are relative to the package's folder, EPUB/.
constexpr std::string_view kNavigationPath = "nav.xhtml";
constexpr std::string_view kNcxPath = "toc.ncx";
constexpr std::string_view kStylePath = "style.css";
constexpr std::string_view kCoverPagePath = "text/cover.xhtml";
constexpr std::string_view kTitleId = "title";  // of a section's heading, in its file

// What accessibility metadata is computed from.
struct Facts {
  bool images = false;
  bool every_image_described = true;
  bool ruby = false;
  bool notes = false;
  bool moving_images = false;
};

// One XHTML file: a section, or a part of a long one.
struct ContentFile {
  size_t section = 0;
  size_t part = 0;            // 0: the section's first file, which holds its title
  size_t begin = 0, end = 0;  // of the section's blocks
  std::string path;           // "text/chapter-001.xhtml", "text/chapter-001-2.xhtml"; of the contents: the navigation's
};

struct PackagedImage {
  const EmbeddedImage* image;
  std::string path;
};

struct PackagedFont {
  const EmbeddedFont* font;
  std::string path;
  std::string_view media_type;
};

// A page mark with its place: the one node that carries it, and the id there.
struct PlannedMark {
  const document::PageMark* mark;
  const document::NodeInfo* node;  // null: nowhere in the book
  std::string id;
};

class Plan {
 public:
  // REQUIRES: both outlive the plan.
  Plan(const document::Book& book, const Input& input);

  const document::Book& book() const { return book_; }
  const Input& input() const { return input_; }
  const Facts& facts() const { return facts_; }
  std::string_view language() const { return language_; }  // of the book; well-formed

  const std::vector<ContentFile>& files() const { return files_; }  // in reading order
  // Of the section's first file.
  const std::string& path(size_t section) const { return files_[first_file_[section]].path; }
  // Whether the section is the contents that the navigation document stands for.
  bool is_navigation(size_t section) const { return section == navigation_; }
  bool has_navigation_page() const { return navigation_ < book_.sections.size(); }
  // REQUIRES: has_navigation_page().
  const document::Section& navigation_section() const { return book_.sections[navigation_]; }

  // A node's id in its file; empty when it needs none. The node is one of the book's own, not a copy.
  const std::string& id(const document::NodeInfo& node) const;
  // Of the note's text; id() is its call's.
  const std::string& note_id(const document::NodeInfo& node) const;
  // The marks a node carries, in order of their offsets.
  std::vector<const PlannedMark*> marks(const document::NodeInfo& node) const;
  // Those of the contents' own pages.
  const std::vector<const PlannedMark*>& navigation_marks() const { return navigation_marks_; }
  std::vector<document::PageMark> unplaced_marks() const;  // in page order

  // Where a link standing in the file `from` leads: a relative reference or a URL fit for href. Empty: nowhere.
  std::string href(const document::Link& link, std::string_view from) const;
  std::string href(document::NodeId target, std::string_view from) const;
  std::string href(const document::ContentsEntry& entry, std::string_view from) const;
  // The printed page a referred node stands on; empty: unknown.
  std::string page_label(document::NodeId target) const;
  // Of a note, by its call; 0 if there is none.
  uint32_t note_number(document::NodeId call) const;

  const std::vector<PackagedImage>& images() const { return images_; }
  const std::vector<PackagedFont>& fonts() const { return fonts_; }
  std::string cover_path() const;  // empty: no cover
  // The packaged path of document::Image::file, or empty.
  const std::string& image_path(const std::string& file) const;

 private:
  struct Place {
    size_t file = 0;
    std::string id;  // empty: the file itself
  };
  void name_files();
  void name_assets();
  void collect_targets();
  void plan_section(size_t section);
  std::string href(const Place& place, std::string_view from) const;

  const document::Book& book_;
  const Input& input_;
  std::string language_;
  Facts facts_;
  size_t navigation_ = SIZE_MAX;
  std::vector<ContentFile> files_;
  std::vector<size_t> first_file_;  // of each section
  std::vector<PackagedImage> images_;
  std::vector<PackagedFont> fonts_;
  std::map<std::string, std::string, std::less<>> image_paths_;
  std::set<document::NodeId> targets_;
  std::unordered_map<const document::NodeInfo*, std::string> ids_;  // looked up, never walked
  std::unordered_map<const document::NodeInfo*, std::string> note_ids_;
  std::map<document::NodeId, Place> places_;
  std::map<document::NodeId, std::vector<PlannedMark>> marks_;
  std::vector<const PlannedMark*> navigation_marks_;
  std::map<document::NodeId, uint32_t> note_numbers_;
  std::map<document::NodeId, std::string> page_labels_;
  std::string current_label_;
};

}  // namespace huozi::epub
