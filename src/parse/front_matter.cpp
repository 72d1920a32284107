#include "parse/front_matter.h"

#include <algorithm>
#include <array>
#include <optional>

#include "parse/date.h"
#include "parse/entities.h"
#include "parse/front_matter_lines.h"
#include "parse/legible.h"
#include "source/yaml.h"

namespace huozi::parse {
namespace {

using source::SourceFile;
using source::Span;
using source::YamlNode;

constexpr size_t kMaxBytes = 64u << 10;

// The keys that are read, and those that only show that a block is front matter.
constexpr std::array<std::string_view, 16> kKnown = {
    "title",    "author",     "date", "source",    "url", "headimg", "language", "lang",
    "category", "categories", "tags", "thumbnail", "tag", "layout",  "comments", "numbered"};

bool is_known(std::string_view key) {
  return std::find(kKnown.begin(), kKnown.end(), key) != kKnown.end();
}

struct FoundBlock {
  Span yaml;            // between the two marking lines
  uint32_t body_begin;  // after the closing line
};

std::optional<FoundBlock> find_block(const SourceFile& file) {
  const std::string_view text = file.text();
  size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  Line line = line_at(text, at);
  while (line.text.empty() && line.next < text.size()) line = line_at(text, line.next);
  if (line.text != "---") return std::nullopt;
  const size_t begin = at = line.next;
  bool known = false;
  while (at < text.size() && at - begin <= kMaxBytes) {
    line = line_at(text, at);
    if (line.text == "---" || line.text == "...") {
      if (!known) return std::nullopt;
      return FoundBlock{file.span(begin, at), static_cast<uint32_t>(line.next)};
    }
    const auto entry = key_line(line.text);
    if (at == begin && !entry) return std::nullopt;
    if (entry && is_known(entry->key)) known = true;
    at = line.next;
  }
  return std::nullopt;
}

// Well-formed and without invisible characters. White space of any kind and length becomes one blank; none at the ends.
// U+3000 is a character of the title.
std::string tidy(std::string_view text) {
  return on_one_line(decode_entities(visible_text(legible_text(text))));
}

// A value that is a collection although a text is expected, such as `title: [转载] 题`, is taken as it is written.
std::string text_of(const SourceFile& file, const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::null:
      return {};
    case YamlNode::Kind::scalar:
      return tidy(node.text);
    default:
      return tidy(file.slice(node.span));
  }
}

std::vector<std::string> list_of(const SourceFile& file, const YamlNode& node) {
  std::vector<std::string> out;
  const auto add = [&](const YamlNode& item) {
    if (std::string text = text_of(file, item); !text.empty()) out.push_back(std::move(text));
  };
  if (node.kind == YamlNode::Kind::sequence) {
    for (const YamlNode& item : node.items) add(item);
  } else {
    add(node);
  }
  return out;
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : "、") + item;
  return out;
}

// Feeds file an article under three names, 栏目, 来源, 频道, and give the second as its author too: it is where the
// article was published. Other lists of three are subjects.
std::string source_of(const document::ArticleMetadata& data) {
  const bool filed = data.categories.size() == 3 && data.categories[1] == data.author;
  return filed ? data.author : std::string();
}

document::ArticleMetadata metadata_from(const SourceFile& file, const YamlNode& root,
                                        source::Diagnostics& diagnostics) {
  document::ArticleMetadata out;
  const auto text = [&](std::string_view key) {
    const YamlNode* node = root.get(key);
    return node ? text_of(file, *node) : std::string();
  };
  const auto list = [&](std::string_view key) {
    const YamlNode* node = root.get(key);
    return node ? list_of(file, *node) : std::vector<std::string>();
  };
  out.title = text("title");
  if (const YamlNode* title = root.get("title")) out.title_span = title->span;
  out.author = joined(list("author"));
  out.source = text("source");
  out.url = text("url");
  out.numbered = text("numbered") != "false";
  out.head_image = text("headimg");
  if (out.head_image.empty()) out.head_image = text("thumbnail");
  out.language = text(root.get("language") ? "language" : "lang");
  out.categories = list(root.get("categories") ? "categories" : "category");
  out.tags = list(root.get("tags") ? "tags" : "tag");
  if (out.source.empty()) out.source = source_of(out);
  out.date_raw = text("date");
  if (!out.date_raw.empty()) {
    const auto date = parse_date(out.date_raw);
    if (!date) diagnostics.report("front-matter.date", root.get("date")->span, {out.date_raw});
    out.date = date.value_or("");
  }
  return out;
}

}  // namespace

FrontMatter read_front_matter(const SourceFile& file, source::Diagnostics& diagnostics) {
  FrontMatter out;
  const auto block = find_block(file);
  if (!block) return out;
  out.body_begin = block->body_begin;
  source::Diagnostics problems;
  std::optional<YamlNode> root = read_yaml(file, block->yaml, problems);
  if (!problems.items().empty()) {
    const source::Diagnostic& first = problems.items().front();
    diagnostics.report("front-matter.syntax", first.span, {message_of(first)});
  }
  if (!root || root->kind != YamlNode::Kind::mapping) root = read_key_lines(file, block->yaml, kKnown);
  out.metadata = metadata_from(file, *root, diagnostics);
  return out;
}

}  // namespace huozi::parse
