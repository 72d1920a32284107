#include "write/article.h"

#include <algorithm>

#include "document/plain_text.h"
#include "write/attributes.h"
#include "write/front_matter.h"
#include "write/markdown_writer.h"

namespace huozi::write {

using namespace document;

namespace {

// A heading's blanks at its ends, and more than one in a row, are not read.
bool stands_as_heading(std::string_view title) {
  const auto is_edge = [](std::string_view text) {
    return text.starts_with(' ') || text.starts_with("\u00A0") || text.starts_with("\u3000") || text.ends_with(' ') ||
           text.ends_with("\u00A0") || text.ends_with("\u3000");
  };
  return !title.empty() && !is_edge(title) && title.find("  ") == std::string_view::npos;
}

// The title as a heading: where links lead to it, where it is too long for front matter, and where the first heading
// repeats it and would be taken for it.
bool needs_title_heading(const Document& document) {
  const ArticleMetadata& metadata = document.metadata;
  if (!stands_as_heading(metadata.title)) return false;
  if (!metadata.title_id.empty() || metadata.title.size() > kLongestTitle) return true;
  const auto first = std::find_if(document.blocks.begin(), document.blocks.end(),
                                  [](const Block& block) { return std::holds_alternative<Heading>(block.content); });
  if (first == document.blocks.end()) return false;
  const auto& heading = std::get<Heading>(first->content);
  return heading.level == 1 && plain_text(heading.children) == metadata.title;
}

}  // namespace

std::string write_article(const Document& document) {
  std::string out = front_matter(document.metadata);
  Blocks blocks = document.blocks;
  if (needs_title_heading(document)) {
    Block title{{}, Heading{1, {{{}, Text{document.metadata.title}}}, {}}};
    title.info.attributes.id = document.metadata.title_id;
    blocks.insert(blocks.begin(), std::move(title));
  }
  const std::string body = MarkdownWriter().body(blocks);
  if (!out.empty() && !body.empty()) out += '\n';
  out += body;
  if (!body.empty()) out += '\n';
  return out;
}

}  // namespace huozi::write
