#include "epub/labels.h"
#include "epub/names.h"
#include "epub/note_mark.h"
#include "epub/package.h"
#include "epub/uri.h"
#include "package_reader.h"
#include "sample_book.h"
#include "support/catch.h"

using namespace huozi::epub;

TEST_CASE("note marks are circled digits up to fifty") {
  CHECK(note_mark(1) == "①");
  CHECK(note_mark(20) == "⑳");
  CHECK(note_mark(21) == "㉑");
  CHECK(note_mark(36) == "㊱");
  CHECK(note_mark(50) == "㊿");
  CHECK(note_mark(51) == "[51]");
}

TEST_CASE("links to the outside are encoded or refused") {
  CHECK(external_href("HTTP://example.com/a b") == "http://example.com/a%20b");
  CHECK(external_href("https://example.com/100%/%E4%B8%80#a#b") == "https://example.com/100%25/%E4%B8%80#a%23b");
  CHECK(external_href("mailto:a@example.com") == "mailto:a@example.com");
  for (const char* bad :
       {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http:///x", "http://a b/",
        "https:example.com", "http://..", "http://example.com:99999/", "mailto:", "www.example.com"}) {
    INFO(bad);
    CHECK(external_href(bad).empty());
  }
}

TEST_CASE("names are plain and handed out once") {
  CHECK(plain_file_name("图 One.tail.") == "one.tail");
  CHECK(plain_file_name("../..").empty());
  CHECK(is_plain_name("a-1.b"));
  CHECK_FALSE(is_plain_name("1a"));
  CHECK_FALSE(is_plain_name("甲"));
  NameSet names;
  CHECK(names.unique("a", ".x") == "a.x");
  CHECK(names.unique("a", ".x") == "a-2.x");
}

TEST_CASE("language tags") {
  CHECK(is_language_tag("zh-Hans"));
  CHECK(is_language_tag("fr"));
  for (const char* bad : {"", "z", "zh_CN", "zh-", "-zh", "zh-abcdefghi", "\" onload"})
    CHECK_FALSE(is_language_tag(bad));
}

namespace {

// The values of <meta property=...> and of <dc:...>, in order, of the package made from the sample after `change`.
template <typename Change>
std::vector<std::string> metadata(const std::string& name, Change&& change) {
  auto made = sample::everything();
  change(made);
  Package package(write_epub(made.book, made.input).bytes);
  std::vector<std::string> values;
  each_element(package.xml("EPUB/package.opf"), [&](const tinyxml2::XMLElement& element) {
    if (element.Name() == name || attribute(element, "property") == name) values.push_back(text_below(element));
  });
  return values;
}

std::vector<std::string> metadata(const std::string& name) {
  return metadata(name, [](auto&) {});
}

using Values = std::vector<std::string>;

}  // namespace

TEST_CASE("the package tells the book's facts") {
  CHECK(metadata("dc:identifier") == Values{"urn:uuid:6c0f1a52-6d5b-8c3e-9f63-0c6f6a1d2b3c", "urn:isbn:9787111111111"});
  CHECK(metadata("dc:title") == Values{"信访工作学习读本", "重要论述摘编"});
  CHECK(metadata("title-type") == Values{"main", "subtitle"});
  CHECK(metadata("dc:creator") == Values{"本书编写组", "李四"});
  CHECK(metadata("role") == Values{"com", "aut"});
  CHECK(metadata("dc:language") == Values{"zh-Hans"});
  CHECK(metadata("dc:date") == Values{"2022-06-01"});
  CHECK(metadata("dc:description") == Values{"一本样书 <含> & 符号"});
  CHECK(metadata("dcterms:modified") == Values{"2022-06-01T00:00:00Z"});
  CHECK(metadata("belongs-to-collection") == Values{"学习丛书"});
  CHECK(metadata("group-position") == Values{"3"});
  CHECK(metadata("pageBreakSource") == Values{"urn:isbn:9787111111111"});
}

TEST_CASE("the package tells how names are filed and how they read in the other script") {
  CHECK(metadata("file-as") == Values{"xin fang gong zuo xue xi du ben", "Li Si", "xue xi cong shu"});
  CHECK(metadata("alternate-script") == Values{"信訪工作學習讀本", "學習叢書"});
  CHECK(metadata("dc:subject") == Values{"信访", "信访工作"});
  CHECK(metadata("authority") == Values{"CLC"});
  CHECK(metadata("term") == Values{"D632.8"});
  CHECK(metadata("ibooks:version") == Values{"2022.6.1"});
}

TEST_CASE("who helped a book into being is a contributor, unless nobody else made it") {
  const auto people = [](std::vector<huozi::document::Creator> creators) {
    return [creators = std::move(creators)](sample::Sample& made) { made.book.metadata.creators = creators; };
  };
  const auto both = people({{"甲", "trl"}, {"乙", "aut"}, {"丙", "edt"}});
  CHECK(metadata("dc:creator", both) == Values{"乙"});
  CHECK(metadata("dc:contributor", both) == Values{"甲", "丙"});
  CHECK(metadata("role", both) == Values{"trl", "aut", "edt"});
  const auto editors = people({{"甲", "edt"}, {"乙", "ill"}});
  CHECK(metadata("dc:creator", editors) == Values{"甲", "乙"});
  CHECK(metadata("dc:contributor", editors).empty());
}

TEST_CASE("accessibility features are claimed only when they are there") {
  const auto has = [](const Values& values, const char* value) {
    return std::find(values.begin(), values.end(), value) != values.end();
  };
  const Values full = metadata("schema:accessibilityFeature");
  for (const char* feature : {"tableOfContents", "alternativeText", "rubyAnnotations", "pageNavigation"}) {
    CHECK(has(full, feature));
  }
  const auto bare = [](sample::Sample& made) {
    made.input.page_marks.clear();
    auto& figure = std::get<huozi::document::Figure>(made.book.sections[7].blocks[6].content);
    auto& paragraph = std::get<huozi::document::Paragraph>(figure.children[0].content);
    std::get<huozi::document::Image>(paragraph.children[0].content).alternative.clear();
    made.book.sections[6].blocks.clear();  // the ruby
  };
  const Values less = metadata("schema:accessibilityFeature", bare);
  for (const char* feature : {"alternativeText", "rubyAnnotations", "pageNavigation"}) CHECK_FALSE(has(less, feature));
  CHECK(metadata("schema:accessModeSufficient", bare) == Values{"textual,visual"});
}

TEST_CASE("the identifier is the manifest's, else the ISBN, else made from the facts") {
  huozi::document::BookMetadata facts;
  facts.title = "书";
  const std::string made = unique_identifier(facts);
  CHECK(made.rfind("urn:uuid:", 0) == 0);
  facts.date = "2022-01-01";
  CHECK(unique_identifier(facts) != made);
  facts.isbn = "978-7-111-11111-1";
  CHECK(unique_identifier(facts) == "urn:isbn:9787111111111");
  facts.identifier = "doi:10.1";
  CHECK(unique_identifier(facts) == "doi:10.1");
}

TEST_CASE("times are clamped to four-digit years") {
  CHECK(metadata("dcterms:modified", [](auto& made) { made.input.modified_epoch = -5; }) ==
        Values{"1970-01-01T00:00:00Z"});
  CHECK(metadata("dcterms:modified", [](auto& made) { made.input.modified_epoch = INT64_MAX; }) ==
        Values{"9999-12-31T23:59:59Z"});
}
