#include "epub/epub.h"

#include <algorithm>

#include "epub/archive.h"
#include "epub/conformance.h"
#include "epub/cover.h"
#include "epub/fonts.h"
#include "epub/navigation.h"
#include "epub/package.h"
#include "epub/plan.h"
#include "epub/section_file.h"

namespace huozi::epub {
namespace {

// A navigation document without entries is no EPUB: a book without any heading gets its own title as the one entry.
std::vector<document::ContentsEntry> entries_of(const Plan& plan) {
  const document::Book& book = plan.book();
  std::vector<document::ContentsEntry> entries = document::contents_of(book, plan.input().contents_depth);
  const auto nowhere = [&](const document::ContentsEntry& entry) {
    return plan.is_navigation(entry.section) || plan.href(entry, kNavigationPath).empty();
  };
  entries.erase(std::remove_if(entries.begin(), entries.end(), nowhere), entries.end());
  for (size_t i = 0; entries.empty() && i < book.sections.size(); ++i) {
    if (!plan.is_navigation(i)) entries.push_back({book.sections[i].info.id, i, 1, book.metadata.title});
  }
  return entries;
}

}  // namespace

Output write_epub(const document::Book& book, const Input& input) {
  const Plan plan(book, input);
  Output output;
  Navigation navigation;
  std::vector<ArchiveFile> content;
  const auto add = [&](std::string_view path, std::string bytes) {
    content.push_back({"EPUB/" + std::string(path), std::move(bytes)});
  };

  Conformance conformance;
  for (const ContentFile& planned : plan.files()) {
    if (plan.is_navigation(planned.section)) {
      for (const PlannedMark* mark : plan.navigation_marks()) {
        navigation.pages.push_back({std::string(kNavigationPath) + "#" + mark->id, mark->mark->label});
      }
      continue;
    }
    SectionFile file = write_section(plan, planned, conformance);
    std::move(file.pages.begin(), file.pages.end(), std::back_inserter(navigation.pages));
    std::move(file.generated.begin(), file.generated.end(), std::back_inserter(output.generated));
    add(planned.path, std::move(file.xhtml));
  }
  navigation.entries = entries_of(plan);
  conformance.look_at(book, input, plan.facts().moving_images);
  output.shortfalls = conformance.shortfalls();
  add(kPackagePath, write_package(plan, {!navigation.pages.empty(), output.shortfalls.empty()}));
  add(kNavigationPath, write_navigation(plan, navigation));
  add(kNcxPath, write_ncx(plan, navigation, unique_identifier(book.metadata)));
  add(kStylePath, font_faces(plan) + input.stylesheet);
  if (const std::string cover = plan.cover_path(); !cover.empty()) {
    add(cover, input.cover.bytes);
    add(kCoverPagePath, write_cover_page(plan));
  }
  for (const PackagedImage& image : plan.images()) add(image.path, image.image->bytes);
  const bool obfuscate = input.obfuscate_fonts && !plan.fonts().empty();
  for (const PackagedFont& font : plan.fonts()) {
    const std::string& bytes = font.font->bytes;
    add(font.path, obfuscate ? obfuscated(bytes, unique_identifier(book.metadata)) : bytes);
  }
  std::sort(content.begin(), content.end(), [](const ArchiveFile& a, const ArchiveFile& b) { return a.path < b.path; });

  std::vector<ArchiveFile> files = {{"mimetype", "application/epub+zip"},
                                    {"META-INF/container.xml", write_container()}};
  if (obfuscate) files.push_back({"META-INF/encryption.xml", write_encryption(plan)});
  if (!plan.fonts().empty())
    files.insert(files.begin() + 1, {"META-INF/com.apple.ibooks.display-options.xml", write_display_options()});
  std::move(content.begin(), content.end(), std::back_inserter(files));
  output.bytes = write_archive(files);
  output.unplaced = plan.unplaced_marks();
  return output;
}

}  // namespace huozi::epub
