#include "document/imprint_page.h"

#include "document/plain_text.h"
#include "document/walk.h"
#include "support/catch.h"

namespace huozi {
namespace {

// A line a paragraph: its class, then its words; / for a line break.
std::string page(const document::Section& section) {
  std::string out;
  document::for_each_block(section, [&](const document::Block& block) {
    const auto* paragraph = std::get_if<document::Paragraph>(&block.content);
    if (paragraph == nullptr) return;
    out += block.info.attributes.classes.at(0) + " ";
    document::for_each_inline(block, [&](const document::Inline& node) {
      if (const auto* text = std::get_if<document::Text>(&node.content)) out += text->text;
      if (std::holds_alternative<document::LineBreak>(node.content)) out += "/";
    });
    out += "\n";
  });
  return out;
}

TEST_CASE("the imprint page lists what is given and nothing else") {
  document::BookMetadata metadata;
  metadata.title = "铅字";
  document::Imprint imprint;
  imprint.kind = document::Imprint::Kind::internal;
  CHECK(page(document::imprint_page(metadata, imprint, {}, 1)) == "imprint-entry 书　　名　铅字\n");
  metadata.subtitle = "印刷史话";
  metadata.creators = {{"林舟", "aut"}, {"王小明", "aut"}, {"李安", "trl"}, {"某某", "xyz"}};
  metadata.publisher = "示例出版社";
  metadata.isbn = "978-7-302-12260-0";
  metadata.rights = "免费交流";
  imprint.edition = "2022年6月第1版";
  imprint.printing = "2022年6月第1次印刷";
  imprint.print_run = 2000;
  imprint.price = "20.00元";
  CHECK(page(document::imprint_page(metadata, imprint, {}, 1)) ==
        "imprint-entry 书　　名　铅字：印刷史话\nimprint-entry 作　　者　林舟　王小明\nimprint-entry 译　　者　李安\n"
        "imprint-entry 责\u2002任\u2002者　某某\nimprint-entry 出　　版　示例出版社\n"
        "imprint-entry 书　　号　ISBN 978-7-302-12260-0\nimprint-entry 版　　次　2022年6月第1版\n"
        "imprint-entry 印　　次　2022年6月第1次印刷\nimprint-entry 印　　数　2000册\n"
        "imprint-entry 定　　价　20.00元\nrights 免费交流\n");
  metadata.language = "zh-Hant";
  CHECK(page(document::imprint_page(metadata, imprint, {}, 1)).find("書　　名") != std::string::npos);
}

TEST_CASE("the CIP text keeps its lines and blanks; other lines are labelled where they say so") {
  document::BookMetadata metadata;
  metadata.title = "铅字";
  document::Imprint imprint;
  imprint.cip = "图书在版编目（CIP）数据\n\n  铅字/林舟著";
  imprint.extra = {"责任编辑：某", "印刷：某厂", "如有印装质量问题：请与本社联系", "版权所有"};
  CHECK(page(document::imprint_page(metadata, imprint, {}, 1)) ==
        "cip 图书在版编目（CIP）数据//  铅字/林舟著\nimprint-entry 书　　名　铅字\nimprint-entry 责任编辑　某\n"
        "imprint-entry 印　　刷　某厂\nimprint-entry 如有印装质量问题　请与本社联系\nimprint-entry 版权所有\n");
}

}  // namespace
}  // namespace huozi
