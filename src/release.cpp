#include "release.h"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "document/alternative.h"
#include "document/walk.h"

namespace huozi {
namespace {

// GB/T 12450: what the imprint of a book that is sold cannot do without.
void check_facts(const parse::Manifest& manifest, source::Diagnostics& diagnostics) {
  const document::Imprint& imprint = manifest.imprint;
  if (imprint.kind != document::Imprint::Kind::isbn) return;
  const std::array<std::pair<std::string_view, const std::string*>, 5> needed = {
      {{"isbn", &manifest.metadata.isbn},
       {"publisher", &manifest.metadata.publisher},
       {"imprint.cip", &imprint.cip},
       {"imprint.edition", &imprint.edition},
       {"imprint.price", &imprint.price}}};
  for (const auto& [key, value] : needed) {
    if (value->empty()) diagnostics.report("release.missing-fact", manifest.imprint_span, {std::string(key)});
  }
}

}  // namespace

void check_release(const parse::Manifest& manifest, const document::Book& book, source::Diagnostics& diagnostics) {
  for (const parse::Located& fact : manifest.placeholders) {
    diagnostics.report("release.placeholder", fact.span, {fact.text});
  }
  check_facts(manifest, diagnostics);
  document::for_each_inline(book, [&](const document::Inline& node) {
    const auto* image = std::get_if<document::Image>(&node.content);
    if (image && image->file.empty()) diagnostics.report("release.image", node.info.span, {image->source});
    if (document::lacks_alternative(node)) diagnostics.report("release.alternative", node.info.span, {image->source});
  });
}

void check_characters(source::Diagnostics& diagnostics) {
  std::vector<source::Diagnostic> missing;
  for (const source::Diagnostic& each : diagnostics.items()) {
    if (each.rule == "fonts.missing-character") missing.push_back(each);
  }
  for (source::Diagnostic& each : missing) {
    diagnostics.report("release.character", each.span, std::move(each.arguments));
  }
}

}  // namespace huozi
