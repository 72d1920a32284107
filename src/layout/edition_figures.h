// The figures of the edition that the imprint states: 面数 and 版面字数. Not here: what the editor writes instead, the
// words around them (document/imprint_page).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "document/book.h"
#include "document/imprint_page.h"
#include "layout/galley.h"
#include "layout/page_breaker.h"
#include "style/stylesheet.h"

namespace huozi::layout {

struct EditionFigures {
  int64_t faces = 0;       // 面数: all pages of the book block, blank ones too
  int64_t characters = 0;  // 版面字数
};

// 版面字数 as the rules for book quality count it (图书质量管理规定, annex): characters a line by lines a face, running
// head and folio a line each, blank faces of a folio series too; faces in other type by their own grid. Small-type
// notes of six to nine lines add 15 %, with ten and more the whole face counts by their grid. Title pages and printed
// covers and flaps: half title and title page 50 % (their blank backs nothing), covers 50 %, imprint, spine and flaps
// 100 %, a face of a picture alone 20 %. galleys[i] and plans[i] belong to book.sections[i].
EditionFigures edition_figures(const document::Book& book, const std::vector<Galley>& galleys,
                               const std::vector<PagePlan>& plans, const style::Cascade& cascade,
                               const document::Imprint::Outside& outside);

// 印张 in thousandths: faces by the leaves of a sheet; what is left over is whole leaves of four faces.
// REQUIRES: leaves > 0.
int64_t sheets_of(int64_t faces, int leaves);

// 开本 of pages of this size; nothing when they are folded from no sheet of the trade's.
std::optional<document::SheetFormat> sheet_format(const style::PageStyle& page);

// The same as the imprint has them: 850mm×1168mm　1/32; 7.125; 215千字. Without a format no sheets either.
document::EditionFacts edition_facts(const EditionFigures& figures, const std::optional<document::SheetFormat>& format);

}  // namespace huozi::layout
