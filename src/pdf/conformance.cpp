#include "pdf/conformance.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "document/walk.h"

namespace huozi::pdf {
namespace {

using document::NodeId;

struct Violation {
  std::vector<NodeId> nodes;  // the first that stands in a source is told
  std::vector<std::string> arguments;
};
using Violations = std::vector<Violation>;

std::string shown(const style::Color& color) {
  std::string out = "rgb(";
  for (size_t i = 0; i < 3; ++i) {
    out += std::to_string((color.components[i] * 255 + 500) / 1000) + (i < 2 ? ", " : ")");
  }
  return out;
}

const style::Color* color_of(const layout::Item& item) {
  if (const auto* run = std::get_if<layout::GlyphRun>(&item.content)) return &run->color;
  if (const auto* rule = std::get_if<layout::RuleItem>(&item.content)) return &rule->color;
  if (const auto* path = std::get_if<layout::PathItem>(&item.content)) return &path->color;
  return nullptr;
}

NodeId node_of(const layout::Item& item) {
  return std::visit([](const auto& content) { return content.node; }, item.content);
}

// Text in light has no inks of its own: four plates print it, and no two fit to a hair. Each colour once.
Violations rgb_colors(const Content& content) {
  Violations out;
  std::set<std::string> seen;
  for (const layout::Page& page : content.pages) {
    for (const layout::Item& item : page.items) {
      const style::Color* color = color_of(item);
      if (!color || !content.inks.converts(*color) || !seen.insert(shown(*color)).second) continue;
      out.push_back({{node_of(item)}, {shown(*color), page.label}});
    }
  }
  return out;
}

Violations images_without_words(const Content& content) {
  Violations out;
  if (!content.tags) return out;
  std::set<NodeId> on_pages;
  for (const layout::Page& page : content.pages) {
    for (const layout::Item& item : page.items) {
      const bool figure = std::holds_alternative<layout::ImageItem>(item.content) ||
                          std::holds_alternative<layout::RuleItem>(item.content);
      if (figure && item.region != layout::Region::margin) on_pages.insert(node_of(item));
    }
  }
  for (const Tag& tag : content.tags->tags()) {
    if (tag.type == "Figure" && tag.alternative.empty() && on_pages.contains(tag.node)) out.push_back({{tag.node}, {}});
  }
  return out;
}

Violations fonts_not_embeddable(const Content& content) {
  Violations out;
  std::map<text::FontId, size_t> seen;
  for (const layout::Page& page : content.pages) {
    for (const layout::Item& item : page.items) {
      const auto* run = std::get_if<layout::GlyphRun>(&item.content);
      const text::Font* font = run ? &content.fonts.of(*run).font() : nullptr;
      if (!font || font->may_embed()) continue;
      const auto [found, is_new] = seen.try_emplace(run->font, out.size());
      if (is_new) out.push_back({{}, {font->postscript_name()}});
      out[found->second].nodes.push_back(run->node);
    }
  }
  return out;
}

struct Clause {
  std::string_view rule;  // of the catalogue
  std::vector<Standard> standards;
  Violations (*violations)(const Content&);
  Standard instead = Standard::none;  // what a file that breaks it keeps still
};

const std::vector<Clause>& clauses() {
  using enum Standard;
  static const std::vector<Clause> all = {
      // ISO 15930-1, 6.5 and ISO 15930-7, 6.2.4.3: no device colours but the output intent's.
      {"pdf.rgb-color", {x4, x1a}, rgb_colors},
      // ISO 14289-1, 7.3
      {"pdf.no-alternative", {accessible}, images_without_words, archive},
      // ISO 15930-1, 6.3.5; ISO 15930-7, 6.2.3; ISO 19005-2, 6.2.11.4
      {"pdf.font-licence", {x4, x1a, accessible, none}, fonts_not_embeddable},
  };
  return all;
}

std::map<NodeId, source::Span> spans_of(const document::Book& book) {
  std::map<NodeId, source::Span> out;
  const auto note = [&](const auto& node) { out.emplace(node.info.id, node.info.span); };
  document::walk(book, document::Notes::enter, note, note);
  return out;
}

}  // namespace

Standard kept_standard(Standard wanted, const Content& content, source::Diagnostics& diagnostics) {
  std::optional<std::map<NodeId, source::Span>> spans;
  Standard kept = wanted;
  for (const Clause& clause : clauses()) {
    if (std::find(clause.standards.begin(), clause.standards.end(), wanted) == clause.standards.end()) continue;
    for (Violation& each : clause.violations(content)) {
      if (!spans) spans = spans_of(content.book);
      source::Span place;
      for (const NodeId node : each.nodes) {
        const auto found = spans->find(node);
        if (found != spans->end() && found->second.file != source::kNoFile) {
          place = found->second;
          break;
        }
      }
      diagnostics.report(clause.rule, place, std::move(each.arguments));
      if (kept != Standard::none) kept = clause.instead;
    }
  }
  return kept;
}

}  // namespace huozi::pdf
