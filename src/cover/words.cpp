#include "cover/words.h"

#include <algorithm>

#include "document/front_matter_pages.h"
#include "document/plain_text.h"

namespace huozi::cover {
namespace {

constexpr size_t kMostCreators = 24;  // of one role; more are 等

// 张三　李四　王五 等 for lists too long for a cover.
document::BookMetadata within_bounds(document::BookMetadata metadata) {
  const bool chinese = metadata.language.starts_with("zh");
  std::vector<document::Creator> kept;
  for (const document::Creator& creator : metadata.creators) {
    const auto same = [&](const document::Creator& other) { return other.role == creator.role; };
    const auto all = std::count_if(metadata.creators.begin(), metadata.creators.end(), same);
    const auto before = std::count_if(kept.begin(), kept.end(), same);
    constexpr int kNamed = 3;
    if (all > static_cast<std::ptrdiff_t>(kMostCreators) && before >= kNamed) {
      if (before == kNamed) kept.push_back({chinese ? "等" : "et al.", creator.role});
      continue;
    }
    kept.push_back(creator);
  }
  metadata.creators = std::move(kept);
  return metadata;
}

}  // namespace

Words words_of(const document::BookMetadata& metadata) {
  Words words;
  words.title = metadata.title;
  words.series = metadata.series_title;
  if (!words.series.empty() && !metadata.series_position.empty()) words.series += "　" + metadata.series_position;
  for (const document::Block& block : document::title_page(within_bounds(metadata), 0).blocks) {
    const auto* paragraph = std::get_if<document::Paragraph>(&block.content);
    if (!paragraph) continue;
    const std::string text = document::plain_text(paragraph->children);
    const std::string& kind = block.info.attributes.classes.front();
    if (kind == "subtitle") words.subtitle = text;
    if (kind == "publisher") words.publisher = text;
    if (kind == "creators") words.creators.push_back(text);
  }
  // Beside others those who wrote the book are named as such.
  if (words.creators.size() > 1 && metadata.language.starts_with("zh")) {
    size_t line = 0;
    for (size_t i = 0; i < metadata.creators.size(); ++i) {
      const std::string& role = metadata.creators[i].role;
      if (i > 0 && role == metadata.creators[i - 1].role) continue;
      if (role == "aut" && line < words.creators.size()) words.creators[line] += "　著";
      ++line;
    }
  }
  return words;
}

}  // namespace huozi::cover
