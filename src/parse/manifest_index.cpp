// `index:` of book.yaml: the order of the index and the terms to be found.
#include <array>
#include <set>

#include "parse/manifest_parts.h"

namespace huozi::parse {
namespace {

using document::IndexSort;
using document::IndexTerm;
using source::Diagnostics;
using source::YamlNode;

constexpr std::array<std::pair<std::string_view, IndexSort>, 2> kSorts = {
    {{"pinyin", IndexSort::pinyin}, {"stroke", IndexSort::stroke}}};
constexpr std::array<std::pair<std::string_view, bool>, 2> kMatches = {{{"all", false}, {"first", true}}};

std::optional<IndexTerm> read_term(const YamlNode& item, Diagnostics& diagnostics) {
  IndexTerm out;
  if (item.kind != YamlNode::Kind::mapping) {
    const Located term = text_of(item, "index.terms", diagnostics);
    out.term = term.text;
    out.span = term.span;
  } else {
    Fields fields(item, "index.terms", diagnostics);
    const Located term = fields.located("term");
    if (term.text.empty()) fields.report_missing("term");
    out.term = term.text;
    out.span = term.span;
    out.reading = fields.text("reading");
    out.entry = fields.text("entry");
    out.see = fields.text("see");
    out.first_only = fields.choice<bool>("match", kMatches, false);
    fields.finish();
  }
  if (out.term.empty()) return std::nullopt;
  if (out.term.size() > document::kLongestIndexTerm) {
    diagnostics.report("index.long-term", out.span, {std::to_string(document::kLongestIndexTerm)});
    return std::nullopt;
  }
  return out;
}

}  // namespace

document::IndexSettings read_index(Fields& top, Diagnostics& diagnostics) {
  document::IndexSettings out;
  const YamlNode* node = top.mapping("index");
  if (!node) return out;
  Fields fields(*node, "index", diagnostics);
  out.sort = fields.choice<IndexSort>("sort", kSorts, IndexSort::by_language);
  std::set<std::string> known;
  if (const YamlNode* terms = fields.list("terms")) {
    for (const YamlNode& item : terms->items) {
      auto term = read_term(item, diagnostics);
      if (!term) continue;
      if (known.insert(term->term).second) {
        out.terms.push_back(std::move(*term));
      } else {
        diagnostics.report("manifest.repeated", term->span, {term->term});
      }
    }
  }
  fields.finish();
  return out;
}

}  // namespace huozi::parse
