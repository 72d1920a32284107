#include "parse/manifest.h"

#include <algorithm>

#include "base/hash.h"
#include "parse/manifest_codes.h"
#include "parse/manifest_parts.h"

namespace huozi::parse {
namespace {

using source::Diagnostics;
using source::SourceFile;
using source::YamlNode;

source::Span span_of(Fields& top, std::string_view key) {
  const YamlNode* node = top.get(key);
  return node ? node->span : source::Span{};
}

// A name stands for a sheet that comes with huozi; with a slash or .css it is a path.
std::vector<Located> read_stylesheets(Fields& top, Diagnostics& diagnostics) {
  std::vector<Located> out = top.texts("stylesheet");
  for (Located& sheet : out) {
    const bool path = sheet.text.ends_with(".css") || sheet.text.find('/') != std::string::npos;
    if (path) check_inside(sheet, diagnostics);
  }
  std::erase_if(out, [](const Located& sheet) { return sheet.text.empty(); });
  if (out.empty()) out.push_back({"booklet", {}});
  return out;
}

std::vector<Located> read_variants(Fields& top, Diagnostics& diagnostics) {
  std::vector<Located> out;
  const YamlNode* node = top.mapping("variants");
  if (!node) return out;
  for (const auto& entry : node->entries) out.push_back(text_of(entry.key, "variants", diagnostics));
  return out;
}

bool holds_index(const std::vector<MatterItem>& back) {
  return std::any_of(back.begin(), back.end(),
                     [](const MatterItem& item) { return item.role == document::SectionRole::index; });
}

}  // namespace

std::optional<Manifest> read_manifest(const SourceFile& file, Diagnostics& diagnostics) {
  const auto root = read_yaml(file, file.span(0, file.text().size()), diagnostics);
  if (!root) return std::nullopt;
  if (root->kind != YamlNode::Kind::mapping) {
    diagnostics.report("manifest.empty", root->span);
    return std::nullopt;
  }
  Fields top(*root, "", diagnostics);
  Manifest out;
  read_metadata(top, out, diagnostics);
  out.title_span = span_of(top, "title");
  out.date_span = span_of(top, "date");
  out.cover = top.path("cover");
  out.stylesheets = read_stylesheets(top, diagnostics);
  read_imprint(top, out, diagnostics);
  for (const Located& fact : out.placeholders) diagnostics.report("manifest.placeholder", fact.span, {fact.text});
  out.front = read_front(top, out.imprint.kind, diagnostics);
  out.chapters = read_chapters(top, diagnostics);
  out.overrides = read_overrides(top, diagnostics);
  out.back = read_back(top, diagnostics);
  out.references = top.path("references");
  out.index = read_index(top, diagnostics);
  if (top.has("index") && !holds_index(out.back)) {
    diagnostics.report("manifest.index-not-placed", span_of(top, "index"));
  }
  out.citations = read_citations(top, diagnostics);
  out.clean = read_cleaning(top, diagnostics);
  out.duplicates = read_duplicates(top, diagnostics);
  read_proofreading(top, out, diagnostics);
  out.assets = read_assets(top, diagnostics);
  out.outputs = read_outputs(top, diagnostics);
  out.variants = read_variants(top, diagnostics);
  top.finish();
  return out;
}

std::string default_identifier(const document::BookMetadata& metadata) {
  if (const auto isbn = read_isbn(metadata.isbn)) return "urn:isbn:" + isbn->digits;
  // NUL cannot stand in the texts, so no two books make the same name.
  std::string name = metadata.title;
  for (const document::Creator& creator : metadata.creators) name += '\0' + creator.name + '\0' + creator.role;
  name += '\0' + metadata.date;
  return base::uuid_urn(name);
}

}  // namespace huozi::parse
