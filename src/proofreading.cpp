#include "proofreading.h"

#include <algorithm>

#include "proof/proofread.h"
#include "rule_file.h"

namespace huozi {
namespace {

proof::Settings settings_of(const parse::Manifest& manifest, source::Diagnostics& diagnostics) {
  proof::Settings out;
  if (!manifest.metadata.language.empty()) out.language = manifest.metadata.language;
  const auto& known = proof::rule_ids();
  for (const parse::Located& each : manifest.proofreading_off) {
    out.off.push_back(each.text);
    const std::string id = proof::id_of(each.text);
    if (std::find(known.begin(), known.end(), id) != known.end()) continue;
    std::string near = source::nearest(id, known);
    if (near.empty()) {
      for (const std::string_view each_id : known) near += (near.empty() ? "one of " : ", ") + std::string(each_id);
    }
    diagnostics.report("manifest.proof-rule", each.span, {each.text, std::move(near)});
  }
  return out;
}

// The book's own words speak before the shipped ones.
proof::Words words_of(const parse::Manifest& manifest, const BookFolder& folder, source::SourceSet& sources,
                      source::Diagnostics& diagnostics) {
  proof::Words out;
  for (const parse::Located& each : manifest.proofreading_words) {
    const auto* own = own_rule_file(each.text, folder, each.span, sources, diagnostics);
    if (own != nullptr) out.append(proof::read_words(*own, diagnostics));
  }
  const auto* shipped = shipped_rule_file("proofreading.yaml", {}, sources, diagnostics);
  if (shipped != nullptr) out.append(proof::read_words(*shipped, diagnostics));
  return out;
}

}  // namespace

std::vector<proof::Finding> proofread_articles(const parse::Manifest& manifest, const BookFolder& folder,
                                               std::vector<Article>& articles, source::SourceSet& sources,
                                               source::Diagnostics& diagnostics) {
  proof::Settings settings = settings_of(manifest, diagnostics);
  settings.words = words_of(manifest, folder, sources, diagnostics);
  std::vector<Article*> read;
  std::vector<proof::Article> texts;
  for (Article& article : articles) {
    if (!article.file) continue;
    read.push_back(&article);
    texts.push_back({&article.document, &article.audit, article.file});
  }
  std::vector<proof::Findings> found = proof::proofread(texts, settings);
  std::vector<proof::Finding> fixes;
  for (size_t i = 0; i < found.size(); ++i) {
    for (proof::Finding& each : found[i]) {
      read[i]->diagnostics.report(each.rule, each.span, each.arguments);
      if (each.fix) fixes.push_back(std::move(each));
    }
  }
  return fixes;
}

}  // namespace huozi
