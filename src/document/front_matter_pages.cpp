#include "document/front_matter_pages.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "document/element.h"

namespace huozi::document {
namespace {

constexpr std::string_view kIdeographicSpace = "　";
constexpr int kContentsDepth = 2;

struct RoleWord {
  std::string_view role;  // MARC relator code
  std::string_view simplified;
  std::string_view traditional;
};
constexpr std::array kRoleWords = {
    RoleWord{"com", "编著", "編著"}, RoleWord{"edt", "编", "編"}, RoleWord{"trl", "译", "譯"},
    RoleWord{"ill", "绘", "繪"},     RoleWord{"ann", "注", "注"},
};

std::string_view role_word(std::string_view role, bool traditional) {
  const auto found =
      std::find_if(kRoleWords.begin(), kRoleWords.end(), [&](const RoleWord& w) { return w.role == role; });
  if (found == kRoleWords.end()) return {};
  return traditional ? found->traditional : found->simplified;
}

class PageMaker {
 public:
  PageMaker(SectionRole role, size_t section_index) : ids_(section_index) {
    section_.role = role;
    section_.name = role_name(role);
    section_.info.id = ids_.next();
  }

  void heading(std::string text, std::vector<std::string> classes) {
    Block block = make_block(std::move(classes));
    block.content = Heading{1, {inline_of(Text{std::move(text)})}, {}};
    section_.blocks.push_back(std::move(block));
  }

  template <typename... Contents>
  void paragraph(std::vector<std::string> classes, Contents... contents) {
    Block block = make_block(std::move(classes));
    block.content = Paragraph{{inline_of(std::move(contents))...}};
    section_.blocks.push_back(std::move(block));
  }

  Section finish() { return std::move(section_); }

 private:
  Block make_block(std::vector<std::string> classes) {
    Block block;
    block.info.id = ids_.next();
    block.info.attributes.classes = std::move(classes);
    return block;
  }

  template <typename Content>
  Inline inline_of(Content content) {
    Inline node;
    node.info.id = ids_.next();
    node.content = std::move(content);
    return node;
  }

  GeneratedIds ids_;
  Section section_;
};

void add_creators(PageMaker& page, const BookMetadata& metadata) {
  const bool traditional = is_traditional_chinese(metadata.language);
  const std::vector<Creator>& creators = metadata.creators;
  for (size_t i = 0; i < creators.size();) {
    const std::string& role = creators[i].role;
    std::string line;
    for (; i < creators.size() && creators[i].role == role; ++i) {
      if (!line.empty()) line += kIdeographicSpace;
      line += creators[i].name;
    }
    if (const std::string_view word = role_word(role, traditional); !word.empty()) {
      line.append(kIdeographicSpace).append(word);
    }
    page.paragraph({"creators"}, Text{std::move(line)});
  }
}

}  // namespace

bool is_traditional_chinese(std::string_view language) {
  constexpr std::array<std::string_view, 4> kTags = {"zh-Hant", "zh-TW", "zh-HK", "zh-MO"};
  return std::any_of(kTags.begin(), kTags.end(), [&](std::string_view tag) {
    return language.starts_with(tag) && (language.size() == tag.size() || language[tag.size()] == '-');
  });
}

Section half_title(const BookMetadata& metadata, size_t section_index) {
  PageMaker page(SectionRole::half_title, section_index);
  page.heading(metadata.title, {"title"});
  return page.finish();
}

Section title_page(const BookMetadata& metadata, size_t section_index) {
  PageMaker page(SectionRole::title_page, section_index);
  page.heading(metadata.title, {"title"});
  if (!metadata.subtitle.empty()) page.paragraph({"subtitle"}, Text{metadata.subtitle});
  add_creators(page, metadata);
  if (!metadata.publisher.empty()) page.paragraph({"publisher"}, Text{metadata.publisher});
  return page.finish();
}

Section contents_section(const Book& book, int depth, size_t section_index) {
  PageMaker page(SectionRole::contents, section_index);
  page.heading(is_traditional_chinese(book.metadata.language) ? "目錄" : "目录", {});
  for (const ContentsEntry& entry : contents_of(book, depth)) {
    const bool part = entry.level == 1 && book.sections[entry.section].role == SectionRole::part;
    page.paragraph({"toc-entry", part ? "part" : "level-" + std::to_string(entry.level)}, Text{entry.title}, Leader{},
                   PageReference{entry.target});
  }
  return page.finish();
}

void make_contents(Book& book) {
  for (size_t i = 0; i < book.sections.size(); ++i) {
    if (book.sections[i].role == SectionRole::contents) book.sections[i] = contents_section(book, kContentsDepth, i);
  }
}

}  // namespace huozi::document
