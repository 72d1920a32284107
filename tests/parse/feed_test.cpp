#include "parse/feed.h"

#include "support/catch.h"
#include "support/document_dump.h"

using namespace huozi;

namespace {

struct FeedReading {
  source::SourceSet sources;
  source::Diagnostics diagnostics;
  document::Audit audit;
  std::vector<document::Document> documents;

  explicit FeedReading(std::string text) {
    documents = parse::read_feed(sources.add("feed.xml", std::move(text)), sources, diagnostics, audit);
  }
  std::string dump(size_t i) const { return test::dump(documents.at(i).blocks); }
  const document::ArticleMetadata& metadata(size_t i) const { return documents.at(i).metadata; }
  std::string rules() const {
    std::string out;
    for (const auto& item : diagnostics.items()) out += (out.empty() ? "" : " ") + item.rule;
    return out;
  }
  uint32_t line(size_t i) const {
    const source::Span span = diagnostics.items().at(i).span;
    return sources.find(span.file)->position(span.begin).line;
  }
};

const std::string kRss =
    R"(<?xml version="1.0" encoding="utf-8"?><!-- a feed -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://example.org/itunes">
<channel><title>园艺通讯</title><link>https://garden.example/</link><atom:link rel="self" href="https://garden.example/rss"/>
<item>
 <itunes:title>别的题</itunes:title><title>松土 &amp;amp; 施肥</title><link>https://garden.example/1</link>
 <dc:creator>林园</dc:creator><dc:creator>石桥</dc:creator>
 <pubDate>Wed, 25 May 2022 23:59:06 GMT</pubDate><category>园艺</category><category>园艺</category><category>茶</category>
 <description>摘要</description>
 <content:encoded><![CDATA[<p>先<b>松土</b>，再 1 &lt; 2。</p><p><img src="//img.example/a.png"></p>]]></content:encoded>
</item>
<item><title>只有摘要</title><guid>https://garden.example/2</guid><author>a@b.example (王五)</author>
 <pubDate>昨天</pubDate><description>&lt;p&gt;摘要一段&lt;/p&gt;</description></item>
<item><title>空</title></item>
</channel></rss>
)";

}  // namespace

TEST_CASE("RSS 2.0", "[feed]") {
  const FeedReading reading(kRss);
  REQUIRE(reading.documents.size() == 3);
  const auto& first = reading.metadata(0);
  CHECK(first.title == "松土 & 施肥");
  CHECK(first.author == "林园、石桥");
  CHECK(first.date == "2022-05-25");
  CHECK(first.date_raw == "Wed, 25 May 2022 23:59:06 GMT");
  CHECK(first.url == "https://garden.example/1");
  CHECK(first.source == "园艺通讯");
  CHECK(first.categories == std::vector<std::string>{"园艺", "茶"});
  CHECK(reading.dump(0) ==
        "paragraph\n  text \"先\"\n  strong\n    text \"松土\"\n  text \"，再 1 < 2。\"\nparagraph\n"
        "  image \"//img.example/a.png\"\n");
  CHECK(reading.metadata(1).author == "王五");
  CHECK(reading.metadata(1).url == "https://garden.example/2");
  CHECK(reading.dump(1) == "paragraph\n  text \"摘要一段\"\n");
  CHECK(reading.dump(2).empty());
  CHECK(reading.rules() == "feed.date feed.no-content");
  CHECK(reading.line(1) == 14);
  CHECK(reading.sources.find(reading.documents[1].file)->path() == "feed.xml#2");
}

TEST_CASE("RSS 1.0, whose items stand beside the channel", "[feed]") {
  const FeedReading reading(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
      "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>桥</title></channel>"
      "<item rdf:about='x'><title>石桥</title><link>https://bridge.example/1</link><dc:date>2021-03-04T05:06:07+08:00"
      "</dc:date><dc:subject>桥梁</dc:subject><description>古桥。</description></item></rdf:RDF>");
  REQUIRE(reading.documents.size() == 1);
  CHECK(reading.metadata(0).source == "桥");
  CHECK(reading.metadata(0).date == "2021-03-04");
  CHECK(reading.metadata(0).categories == std::vector<std::string>{"桥梁"});
  CHECK(reading.dump(0) == "paragraph\n  text \"古桥。\"\n");
  CHECK(reading.rules().empty());
}

