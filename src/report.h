// NAME.report.json: what was wrong, what was removed or changed, what was added, and the book's figures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/print_place.h"
#include "document/audit.h"
#include "make_cover_spread.h"
#include "proof/finding.h"
#include "read_articles.h"
#include "source/diagnostic.h"

namespace huozi {

struct Figures {
  size_t pages = 0;
  size_t characters = 0;  // Han characters of the text and the notes
  size_t notes = 0;
  size_t sections = 0;
  size_t images = 0;
  std::string revision;  // of the text (print_places); empty: no pages were set
  std::optional<CoverFigures> cover;  // where one was made for print
};

// What a page could not avoid (layout/page_report).
struct PageException {
  std::string page;  // its label
  std::string what;
  int64_t rows = 0;  // lines it is short by
  source::Span near;
};

// UTF-8 JSON with a final line feed; keys in a fixed order. `fixes`: those of the diagnostics that proofreading would
// correct itself. `place_of`: where the diagnostics stand in print.
std::string report_json(const source::Diagnostics& diagnostics, const std::vector<proof::Finding>& fixes,
                        const document::Audit& audit, const Figures& figures,
                        const std::vector<ArticleFigures>& articles, const std::vector<PageException>& exceptions,
                        const source::SourceSet& sources, const desk::PlaceOf& place_of = {});

struct ImportedArticle;

// import.report.json: for each article its source, what was made of it, what was changed and what was wrong.
std::string import_report_json(const std::vector<ImportedArticle>& articles, const source::SourceSet& sources);

}  // namespace huozi
