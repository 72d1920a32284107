#include "parse/html.h"

#include <algorithm>

#include "document/walk.h"
#include "support/catch.h"
#include "support/reading.h"

using namespace huozi;
using test::html;
using test::Reading;

namespace {

std::string lines(std::initializer_list<const char*> all) {
  std::string out;
  for (const char* line : all) out += std::string(line) + "\n";
  return out;
}

}  // namespace

TEST_CASE("white space collapses across inline boundaries", "[html]") {
  CHECK(html("<p>\n a <b> b </b> c\n</p>") ==
        lines({"paragraph", "  text \"a \"", "  strong", "    text \"b \"", "  text \"c\""}));
  CHECK(html("<p>甲&nbsp;乙&nbsp;</p>") == lines({"paragraph", "  text \"甲\xC2\xA0乙\""}));
}

TEST_CASE("a line end between East Asian characters vanishes, elsewhere it is a blank", "[html]") {
  CHECK(html("<p>甲\n乙</p>") == lines({"paragraph", "  text \"甲乙\""}));
  CHECK(html("<p>甲，\r\n  “乙”\n—丙</p>") == lines({"paragraph", "  text \"甲，“乙”—丙\""}));
  CHECK(html("<p>Windows Server\n2022中</p>") == lines({"paragraph", "  text \"Windows Server 2022中\""}));
  CHECK(html("<p>甲\nA</p>") == lines({"paragraph", "  text \"甲 A\""}));
  CHECK(html("<p><b>甲</b>\n<i>乙</i></p>") ==
        lines({"paragraph", "  strong", "    text \"甲\"", "  em", "    text \"乙\""}));
  CHECK(html("<p>甲 乙</p>") == lines({"paragraph", "  text \"甲 乙\""}));
}

TEST_CASE("ideographic indents go into the audit", "[html]") {
  const Reading reading("a.html", "<p>　　甲　乙</p>");
  CHECK(reading.dump() == lines({"paragraph", "  text \"甲　乙\""}));
  REQUIRE(reading.audit.entries.size() == 1);
  CHECK(reading.audit.entries[0].rule == "parse.indent");
  CHECK(reading.audit.entries[0].removed == "　　");
  CHECK(reading.slice(reading.audit.entries[0].span) == "　　");
}

TEST_CASE("empty paragraphs, blank elements and invisible characters leave nothing", "[html]") {
  CHECK(html("<p></p><p><br></p><p>&nbsp;</p><p>\n<b> </b></p><div>\xE2\x80\x8B</div>").empty());
  CHECK(html("<p>甲\xE2\x80\x8B乙\xEF\xBB\xBF<b></b>丙</p>") == lines({"paragraph", "  text \"甲乙丙\""}));
}

TEST_CASE("two line breaks divide paragraphs, one is a line break", "[html]") {
  CHECK(html("<div>甲<br>\n<br>乙<br>丙<br></div>") ==
        lines({"paragraph", "  text \"甲\"", "paragraph", "  text \"乙\"", "  break", "  text \"丙\""}));
  CHECK(html("<p><b>甲<br><br>乙</b></p>") ==
        lines({"paragraph", "  strong", "    text \"甲\"", "paragraph", "  strong", "    text \"乙\""}));
}

TEST_CASE("equal inline elements side by side are one", "[html]") {
  CHECK(html("<p><strong>试题内</strong><strong>容：</strong>甲</p>") ==
        lines({"paragraph", "  strong", "    text \"试题内容：\"", "  text \"甲\""}));
  CHECK(html("<p><b class=x>甲</b><b>乙</b></p>") ==
        lines({"paragraph", "  strong .x", "    text \"甲\"", "  strong", "    text \"乙\""}));
  CHECK(html("<p>访<span style='color:red'>问安</span>全</p>") == lines({"paragraph", "  text \"访问安全\""}));
}

TEST_CASE("text spans are exact where the text is written so", "[html]") {
  const Reading reading("a.html", "<div>\n<p>\n　　活字<b>印刷</b>&amp;排版\n</p></div>");
  std::string seen;
  document::for_each_inline(reading.document.blocks, [&](const document::Inline& node) {
    const auto* text = std::get_if<document::Text>(&node.content);
    if (!text) return;
    const std::string source = reading.slice(node.info.span);
    seen += source + "|";
    if (source.size() == text->text.size()) CHECK(source == text->text);
  });
  CHECK(seen == "活字|印刷|&amp;排版|");
}

