#include "document/colophon_page.h"

#include "document/plain_text.h"
#include "document/walk.h"
#include "support/catch.h"

using namespace huozi;

namespace {

std::string words(const document::Section& section) {
  std::string out = document::plain_text(section.title) + "|";
  document::for_each_inline(section.blocks, [&](const document::Inline& node) {
    if (const auto* text = std::get_if<document::Text>(&node.content)) out += text->text;
  });
  return out;
}

}  // namespace

TEST_CASE("a colophon has a row for each fact that is known") {
  document::BookMetadata metadata;
  document::ColophonFacts facts;
  facts.program = "huozi 1";
  CHECK(words(document::colophon_page(metadata, facts, 3)) == "排印说明|排　　版　huozi 1");
  facts.page = "140mm×203mm";
  facts.type_area = "28字×28行";
  facts.type_size = "五号";
  facts.fonts = "甲体、乙体";
  metadata.language = "zh-Hant";
  CHECK(words(document::colophon_page(metadata, facts, 3)) ==
        "排印說明|成品尺寸　140mm×203mm版　　心　28字×28行字　　號　五號字　　體　甲体、乙体排　　版　huozi 1");
}
