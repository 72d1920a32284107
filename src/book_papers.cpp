#include "book_papers.h"

#include "rule_file.h"

namespace huozi {
namespace {

std::optional<print::Paper> chosen(const parse::PaperChoice& choice, const print::Papers& papers,
                                   source::Diagnostics& diagnostics) {
  const print::Paper* known = print::find_paper(papers, choice.name.text);
  if (choice.caliper) return print::Paper{known ? known->name : choice.name.text, *choice.caliper, {}};
  if (known) return *known;
  diagnostics.report("print.paper", choice.name.span,
                     {choice.name.text, print::nearest_papers(papers, choice.name.text)});
  return std::nullopt;
}

}  // namespace

std::optional<BookPapers> book_papers(const parse::Manifest& manifest, source::SourceSet& sources,
                                      source::Diagnostics& diagnostics) {
  const source::SourceFile* file = shipped_rule_file("paper.yaml", {}, sources, diagnostics);
  if (!file) return std::nullopt;
  const print::Papers papers = print::read_papers(*file, diagnostics);
  const auto text = chosen(manifest.outputs.print.paper, papers, diagnostics);
  const auto cover = chosen(manifest.outputs.print.cover_paper, papers, diagnostics);
  if (!text || !cover) return std::nullopt;
  return BookPapers{*text, *cover};
}

}  // namespace huozi