TEST_CASE("lists nest and loose content stays with its item", "[html]") {
  CHECK(html("<ul><li>甲<ul><li>乙</ul><li> </li></ul>") ==
        lines({"list", "  item", "    paragraph", "      text \"甲\"", "    list", "      item", "        paragraph",
               "          text \"乙\""}));
  CHECK(html("<ol start=3><li>甲</li>乙</ol>") == lines({"list from 3 loose", "  item", "    paragraph",
                                                         "      text \"甲\"", "    paragraph", "      text \"乙\""}));
}

TEST_CASE("tables keep heads, spans, alignment and caption", "[html]") {
  CHECK(html("<table><caption>表一</caption><thead><tr><th>甲</th></tr></thead><tr><td colspan=2 rowspan=9 "
             "align=center>乙</td></tr></table>") ==
        lines({"table header 1", "  caption", "    text \"表一\"", "  row", "    header", "      paragraph",
               "        text \"甲\"", "  row", "    cell columns 2 center", "      paragraph", "        text \"乙\""}));
  CHECK(html("<table><tr><td colspan=99999999999>甲</table>").find("columns 100\n") != std::string::npos);
}

TEST_CASE("figures are read by content", "[html]") {
  const std::string expected =
      lines({"figure", "  paragraph", "    image \"a.png\"", "  caption", "    text \"图一\""});
  CHECK(html("<figure><img src=a.png><figcaption>图一</figcaption></figure>") == expected);
  CHECK(html("<figure>图一<figcaption><img src=a.png></figcaption></figure>") == expected);
  CHECK(html("<figure><p><img src=a.png></p><figcaption></figcaption></figure>") ==
        lines({"figure", "  paragraph", "    image \"a.png\""}));
}

TEST_CASE("a link round a figure leads from its picture and its caption", "[html]") {
  CHECK(html("<a href=\"https://x.y\"><figure><img src=a.png><figcaption>图一</figcaption></figure></a>") ==
        html("<figure><a href=\"https://x.y\"><img src=a.png></a><figcaption><a href=\"https://x.y\">图一</a>"
             "</figcaption></figure>"));
  CHECK(html("<a href=\"https://x.y\"><figure><img src=a.png></figure></a>").find("https://x.y") != std::string::npos);
}

TEST_CASE("a picture loaded late keeps its true address", "[html]") {
  CHECK(html("<img src='data:image/gif;base64,R0' data-src='a.jpg'>") == lines({"paragraph", "  image \"a.jpg\""}));
}

TEST_CASE("preformatted text is kept line by line", "[html]") {
  CHECK(html("<pre><code class='language-c'>int <span>甲</span>;\n\n  <中文>\n</code></pre>") ==
        lines({"code c \"int 甲;\\n\\n  <中文>\""}));
}

TEST_CASE("ruby pairs bases and annotations", "[html]") {
  const std::string expected =
      lines({"paragraph", "  ruby", "    over \"huó\"", "      text \"活\"", "    over \"zì\"", "      text \"字\""});
  CHECK(html("<ruby>活<rp>(</rp><rt>huó</rt><rp>)</rp>字<rt>zì</rt></ruby>") == expected);
  CHECK(html("<ruby><rb>活<rb>字<rt>huó<rt>zì</ruby>") == expected);
}

TEST_CASE("a note stands at its call and leaves the flow", "[html]") {
  const std::string expected =
      lines({"paragraph", "  text \"甲\"", "  note", "    paragraph", "      text \"注\"", "  text \"乙\""});
  CHECK(html("<p>甲<a epub:type=noteref href='#n'>1</a>乙</p><aside epub:type=footnote id=n>注</aside>") == expected);
  CHECK(
      html(
          "<p>甲<sup><a role=doc-noteref href='#n'>1</a></sup>乙</p><aside role=doc-footnote id=n><p>注</p></aside>") ==
      expected);
  CHECK(html("<p>甲<a class=footnote-ref href='#n'><sup>1</sup></a>乙</p><section class=footnotes><hr><ol><li id=n>注 "
             "<a class=footnote-back href='#r'>↩</a></li></ol></section>") == expected);
}