TEST_CASE("Atom: text, HTML and XHTML", "[feed]") {
  const FeedReading reading(
      "<feed xmlns='http://www.w3.org/2005/Atom'><title type='html'>图书馆&lt;b&gt;志&lt;/b&gt;</title>"
      "<author><name>馆员</name></author>"
      "<entry><title type='html'>A &amp;amp; B &lt;i&gt;C&lt;/i&gt;</title><link rel='edit' href='e'/>"
      "<link href='https://lib.example/1'/><published>2020-01-02T00:00:00Z</published><updated>2021-01-01T00:00:00Z"
      "</updated><category term='t' label='书'/><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
      "<p><b>a</b> <i>b</i><br/>1 &lt; 2</p></div></content></entry>"
      "<entry><title>二</title><author><name>读者</name></author><updated>2020-02-03T00:00:00Z</updated>"
      "<content type='html'>&lt;h1&gt;二&lt;/h1&gt;&lt;p&gt;1 &amp;lt; 2&lt;/p&gt;</content></entry>"
      "<entry><title>三</title><summary>第一行 &lt;p&gt;\n第二行</summary></entry></feed>");
  REQUIRE(reading.documents.size() == 3);
  CHECK(reading.metadata(0).source == "图书馆志");
  CHECK(reading.metadata(0).title == "A & B C");
  CHECK(reading.metadata(0).author == "馆员");
  CHECK(reading.metadata(0).url == "https://lib.example/1");
  CHECK(reading.metadata(0).date == "2020-01-02");
  CHECK(reading.metadata(0).categories == std::vector<std::string>{"书"});
  CHECK(reading.dump(0) ==
        "paragraph\n  strong\n    text \"a\"\n  text \" \"\n  em\n    text \"b\"\n  break\n  text \"1 < 2\"\n");
  CHECK(reading.metadata(1).author == "读者");
  CHECK(reading.dump(1) == "paragraph\n  text \"1 < 2\"\n");
  CHECK(reading.dump(2) == "paragraph\n  text \"第一行 <p>\"\nparagraph\n  text \"第二行\"\n");
}

TEST_CASE("ill-formed XML is reported, and the items that can be read are", "[feed]") {
  const FeedReading reading(
      "<rss><channel><title>茶</title>\n<item><title>一</title><description>甲</description></item>\n"
      "<item><title>二</b></title></item>\n<item><title>三</title><description><![CDATA[丙</b><!--</item>-->]]></"
      "description>"
      "</item>\n<item><title>四</title>");
  REQUIRE(reading.documents.size() == 2);
  CHECK(reading.metadata(0).title == "一");
  CHECK(reading.metadata(0).source == "茶");
  CHECK(reading.metadata(1).title == "三");
  CHECK(reading.dump(1) == "paragraph\n  text \"丙\"\n");
  CHECK(reading.rules() == "feed.syntax feed.item feed.item");
  CHECK(reading.line(0) == 3);
  CHECK(reading.line(1) == 3);
  CHECK(reading.line(2) == 5);
}

TEST_CASE("elements of other vocabularies that look like items do not shift the places", "[feed]") {
  const FeedReading reading(
      "<rss><channel><x:list xmlns:x='y'>\n<x:item>a</x:item></x:list>\n<item><title>一</title></item>\n"
      "<item><title>二</title><description>b</description></item></channel></rss>");
  REQUIRE(reading.documents.size() == 2);
  CHECK(reading.rules() == "feed.no-content");
  CHECK(reading.line(0) == 3);
}

TEST_CASE("what is a feed", "[feed]") {
  CHECK(parse::is_feed(kRss));
  CHECK(parse::is_feed("<a:feed xmlns:a='http://www.w3.org/2005/Atom'/>"));
  CHECK_FALSE(parse::is_feed("<html><body><rss>"));
  CHECK_FALSE(parse::is_feed("feed"));
  CHECK_FALSE(parse::is_feed(""));
  CHECK(FeedReading("<html/>").rules() == "feed.not-feed");
  CHECK(FeedReading("").rules() == "feed.not-feed");
}

TEST_CASE("feeds beyond the bounds", "[feed]") {
  std::string text = "<rss><channel>";
  for (int i = 0; i < 10'001; ++i) text += "<item><description>a</description></item>";
  const FeedReading many(text + "</channel></rss>");
  CHECK(many.documents.size() == 10'000);
  CHECK(many.rules() == "feed.too-many");
  std::string deep = "<rss><channel><item><title>深</title></item><item>";
  for (int i = 0; i < 20'000; ++i) deep += "<a>";
  const FeedReading nested(deep);
  CHECK(nested.documents.size() == 1);
  CHECK(nested.rules() == "feed.syntax feed.item feed.no-content");
}
