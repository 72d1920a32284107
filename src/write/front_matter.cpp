#include "write/front_matter.h"

#include "write/escape.h"

namespace huozi::write {
namespace {

// Readers of front matter decode character references: an ampersand that could begin one is written as one.
std::string with_references(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (text[i] == '&' && (next == '#' || is_alphanumeric(next))) out += "amp;";
  }
  return out;
}

}  // namespace

std::string front_matter(const document::ArticleMetadata& metadata) {
  std::string out;
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) out += std::string(key) + ": " + yaml_text(with_references(value)) + '\n';
  };
  const auto add_list = [&](const char* key, const std::vector<std::string>& values) {
    if (values.empty()) return;
    out += std::string(key) + ":\n";
    for (const std::string& value : values) out += "  - " + yaml_text(with_references(value)) + '\n';
  };
  if (metadata.title.size() <= kLongestTitle) add("title", metadata.title);
  add("author", metadata.author);
  add("date", metadata.date.empty() ? metadata.date_raw : metadata.date);
  add("source", metadata.source);
  add("url", metadata.url);
  add("headimg", metadata.head_image);
  add("language", metadata.language);
  add_list("categories", metadata.categories);
  add_list("tags", metadata.tags);
  if (!metadata.numbered) out += "numbered: false\n";
  return out.empty() ? out : "---\n" + out + "---\n";
}

}  // namespace huozi::write
