// The parts of book.yaml, each read into its struct of manifest.h. Inside parse/ only.
#pragma once

#include "parse/manifest.h"
#include "parse/manifest_fields.h"

namespace huozi::parse {

// manifest_contents.cpp: what stands in the book
std::vector<MatterItem> read_front(Fields& top, Imprint::Kind imprint, source::Diagnostics& diagnostics);
std::vector<MatterItem> read_back(Fields& top, source::Diagnostics& diagnostics);
std::vector<Chapter> read_chapters(Fields& top, source::Diagnostics& diagnostics);

// manifest_index.cpp
document::IndexSettings read_index(Fields& top, source::Diagnostics& diagnostics);

// manifest_settings.cpp: facts and choices
void read_metadata(Fields& top, Manifest& out, source::Diagnostics& diagnostics);
std::vector<Override> read_overrides(Fields& top, source::Diagnostics& diagnostics);
Citations read_citations(Fields& top, source::Diagnostics& diagnostics);
Cleaning read_cleaning(Fields& top, source::Diagnostics& diagnostics);
std::vector<Alike> read_duplicates(Fields& top, source::Diagnostics& diagnostics);
void read_proofreading(Fields& top, Manifest& out, source::Diagnostics& diagnostics);
std::vector<Asset> read_assets(Fields& top, source::Diagnostics& diagnostics);
Outputs read_outputs(Fields& top, source::Diagnostics& diagnostics);

// manifest_press.cpp: what the print shop is told; `outputs` is the mapping of that name
void read_press(Fields& outputs, Press& out, source::Diagnostics& diagnostics);
void read_cover_spread(Fields& outputs, CoverSpread& out, source::Diagnostics& diagnostics);

// manifest_publication.cpp: people, and what only the e-book's package says
void read_creators(Fields& top, Manifest& out, source::Diagnostics& diagnostics);
void read_publication(Fields& top, Manifest& out, source::Diagnostics& diagnostics);

// manifest_imprint.cpp: facts of the edition; those that stand for ones to come are put among the placeholders
std::string read_fact(Fields& fields, std::string_view key, std::vector<Located>& placeholders);
std::string read_isbn_field(Fields& top, std::vector<Located>& placeholders, source::Diagnostics& diagnostics);
void read_imprint(Fields& top, Manifest& out, source::Diagnostics& diagnostics);

}  // namespace huozi::parse
