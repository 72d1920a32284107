#include "book_citations.h"

#include <utility>

#include "base/file.h"
#include "citation/attribution.h"
#include "citation/cited_notes.h"
#include "citation/entry.h"
#include "data_folder.h"
#include "document/front_matter_pages.h"
#include "parse/references.h"

namespace huozi {

using namespace document;
namespace fs = std::filesystem;

namespace {

std::string_view style_name(parse::Citations::Style style) {
  switch (style) {
    case parse::Citations::Style::humanities:
      return "humanities";
    case parse::Citations::Style::gb_t_7714_2025:
      return "gb-t-7714-2025";
    case parse::Citations::Style::gb_t_7714_2015:
      return "gb-t-7714-2015";
  }
  return "humanities";
}

citation::Style read_style(const parse::Manifest& manifest, source::SourceSet& sources,
                           source::Diagnostics& diagnostics) {
  const fs::path path =
      fs::path("styles") / "citations" / (std::string(style_name(manifest.citations.style)) + ".yaml");
  auto text = base::read_file(data_folder() / path);
  if (!text) {
    diagnostics.report("file.unreadable", {}, {path.string(), "64 MiB"});
    return {};
  }
  citation::Style style =
      citation::read_style(sources.add(path.string(), std::move(*text)), diagnostics).value_or(citation::Style());
  if (is_traditional_chinese(manifest.metadata.language)) citation::make_traditional(style);
  return style;
}

std::vector<Reference> read_references(const parse::Located& path, const BookFolder& folder, source::SourceSet& sources,
                                       source::Diagnostics& diagnostics) {
  if (path.text.empty()) return {};
  const auto place = base::path_inside(folder.folder, path.text);
  auto text = place ? base::read_file(*place, parse::kMostReferenceBytes) : std::nullopt;
  if (!place) {
    diagnostics.report("file.outside", path.span, {path.text});
  } else if (!text) {
    diagnostics.report("file.unreadable", path.span, {path.text, "16 MiB"});
  }
  if (!text) return {};
  const std::string shown = (fs::path(folder.shown) / path.text).string();
  return parse::read_references(sources.add(shown, std::move(*text)), diagnostics);
}

}  // namespace

BookCitations::BookCitations(const parse::Manifest& manifest, const BookFolder& folder, source::SourceSet& sources,
                             source::Diagnostics& diagnostics)
    : manifest_(manifest),
      bibliography_(read_style(manifest, sources, diagnostics),
                    read_references(manifest.references, folder, sources, diagnostics),
                    manifest.citations.access_date) {}

void BookCitations::settle(Document& article, source::Diagnostics& diagnostics, Audit& audit) const {
  citation::restyle_attributions(article, bibliography_.style(), audit);
  citation::write_cited_notes(article, bibliography_, !manifest_.references.text.empty(), diagnostics, audit);
}

void BookCitations::cite_source(Document& article, Inlines& title) const {
  if (!manifest_.citations.article_source_note) return;
  const Reference source = citation::reference_of(article.metadata, manifest_.citations.access_date);
  const citation::Line line = source.title.empty() ? citation::Line() : citation::entry(source, bibliography_.style());
  if (line.empty()) return;
  const auto node = [&](auto content) {
    Inline made;
    made.info.id = article.make_id();
    made.info.span = article.metadata.title_span;
    made.content = std::move(content);
    return made;
  };
  Inlines words;
  for (const citation::Words& each : line) {
    Inline text = node(Text{each.text});
    words.push_back(each.address.empty() ? std::move(text) : node(Link{each.address, {std::move(text)}}));
  }
  Note note;
  note.kind = NoteKind::citation;
  CitationRecord& record = note.citation.emplace();
  record.kind = CitationRecord::Kind::article;
  record.date = article.metadata.date;
  Block paragraph;
  paragraph.info.id = article.make_id();
  paragraph.info.span = article.metadata.title_span;
  paragraph.content = Paragraph{std::move(words)};
  note.blocks.push_back(std::move(paragraph));
  title.push_back(node(std::move(note)));
}

}  // namespace huozi