TEST_CASE("a note that is not there, and one that calls itself, lose nothing", "[html]") {
  const Reading missing("a.html", "<p>甲<a epub:type=noteref href='#n'>一</a></p>");
  CHECK(missing.rules() == "html.missing-note");
  CHECK(missing.dump() == lines({"paragraph", "  text \"甲\"", "  link \"#n\"", "    text \"一\""}));
  const Reading ring("a.html", "<p>甲</p><aside class=footnote id=n>注<a class=noteref href='#n'>一</a></aside>");
  CHECK(test::han_text(ring.document).find(U'注') != std::u32string::npos);
}

TEST_CASE("what is not text of the article is dropped into the audit", "[html]") {
  const Reading reading(
      "a.html",
      "<head><title>网页</title></head><script>脚本</script><p>甲<!-- 注释 --><button>按钮</button>乙</p>"
      "<svg><text>图字</text></svg><noscript>无脚本</noscript>");
  CHECK(reading.dump() == lines({"paragraph", "  text \"甲乙\""}));
  CHECK(test::dump(reading.audit) ==
        lines({"audit parse.dropped-element \"网页\"", "audit parse.dropped-element \"脚本\"",
               "audit parse.comment \" 注释 \"", "audit parse.dropped-element \"按钮\"",
               "audit parse.dropped-element \"图字\"", "audit parse.dropped-element \"无脚本\""}));
}

TEST_CASE("a video becomes a link", "[html]") {
  const Reading reading("a.html", "<p>甲<iframe src='https://v.example/1'></iframe></p>");
  CHECK(reading.dump() == lines({"paragraph", "  text \"甲\"", "paragraph", "  link \"https://v.example/1\"",
                                 "    text \"https://v.example/1\""}));
  CHECK(reading.audit.generated.size() == 1);
}

TEST_CASE("an unknown element keeps its text and is reported once", "[html]") {
  const Reading reading("a.html", "<p>甲<o:p>乙</o:p><o:p>丙</o:p><font>丁</font></p>");
  CHECK(reading.dump() == lines({"paragraph", "  text \"甲乙丙丁\""}));
  CHECK(reading.rules() == "html.unknown-element");
  CHECK(reading.slice(reading.diagnostics.items()[0].span) == "<o:p>乙</o:p>");
}

TEST_CASE("divisions stay when they say something", "[html]") {
  CHECK(html("<div class=content><div class=verse><p>一<br>二</p></div><p>甲</p></div>") ==
        lines({"division .verse", "  paragraph", "    text \"一\"", "    break", "    text \"二\"", "paragraph",
               "  text \"甲\""}));
  CHECK(html("<p>甲</p><div class=box><p>乙</p><p>丙</p></div><div class=page-break></div>") ==
        lines({"paragraph", "  text \"甲\"", "division .box", "  paragraph", "    text \"乙\"", "  paragraph",
               "    text \"丙\"", "division .page-break"}));
  CHECK(html("<p>甲</p><div align=center><p>乙</p></div>") ==
        lines({"paragraph", "  text \"甲\"", "paragraph text-align=center", "  text \"乙\""}));
}

TEST_CASE("an inline element round blocks goes into them", "[html]") {
  CHECK(html("<a href=x><p>甲</p><p>乙</p></a>") ==
        lines({"paragraph", "  link \"x\"", "    text \"甲\"", "paragraph", "  link \"x\"", "    text \"乙\""}));
}

TEST_CASE("nesting and unclosed tags are bounded, and the text stays", "[html]") {
  std::string deep;
  for (int i = 0; i < 4000; ++i) deep += "<div><b><svg>";
  const Reading divs("a.html", deep + "甲");
  CHECK(test::han_text(divs.document).size() + test::han_removed(divs.audit) == 1);
  CHECK(divs.rules() == "html.too-deep");
  std::string bold;
  for (int i = 0; i < 1000; ++i) bold += "<p><b class=c" + std::to_string(i) + ">甲";
  const Reading unclosed("a.html", bold);
  CHECK(test::han_text(unclosed.document).size() == 1000);
  CHECK(unclosed.document.next_ordinal < 70000);
}

