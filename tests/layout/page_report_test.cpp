#include "layout/page_report.h"

#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;

TEST_CASE("what pages could not avoid is told by folio, with what begins the next page") {
  // Seven lines fill a page but for one; what follows stands together.
  document::Blocks blocks(7, p("一"));
  document::Block kept = p("二二二二二二二二二二二二二二二二二二二二二二二二二");
  kept.info.attributes.classes = {"kept"};
  blocks.push_back(std::move(kept));
  const Typeset book({chapter("", std::move(blocks))}, ".kept { break-inside: avoid }");
  const auto faults = layout::report_faults(book.book, book.galleys, book.plans, book.cascade);
  REQUIRE(faults.size() == 1);
  CHECK(layout::fault_name(faults[0].fault.kind) == "short-page");
  CHECK(faults[0].fault.rows == 1);
  CHECK(faults[0].page == "1");
  CHECK(faults[0].near.article == 0);
  CHECK(faults[0].near.ordinal > 7);
}
