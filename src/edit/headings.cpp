// Lines that stand as headings without being marked as such. When in doubt a line stays a paragraph.
#include <set>
#include <unordered_map>

#include "document/heading_family.h"
#include "document/plain_text.h"
#include "document/walk.h"
#include "edit/heading_evidence.h"
#include "edit/inline_edit.h"
#include "edit/line_shape.h"
#include "edit/pass.h"

namespace huozi::edit {

using document::Block;
using document::Blocks;
using document::Heading;
using document::HeadingFamily;
using document::Inlines;

namespace {

using Found = std::unordered_map<const Block*, HeadingFamily>;

bool has_marked_headings(const document::Document& document) {
  bool found = false;
  document::for_each_block(
      document.blocks, [&](const Block& block) { found = found || std::holds_alternative<Heading>(block.content); },
      document::Notes::skip);
  return found;
}

Found automatic_headings(Pass& pass) {
  // Who marks headings marks all of them, apart from those a web page makes by bold type.
  const bool plain_lines = !has_marked_headings(pass.document);
  Found found;
  std::set<document::NodeId> titles;
  for (Blocks* blocks : flows(pass.document, Flows::article)) {
    for (const document::NodeId id : split_titles(*blocks, plain_lines, pass)) titles.insert(id);
  }
  for (const Blocks* blocks : flows(pass.document, Flows::article)) {
    const HeadingEvidence evidence(*blocks, plain_lines);
    for (size_t i = 0; i < evidence.lines().size(); ++i) {
      const Line& line = evidence.lines()[i];
      std::optional<Judgement> judgement = evidence.judge(i);
      if (titles.contains(line.block->info.id)) {
        judgement = Judgement{"heading.number", 80, "a number on a line of its own, one of a sequence from 1 on"};
      }
      if (!judgement) continue;
      if (judgement->confidence >= kTaken) found.emplace(line.block, line.family);
      pass.decide(judgement->rule, line.block->info.span, judgement->confidence, std::move(judgement->reason));
    }
  }
  return found;
}

Found listed_headings(Pass& pass) {
  std::set<std::string, std::less<>> wanted;
  for (const std::string& line : pass.options.heading_lines) wanted.emplace(trimmed(line));
  std::set<std::string, std::less<>> missing = wanted;
  Found found;
  for (const Blocks* blocks : flows(pass.document, Flows::article)) {
    for (const Line& line : lines_of(*blocks)) {
      if (!line.is_paragraph() || !wanted.contains(line.text)) continue;
      found.emplace(line.block, line.family);
      pass.decide("heading.listed", line.block->info.span, 100, "listed in book.yaml");
      missing.erase(line.text);
    }
  }
  document::for_each_block(pass.document.blocks, [&](const Block& block) {
    if (const auto* heading = std::get_if<Heading>(&block.content)) {
      missing.erase(std::string(trimmed(document::plain_text(heading->children))));
    }
  });
  for (const std::string& line : missing) {
    pass.diagnostics.report("heading.not-found", {pass.document.file, 0, 0}, {line});
  }
  return found;
}

// Levels by family. Unnumbered headings share one level: the first family's, above the numbered ones when one of them
// comes first.
void promote(const Found& found, Pass& pass) {
  std::set<HeadingFamily> numbered;
  for (const auto& [block, family] : found) {
    if (family != HeadingFamily::unnumbered) numbered.insert(family);
  }
  bool any = false;
  bool unnumbered_above = false;
  int marked = 1;  // level of the last heading the source marks
  document::for_each_block(pass.document.blocks, [&](Block& block) {
    if (const auto* heading = std::get_if<Heading>(&block.content)) marked = heading->level;
    const auto at = found.find(&block);
    if (at == found.end()) return;
    if (!any) unnumbered_above = at->second == HeadingFamily::unnumbered;
    any = true;
    int depth = 1;
    if (at->second != HeadingFamily::unnumbered) {
      depth +=
          static_cast<int>(std::distance(numbered.begin(), numbered.find(at->second))) + (unnumbered_above ? 1 : 0);
    }
    Heading heading;
    heading.level = marked + depth;
    heading.children = std::move(paragraph_of(block)->children);
    unwrap_strong(heading.children);
    block.content = std::move(heading);
    pass.record("edit.heading", block.info.span);
  });
}

}  // namespace

void find_headings(Pass& pass) {
  switch (pass.options.headings) {
    case Headings::as_is:
      return;
    case Headings::automatic:
      return promote(automatic_headings(pass), pass);
    case Headings::listed:
      return promote(listed_headings(pass), pass);
  }
}

}  // namespace huozi::edit
