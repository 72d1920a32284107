#include "document/link_names.h"

#include <set>

#include "document/links.h"
#include "document/plain_text.h"
#include "document/walk.h"
#include "support/builders.h"
#include "support/catch.h"

using namespace huozi;
using test::a, test::h, test::p, test::t;

TEST_CASE("a link without words has those of the heading it leads to") {
  document::Block heading = h(2, {t("子"), a("#子", "")});
  std::get<document::Heading>(heading.content).number = "一、";
  const test::Sample sample =
      test::document_of({heading, p({t("见"), a("#子", ""), t("和"), a("#子", "那里")}), p({a("#文", "")})});
  document::Book book;
  document::Section& section = book.sections.emplace_back();
  section.blocks = sample.document.blocks;
  section.info.id = {0, 900};
  source::Diagnostics diagnostics;
  document::resolve_links(book, {{"a.md", 0}}, diagnostics);
  document::Audit audit;
  document::name_links(book, audit);
  CHECK(test::outline(book.sections[0].blocks) == "h2 子\np 见一、子和那里\np \n");
  REQUIRE(audit.generated.size() == 1);
  CHECK(audit.generated[0].text == "一、子");
  std::set<document::NodeId> ids;
  size_t nodes = 0;
  document::for_each_inline(book, [&](const document::Inline& node) {
    ids.insert(node.info.id);
    ++nodes;
  });
  CHECK(ids.size() == nodes);
}