TEST_CASE("a tag that the end of the file cuts off is told", "[html]") {
  const Reading reading("a.html", "<p>甲<a href=\"x>乙丙");
  CHECK(reading.dump() == lines({"paragraph", "  text \"甲\""}));
  CHECK(reading.rules() == "html.unclosed-tag");
  CHECK(test::han_removed(reading.audit) == 2);
}

TEST_CASE("nodes are numbered in reading order", "[html]") {
  const Reading reading(
      "a.html", "<p>甲<a class=noteref href='#n'>1</a>乙</p><ul><li>丙</ul><aside class=footnote id=n>丁</aside>");
  std::vector<uint32_t> ordinals;
  document::walk(
      reading.document.blocks, document::Notes::enter,
      [&](const document::Block& block) { ordinals.push_back(block.info.id.ordinal); },
      [&](const document::Inline& node) { ordinals.push_back(node.info.id.ordinal); });
  CHECK(std::is_sorted(ordinals.begin(), ordinals.end()));
  CHECK(ordinals.front() == 1);
  CHECK(reading.document.next_ordinal == ordinals.back() + 1);
}

TEST_CASE("addresses and alternative texts stand on one line", "[html]") {
  CHECK(html("<img src=' a\n.png ' alt='甲\n 乙'><a href='x\ny'>丙</a><iframe src='https://a.b/\n1'></iframe>") ==
        lines({"paragraph", "  image \"a.png\" alt \"甲 乙\"", "  link \"xy\"", "    text \"丙\"", "paragraph",
               "  link \"https://a.b/1\"", "    text \"https://a.b/1\""}));
}

TEST_CASE("tags left out by the bound and control characters show nothing", "[html]") {
  std::string deep;
  for (int i = 0; i < 150; ++i) deep += "<span class=a>";
  CHECK(Reading("a.html", deep + "甲").dump().ends_with("text \"甲\"\n"));
  const Reading controls("a.html", "<p> 甲\x08\x0B乙\xFF丙</p>");
  CHECK(controls.dump() == lines({"paragraph", "  text \"甲乙\xEF\xBF\xBD丙\""}));
  CHECK(html("<p>甲<!  >乙<!-- --></p>") == lines({"paragraph", "  text \"甲乙\""}));
}

TEST_CASE("marks for the index and references to pages are kept", "[html]") {
  const Reading reading("a.html",
                        "<p>甲<span class=index data-entry='主!子' data-reading='a' data-see=乙 data-x=y></span>见第"
                        "<a class=page href='#x'></a>页</p><p><span class=index data-entry=丙></span></p>");
  std::string out;
  document::for_each_inline(reading.document.blocks, [&](const document::Inline& node) {
    for (const auto& [key, value] : node.info.attributes.values) out += key + "=" + value + " ";
    if (std::holds_alternative<document::Link>(node.content)) out += "page ";
  });
  CHECK(out == "entry=主!子 reading=a see=乙 page entry=丙 ");
}

TEST_CASE("a figure's caption ends with its credit", "[html]") {
  const std::string expected = lines({"figure", "  paragraph", "    image \"a.png\"", "  caption", "    text \"茶亭\"",
                                      "  credit", "    text \"林舟摄\""});
  CHECK(html("<figure><img src=a.png><figcaption>茶亭<span class=credit>林舟摄</span></figcaption></figure>") ==
        expected);
  CHECK(html("<figure><img src=a.png><figcaption>茶亭 <span class=credit>林舟摄</span></figcaption></figure>") ==
        expected);
  CHECK(html("<figure><img src=a.png><figcaption><span class=credit>林舟</span>摄</figcaption></figure>") ==
        lines({"figure", "  paragraph", "    image \"a.png\"", "  caption", "    span .credit", "      text \"林舟\"",
               "    text \"摄\""}));
}

TEST_CASE("a paragraph of pictures in a figure stays one", "[html]") {
  CHECK(html("<figure><p align=center><img src=a.png><br><img src=b.png></p></figure>") ==
        lines({"figure", "  paragraph text-align=center", "    image \"a.png\"", "    break", "    image \"b.png\""}));
  CHECK(html("<figure><img src=a.png><img src=b.png></figure>") ==
        lines({"figure", "  paragraph", "    image \"a.png\"", "  paragraph", "    image \"b.png\""}));
}
