#include "parse/docx.h"

#include <algorithm>

#include "document/plain_text.h"
#include "document/walk.h"
#include "parse/article_title.h"
#include "parse/date.h"
#include "parse/docx_images.h"
#include "parse/docx_package.h"
#include "parse/docx_reader.h"
#include "parse/docx_text.h"
#include "parse/legible.h"
#include "parse/number_nodes.h"

namespace huozi::parse {

using namespace document;

namespace {

std::string trimmed(std::string text) {
  const size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return {};
  return visible_text(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

std::vector<std::string> keywords_of(const std::string& text) {
  std::vector<std::string> out;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    const auto mark = [&](std::string_view separator) { return text.compare(end, separator.size(), separator) == 0; };
    while (end < text.size() && !mark(",") && !mark(";") && !mark("，") && !mark("；") && !mark("、")) ++end;
    const std::string word = trimmed(text.substr(at, end - at));
    if (!word.empty()) out.push_back(word);
    at = end + (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80 ? 3 : 1);
  }
  return out;
}

// docProps/core.xml (ECMA-376 part 2, 11). The day as written, never shifted by a zone.
ArticleMetadata metadata_of(const DocxPackage& package) {
  ArticleMetadata out;
  if (!package.properties) return out;
  std::string modified;
  for (const XmlNode& node : package.properties->xml.root.children) {
    const std::string text = trimmed(node.all_text());
    if (node.is("title")) out.title = text;
    if (node.is("creator")) out.author = text;
    if (node.is("language")) out.language = text;
    if (node.is("category") && !text.empty()) out.categories.push_back(text);
    if (node.is("keywords")) out.tags = keywords_of(text);
    if (node.is("created")) out.date_raw = text;
    if (node.is("modified")) modified = text;
  }
  if (out.date_raw.empty()) out.date_raw = modified;
  out.date = parse_date(out.date_raw).value_or("");
  return out;
}

std::vector<Heading*> headings_of(Blocks& blocks) {
  std::vector<Heading*> out;
  for_each_block(blocks, [&](Block& block) {
    if (auto* heading = std::get_if<Heading>(&block.content)) out.push_back(heading);
  });
  return out;
}

// The title: a paragraph of the style Title; else the one heading of the first level, when all others stand below it;
// else what the file's properties say, which is often nothing or a template's name.
void settle_title(Document& document, Audit& audit) {
  std::vector<Heading*> headings = headings_of(document.blocks);
  const auto of_level = [&](int level) {
    return std::count_if(headings.begin(), headings.end(), [&](const Heading* h) { return h->level == level; });
  };
  if (of_level(1) == 0 && of_level(2) == 1 && headings.front()->level == 2) {
    for (Heading* heading : headings) --heading->level;
  }
  for (Heading* heading : headings) heading->level = std::clamp(heading->level, 1, 6);
  const bool in_text = !headings.empty() && headings.front()->level == 1;
  if (in_text) {
    document.metadata.title.clear();
    take_title(document, audit);
    return;
  }
  if (document.metadata.title.empty() || document.blocks.empty()) return;
  const Block& first = document.blocks.front();
  const auto* paragraph = std::get_if<Paragraph>(&first.content);
  if (!paragraph || plain_text(paragraph->children) != document.metadata.title) return;
  audit.entries.push_back({"parse.repeated-title", first.info.span, document.metadata.title, {}});
  document.metadata.title_span = first.info.span;
  document.blocks.erase(document.blocks.begin());
}

}  // namespace

std::optional<DocxArticle> read_docx(std::string_view bytes, const std::string& path, source::SourceSet& sources,
                                     source::Diagnostics& diagnostics, Audit& audit) {
  std::vector<DocxFault> faults;
  std::optional<DocxPackage> package = DocxPackage::open(bytes, faults);
  const source::SourceFile& file = sources.add(path, package ? lay_out_text(*package) : std::string());
  for (DocxFault& fault : faults) diagnostics.report(fault.first, file.span(0, 0), std::move(fault.second));
  if (!package) return std::nullopt;
  ReadContext context{file, diagnostics, audit, {}, 0};
  DocxImages images(*package, path);
  DocxReader reader(*package, images, context);
  DocxArticle article;
  article.document.file = file.id();
  article.document.metadata = metadata_of(*package);
  article.document.blocks = reader.read();
  reader.record_margins();
  settle_title(article.document, audit);
  number_nodes(article.document);
  article.images = images.take();
  return article;
}

}  // namespace huozi::parse
