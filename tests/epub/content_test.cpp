#include "document/plain_text.h"
#include "package_reader.h"
#include "sample_book.h"
#include "support/catch.h"

using huozi::epub::Input;
using huozi::epub::Profile;
using huozi::epub::write_epub;

namespace {

const std::string kChapter = "EPUB/text/chapter-001.xhtml";

std::string chapter_of(huozi::document::Blocks blocks, const Input& input = {}) {
  return Package(write_epub(sample::one_chapter(std::move(blocks)), input).bytes).file(kChapter);
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("every note is linked both ways, wherever it is called") {
  const auto made = sample::everything();
  Package package(write_epub(made.book, made.input).bytes);
  size_t calls = 0;
  for (const char* name : {"EPUB/text/chapter-001.xhtml", "EPUB/text/chapter-002.xhtml"}) {
    const auto& file = package.xml(name);
    uint32_t expected = 0;
    each_element(file, [&](const tinyxml2::XMLElement& call) {
      if (attribute(call, "epub:type") != "noteref") return;
      ++calls;
      CHECK(attribute(call, "class") == "noteref");
      CHECK(attribute(call, "role") == "doc-noteref");
      const auto* note = element_with(file, "id", attribute(call, "href").substr(1));
      REQUIRE(note != nullptr);
      CHECK(std::string(note->Name()) == "aside");
      CHECK(attribute(*note, "role") == "doc-footnote");
      const auto* back = element_with(*note, "role", "doc-backlink");
      REQUIRE(back != nullptr);
      CHECK(attribute(*back, "href") == "#" + attribute(call, "id"));
      CHECK(text_below(*back) == text_below(call));
    });
    // The notes themselves come in the order of their numbers.
    each_element(file, [&](const tinyxml2::XMLElement& back) {
      if (attribute(back, "role") != "doc-backlink") return;
      CHECK(attribute(back, "aria-label") == "返回正文注释" + std::to_string(++expected));
    });
  }
  CHECK(calls == 11);
}

TEST_CASE("a link around a note call is written in pieces, and keeps its words") {
  const auto made = sample::everything();
  Package package(write_epub(made.book, made.input).bytes);
  const std::string& file = package.file(kChapter);
  CHECK(holds(file, "<a href=\"https://example.com/%E6%B1%89%20%E5%AD%97?a=1&amp;b=2\">外链</a><a id="));
  CHECK(holds(file, "<a href=\"https://example.com/%E6%B1%89%20%E5%AD%97?a=1&amp;b=2\">后半</a>"));
  each_element(package.xml(kChapter), [](const tinyxml2::XMLElement& link) {
    if (std::string(link.Name()) != "a") return;
    each_element(link, [](const tinyxml2::XMLElement& inner) { CHECK(std::string(inner.Name()) != "a"); });
  });
}

TEST_CASE("links lead to ids, to other articles, or lose the link but not the words") {
  const auto made = sample::everything();
  const Package package(write_epub(made.book, made.input).bytes);
  const std::string& file = package.file(kChapter);
  CHECK(holds(file, "<a href=\"#yi\">本章</a>"));
  CHECK(holds(file, "<a href=\"chapter-002.xhtml#mubiao\">他章</a>"));
  CHECK(holds(file, "<a href=\"chapter-002.xhtml\">他文</a>"));
  CHECK(holds(file, "<span>断链</span>"));
  CHECK(holds(file, "<span>恶链</span>"));
}

TEST_CASE("a reference to a page is a link with words of its own") {
  sample::Maker make(1);
  huozi::document::Block target = make.heading(2, "节");
  const auto to = target.info.id;
  huozi::document::Block words = make.paragraph("见");
  auto& children = std::get<huozi::document::Paragraph>(words.content).children;
  children.push_back(make.in(huozi::document::PageReference{to, "第", "页", "“节”"}));
  children.push_back(make.in(huozi::document::PageReference{to, "（第", "页）"}));
  const std::string file = chapter_of({std::move(target), std::move(words)});
  CHECK(holds(file, "见<a class=\"page-reference\" href=\"#n"));
  CHECK(holds(file, ">“节”</a></p>"));
  CHECK_FALSE(holds(file, "（第"));
}

TEST_CASE("text is escaped and what XML forbids is left out") {
  sample::Maker make(1);
  CHECK(holds(chapter_of({make.paragraph("a\x01<b> & \"c\"\x7F \xFF\xEF\xBF\xBF末")}),
              "<p>a&lt;b&gt; &amp; \"c\" \xEF\xBF\xBD末</p>"));
}

TEST_CASE("headings leave no gaps whatever their levels") {
  sample::Maker make(1);
  const std::string file =
      chapter_of({make.heading(3, "甲"), make.heading(5, "乙"), make.heading(2, "丙"), make.heading(3, "丁")});
  for (const char* part : {">甲</h2>", ">乙</h3>", ">丙</h2>", ">丁</h3>"}) CHECK(holds(file, part));
}

TEST_CASE("a file has one h1, even where headings give the title") {
  sample::Maker make(1);
  auto book = sample::one_chapter({make.heading(2, "甲"), make.heading(2, "乙"), make.heading(3, "丙")});
  book.sections[0].title.clear();
  const std::string file = Package(write_epub(book, {}).bytes).file(kChapter);
  for (const char* part : {">甲</h1>", ">乙</h2>", ">丙</h3>"}) CHECK(holds(file, part));
}

TEST_CASE("a section names itself by its heading") {
  const auto made = sample::everything();
  const Package package(write_epub(made.book, made.input).bytes);
  const std::string& file = package.file(kChapter);
  CHECK(holds(file, "<title>题目里的强调</title>"));
  CHECK(
      holds(file, "<section class=\"chapter\" epub:type=\"chapter\" role=\"doc-chapter\" aria-labelledby=\"title\">"));
  CHECK(holds(file, "<h1 id=\"title\">题目里的<em>强调</em><a id=\"n"));
  CHECK(holds(package.file("EPUB/text/title-page.xhtml"), "<h1 id=\"g-n"));
}

TEST_CASE("author's ids are kept when they are plain and new in the file") {
  huozi::document::Blocks blocks;
  uint32_t ordinal = 0;
  for (const char* id : {"good", "good", "中文", "title"}) {
    huozi::document::Block block{{}, huozi::document::Paragraph{}};
    block.info.id = {1, ++ordinal};
    block.info.attributes.id = id;
    blocks.push_back(std::move(block));
  }
  CHECK(holds(chapter_of(std::move(blocks)), "<p id=\"good\"></p><p id=\"n2\"></p><p id=\"n3\"></p><p id=\"n4\"></p>"));
}

TEST_CASE("ids of a second article in the file carry a prefix") {
  sample::Maker one(5);
  sample::Maker two(9);
  huozi::document::Blocks blocks;
  blocks.push_back(one.heading(2, "甲"));
  blocks.push_back(two.heading(2, "乙"));
  for (huozi::document::Block& block : blocks) block.info.id.ordinal = 7;
  const std::string file = chapter_of(std::move(blocks));
  CHECK(holds(file, "<h2 id=\"n7\">甲"));
  CHECK(holds(file, "<h2 id=\"a2-n7\">乙"));
}

TEST_CASE("tables have captions, heads and scopes") {
  const auto made = sample::everything();
  const Package package(write_epub(made.book, made.input).bytes);
  const std::string& file = package.file("EPUB/text/chapter-002.xhtml");
  CHECK(holds(file, "<table><caption>表一 人数<a id="));
  CHECK(holds(file, "<thead><tr><td></td><th scope=\"col\"><p>甲</p></th>"));
  CHECK(holds(file, "<tbody><tr><th scope=\"row\"><p>人数</p></th><td style=\"text-align:right\"><p>1</p></td>"));
  CHECK(holds(file, "<td colspan=\"2\">"));
}

TEST_CASE("every kind of block and inline has its element") {
  const auto made = sample::everything();
  const Package package(write_epub(made.book, made.input).bytes);
  const std::string& first = package.file(kChapter);
  for (const char* part :
       {"<em>字样</em>", "<strong>字样</strong>", "<code>字样</code>", "<sub>字样</sub>", "<sup>字样</sup>",
        "<small>字样</small>", "<mark>字样</mark>", "<u>字样</u>", "<s>字样</s>", "<q>字样</q>", "<span>字样</span>",
        "<br/>", "<ruby>汉<rp>（</rp><rt>hàn</rt><rp>）</rp>字<rp>（</rp><rt>zì</rt><rp>）</rp></ruby>",
        "<span class=\"leader\"></span>", "<span class=\"foreign\" lang=\"fr\" xml:lang=\"fr\">mot français",
        "class=\"footnote\" epub:type=\"footnote\" role=\"doc-footnote\" lang=\"fr\" xml:lang=\"fr\">",
        "class=\"footnote citation\""}) {
    INFO(part);
    CHECK(holds(first, part));
  }
  const std::string& second = package.file("EPUB/text/chapter-002.xhtml");
  for (const char* part :
       {"<p id=\"mubiao\" class=\"lead\">", "<p>引文一。</p><p>引文二。</p></blockquote>",
        "<ul><li><p>外</p><ol start=\"3\"><li><p>第三", "<dl><dt id=\"ci\">词</dt><dt>又名</dt><dd><p>释义。</p></dd>",
        "<pre>int main() {\n\treturn 1 &lt; 2;\n}</pre>",
        "<figure><p><img src=\"../images/image.png\" alt=\"一个红点\"/></p><figcaption>图一 红点",
        "<span class=\"credit\">张三摄</span></figcaption></figure>",
        "<span class=\"image-missing\" role=\"img\" aria-label=\"缺的图\">〔图片缺〕</span>", "<hr/>",
        "<div class=\"verse\"><p>床前明月光，</p></div>", "<div class=\"page-break\"></div>"}) {
    INFO(part);
    CHECK(holds(second, part));
  }
}

TEST_CASE("what the package adds to the text is told") {
  const auto made = sample::everything();
  const auto generated = write_epub(made.book, made.input).generated;
  std::string marks;
  std::string others;
  for (const auto& each : generated) (each.what == "note-mark" ? marks : others) += each.what + ' ' + each.text + '\n';
  CHECK(marks.starts_with("note-mark ①\nnote-mark ②\n"));
  CHECK(std::count(marks.begin(), marks.end(), '\n') == 11);
  CHECK(others == "page-reference 3\npage-reference 2\n");
}

TEST_CASE("notes carry what 多看 looks for, or nothing that old readers stumble over") {
  const auto chapter = [](Profile profile) {
    sample::Maker make(1);
    huozi::document::Inline call = make.note("注文。");
    call.info.id.ordinal = 9;
    Input input;
    input.profile = profile;
    return chapter_of({make.block(huozi::document::Paragraph{{std::move(call)}})}, input);
  };
  const std::string duokan = chapter(Profile::duokan);
  CHECK(holds(duokan, "class=\"noteref duokan-footnote\" href=\"#n9-note\" epub:type=\"noteref\""));
  CHECK(holds(duokan, "<ol class=\"duokan-footnote-content\"><li id=\"n9-note\" class=\"duokan-footnote-item\""));
  const std::string legacy = chapter(Profile::legacy_zh);
  CHECK(holds(legacy, "<div id=\"n9-note\" class=\"footnote\"><p><a class=\"backlink\" href=\"#n9\""));
  CHECK_FALSE(holds(legacy, "epub:type=\"note"));
}

TEST_CASE("notes that print has at the end are endnotes: in the flow, after the footnotes") {
  sample::Maker make(1);
  huozi::document::Inline foot = make.note("脚注文。");
  huozi::document::Inline end = make.note("尾注文。");
  Input input;
  input.endnotes = {end.info.id};
  const std::string id = "n" + std::to_string(end.info.id.ordinal) + "-note";
  const std::string file =
      chapter_of({make.block(huozi::document::Paragraph{{std::move(end), make.text("文"), std::move(foot)}})}, input);
  CHECK(holds(file,
              "<section class=\"footnotes\" epub:type=\"endnotes\" role=\"doc-endnotes\" aria-label=\"注释\">"
              "<aside id=\"" +
                  id + "\" class=\"footnote\" role=\"doc-footnote\"><p>"));
  CHECK(file.find("脚注文") < file.find("尾注文"));
  CHECK(holds(file, "epub:type=\"footnotes\"><aside"));
}

TEST_CASE("numbers are text before the words, on a line of their own where they end one") {
  auto book = sample::one_chapter({});
  sample::Maker make(1);
  auto heading = make.heading(2, "子");
  std::get<huozi::document::Heading>(heading.content).number = "一、";
  book.sections[0].blocks = {heading};
  book.sections[0].number = "第一章\n";
  Package package(write_epub(book, {}).bytes);
  const std::string& file = package.file(kChapter);
  const std::string title = huozi::document::numbered_title("第一章\n", book.sections[0].title);
  CHECK(holds(file, "<span class=\"number\">第一章</span><br/>"));
  CHECK(holds(file, "<span class=\"number\">一、</span>子</h2>"));
  CHECK(holds(file, "<title>" + title + "</title>"));
  CHECK(holds(package.file("EPUB/nav.xhtml"), ">" + title + "</a>"));
  CHECK(holds(package.file("EPUB/toc.ncx"), "<text>一、子</text>"));
}
