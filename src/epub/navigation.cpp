#include "epub/navigation.h"

#include <algorithm>

#include "document/plain_text.h"
#include "document/walk.h"
#include "epub/section_file.h"
#include "epub/semantics.h"

namespace huozi::epub {
namespace {

using document::SectionRole;

// Levels as nested lists: an entry's list opens inside the entry it belongs to.
class EntryTree {
 public:
  EntryTree(std::string_view list, std::string_view item) : list_(list), item_(item) {}

  // Opens the item of an entry of `level`, closing what ends before it. Gaps between levels are closed up: an item
  // holds one list at most.
  void enter(XmlWriter& xml, int level) {
    while (levels_.size() > 1 && levels_.back() > level && levels_[levels_.size() - 2] >= level) leave(xml);
    if (!levels_.empty() && levels_.back() >= level) {
      levels_.back() = level;
      xml.close();
    } else {
      if (!list_.empty()) xml.open(list_);
      levels_.push_back(level);
    }
    xml.open(item_);
  }
  void finish(XmlWriter& xml) {
    while (!levels_.empty()) leave(xml);
  }

 private:
  void leave(XmlWriter& xml) {
    xml.close();
    if (!list_.empty()) xml.close();
    levels_.pop_back();
  }
  std::string_view list_;
  std::string_view item_;
  std::vector<int> levels_;
};

std::string contents_title(const Plan& plan) {
  std::string title;
  if (plan.has_navigation_page()) {
    const document::Section& section = plan.navigation_section();
    title = document::plain_text(section.title);
    document::for_each_block(section.blocks, [&](const document::Block& block) {
      const auto* heading = std::get_if<document::Heading>(&block.content);
      if (heading != nullptr && title.empty()) title = document::plain_text(heading->children);
    });
  }
  return title.empty() ? std::string(labels_for(plan.language()).contents) : title;
}

void link_item(XmlWriter& xml, std::string_view href, std::string_view text, std::string_view type = {}) {
  xml.open("a").attribute("href", href);
  if (!type.empty()) xml.attribute("epub:type", type);
  xml.text(text).close();
}

// Of what has no title of its own; empty: not worth a landmark.
std::string_view own_label(const Labels& labels, SectionRole role) {
  if (role == SectionRole::title_page) return labels.title_page;
  if (role == SectionRole::imprint) return labels.imprint;
  if (role == SectionRole::index) return labels.index;
  if (role == SectionRole::sources || role == SectionRole::references) return labels.bibliography;
  return {};
}

struct Landmark {
  std::string href;
  std::string text;
  std::string_view type;
};

void write_landmarks(XmlWriter& xml, const Plan& plan) {
  const Labels& labels = labels_for(plan.language());
  std::vector<Landmark> landmarks;
  if (!plan.cover_path().empty())
    landmarks.push_back({std::string(kCoverPagePath), std::string(labels.cover), "cover"});
  if (plan.has_navigation_page()) {
    landmarks.push_back({std::string(kNavigationPath) + "#toc", contents_title(plan), "toc"});
  }
  bool body = false;
  for (const ContentFile& file : plan.files()) {
    const document::Section& section = plan.book().sections[file.section];
    if (file.part > 0 || plan.is_navigation(file.section)) continue;
    const bool is_body = section.role == SectionRole::part || section.role == SectionRole::chapter;
    if (is_body && !body) landmarks.push_back({file.path, std::string(labels.body), "bodymatter"});
    body |= is_body;
    std::string title = document::numbered_title(section.number, section.title);
    const std::string_view type = is_body ? std::string_view() : semantics_of(section, title).type;
    const bool known =
        std::any_of(landmarks.begin(), landmarks.end(), [&](const Landmark& each) { return each.type == type; });
    if (title.empty()) title = own_label(labels, section.role);
    if (!type.empty() && !title.empty() && !known) landmarks.push_back({file.path, std::move(title), type});
  }
  if (landmarks.empty()) return;
  xml.open("nav").attribute("epub:type", "landmarks").attribute("id", "landmarks").attribute("hidden", "hidden");
  xml.leaf("h2", labels.landmarks).open("ol");
  for (const Landmark& landmark : landmarks) {
    xml.open("li");
    link_item(xml, landmark.href, landmark.text, landmark.type);
    xml.close();
  }
  xml.close().close();
}

void write_page_list(XmlWriter& xml, const Plan& plan, const std::vector<PageAnchor>& pages) {
  xml.open("nav").attribute("epub:type", "page-list").attribute("role", "doc-pagelist");
  xml.attribute("id", "page-list").attribute("hidden", "hidden");
  xml.leaf("h2", labels_for(plan.language()).pages).open("ol");
  for (const PageAnchor& page : pages) {
    xml.open("li");
    link_item(xml, page.href, page.label);
    xml.close();
  }
  xml.close().close();
}

// Zero when no page has a plain number.
uint64_t page_number(const std::string& label) {
  const bool digits = label.find_first_not_of("0123456789") == std::string::npos && !label.empty();
  return digits && label.size() < 10 ? std::stoull(label) : 0;
}

uint64_t greatest_page(const std::vector<PageAnchor>& pages) {
  uint64_t greatest = 0;
  for (const PageAnchor& page : pages) greatest = std::max(greatest, page_number(page.label));
  return greatest;
}

void ncx_text(XmlWriter& xml, std::string_view element, std::string_view text) {
  xml.open(element).leaf("text", text).close();
}

void ncx_meta(XmlWriter& xml, std::string_view name, std::string_view content) {
  xml.open("meta").attribute("name", name).attribute("content", content).close_void();
}

}  // namespace

std::string write_navigation(const Plan& plan, const Navigation& navigation) {
  XmlWriter xml;
  const std::string title = contents_title(plan);
  begin_xhtml(xml, plan.language(), title, "", "frontmatter");
  for (const PlannedMark* mark : plan.navigation_marks()) write_page_break(xml, *mark);
  xml.open("nav").attribute("epub:type", "toc").attribute("role", "doc-toc").attribute("id", "toc");
  xml.attribute("class", document::role_name(SectionRole::contents)).attribute("aria-labelledby", kTitleId);
  xml.open("h1").attribute("id", kTitleId).text(title).close();
  EntryTree tree("ol", "li");
  for (const document::ContentsEntry& entry : navigation.entries) {
    tree.enter(xml, entry.level);
    link_item(xml, plan.href(entry, kNavigationPath), entry.title);
  }
  tree.finish(xml);
  xml.close();
  write_landmarks(xml, plan);
  if (!navigation.pages.empty()) write_page_list(xml, plan, navigation.pages);
  xml.close().close();
  return xml.take();
}

std::string write_ncx(const Plan& plan, const Navigation& navigation, const std::string& identifier) {
  XmlWriter xml;
  xml.open("ncx").attribute("xmlns", "http://www.daisy.org/z3986/2005/ncx/").attribute("version", "2005-1");
  xml.attribute("xml:lang", plan.language());
  int depth = 1;
  for (const document::ContentsEntry& entry : navigation.entries) depth = std::max(depth, entry.level);
  xml.open("head");
  ncx_meta(xml, "dtb:uid", identifier);
  ncx_meta(xml, "dtb:depth", std::to_string(depth));
  ncx_meta(xml, "dtb:totalPageCount", std::to_string(navigation.pages.size()));
  ncx_meta(xml, "dtb:maxPageNumber", std::to_string(greatest_page(navigation.pages)));
  xml.close();
  ncx_text(xml, "docTitle", plan.book().metadata.title);
  xml.open("navMap");
  EntryTree tree("", "navPoint");
  size_t order = 0;
  for (const document::ContentsEntry& entry : navigation.entries) {
    tree.enter(xml, entry.level);
    ++order;
    xml.attribute("id", "point-" + std::to_string(order)).attribute("playOrder", std::to_string(order));
    ncx_text(xml, "navLabel", entry.title);
    xml.open("content").attribute("src", plan.href(entry, kNavigationPath)).close_void();
  }
  tree.finish(xml);
  xml.close();
  if (!navigation.pages.empty()) {
    xml.open("pageList").attribute("class", "pages").attribute("id", "pages");
    ncx_text(xml, "navLabel", labels_for(plan.language()).pages);
    for (size_t i = 0; i < navigation.pages.size(); ++i) {
      const PageAnchor& page = navigation.pages[i];
      ++order;
      xml.open("pageTarget").attribute("id", "target-" + std::to_string(i + 1));
      const bool number = page_number(page.label) > 0;
      xml.attribute("type", number ? "normal" : "front");
      if (number) xml.attribute("value", page.label);
      xml.attribute("playOrder", std::to_string(order));
      ncx_text(xml, "navLabel", page.label);
      xml.open("content").attribute("src", page.href).close_void().close();
    }
    xml.close();
  }
  xml.close();
  return xml.take();
}

}  // namespace huozi::epub
