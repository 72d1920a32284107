#include "parse/front_matter.h"

#include "support/catch.h"

using namespace huozi;
using parse::FrontMatter;

namespace {

struct Read {
  source::SourceSet sources;
  const source::SourceFile* file;
  source::Diagnostics diagnostics;
  FrontMatter front;

  explicit Read(std::string text) : file(&sources.add("文.md", std::move(text))) {
    front = parse::read_front_matter(*file, diagnostics);
  }
  std::string_view body() const { return file->text().substr(front.body_begin); }
  std::string rendered() const {
    std::string out;
    for (const auto& item : diagnostics.items()) out += render(item, sources);
    return out;
  }
  std::string rules() const {
    std::string out;
    for (const auto& item : diagnostics.items()) out += item.rule + " ";
    return out;
  }
};

using List = std::vector<std::string>;

// As the scraper writes them: a leading line end, blanks after `categories:`, a false zone.
const std::string kScraped =
    "\n---\n"
    "title: '3.6万字，中共向世界&#123;庄严&#125;宣告'\n"
    "categories: \n"
    " - 新媒体\n"
    " - 观察者网\n"
    " - 头条\n"
    "headimg: 'https://example.com/a.jpg?v=1&copy=2'\n"
    "author: 观察者网\n"
    "comments: false\n"
    "date: Wed, 17 Nov 2021 23:16:52 GMT\n"
    "thumbnail: 'https://example.com/a.jpg'\n"
    "---\n\n<div>   \n正文\n</div>\n            ";

}  // namespace

TEST_CASE("front matter as scrapers write it") {
  const Read read(kScraped);
  const auto& data = read.front.metadata;
  CHECK(read.rendered() == "");
  CHECK(data.title == "3.6万字，中共向世界{庄严}宣告");
  CHECK(read.file->slice(data.title_span) == "'3.6万字，中共向世界&#123;庄严&#125;宣告'");
  CHECK(data.categories == List{"新媒体", "观察者网", "头条"});
  CHECK(data.source == "观察者网");
  CHECK(data.head_image == "https://example.com/a.jpg?v=1&copy=2");
  CHECK(data.author == "观察者网");
  CHECK(data.date == "2021-11-17");
  CHECK(data.date_raw == "Wed, 17 Nov 2021 23:16:52 GMT");
  CHECK(read.body() == "\n<div>   \n正文\n</div>\n            ");
}

TEST_CASE("the other keys, lists written as texts, and three dots as the end") {
  const Read read(
      "---\ntitle: 題&nbsp;目　一\nauthor: [甲, 乙]\ndate: 2022-05-18 02:49:35\nsource: 某报\nurl: https://a.b/c\n"
      "language: zh-Hant\ncategories: 時事\ntags: [x, 'y']\n...\n正文");
  const auto& data = read.front.metadata;
  CHECK(read.rendered() == "");
  CHECK(data.title == "題 目　一");
  CHECK(data.author == "甲、乙");
  CHECK(data.date == "2022-05-18");
  CHECK(data.source == "某报");
  CHECK(data.url == "https://a.b/c");
  CHECK(data.language == "zh-Hant");
  CHECK(data.categories == List{"時事"});
  CHECK(data.tags == List{"x", "y"});
  CHECK(read.body() == "正文");
}

TEST_CASE("three categories name the source when its name is the author's too") {
  const auto source = [](const std::string& lines) { return Read("---\n" + lines + "---\n").front.metadata.source; };
  CHECK(source("author: 园艺网\ncategories: [媒体, 园艺网, 花]\n") == "园艺网");
  CHECK(source("author: 园艺网\nsource: 某报\ncategories: [媒体, 园艺网, 花]\n") == "某报");
  CHECK(source("author: 林舟\ncategories: [花, 草, 树]\n").empty());
  CHECK(source("author: 草\ncategories: [花, 草]\n").empty());
  CHECK(source("categories: [花, '', 树]\n").empty());
}

TEST_CASE("a thumbnail stands in for a missing head image") {
  CHECK(Read("---\ntitle: 题\nthumbnail: b.jpg\n---\n").front.metadata.head_image == "b.jpg");
  CHECK(Read("---\nthumbnail: b.jpg\nheadimg: a.jpg\n---\n").front.metadata.head_image == "a.jpg");
}

TEST_CASE("CRLF, a byte order mark and blank lines stand before front matter") {
  const Read read("\xEF\xBB\xBF\r\n  \r\n---  \r\ntitle: 题\r\ntags:\r\n  - 甲\r\n---\r\n正文\r\n");
  CHECK(read.front.metadata.title == "题");
  CHECK(read.front.metadata.tags == List{"甲"});
  CHECK(read.body() == "正文\r\n");
  const source::SourceFile raw(0, "raw.md", "\xEF\xBB\xBF---\ntitle: 题\n---\n正文");
  source::Diagnostics diagnostics;
  const FrontMatter front = parse::read_front_matter(raw, diagnostics);
  CHECK(front.metadata.title == "题");
  CHECK(raw.text().substr(front.body_begin) == "正文");
}

TEST_CASE("a thematic break and text that looks like keys stay text") {
  for (const char* text : {"", "---", "---\n", "正文", "---\n\n正文\n\n---\n正文", "---\n正文：\n---\n",
                           "---\n注: 正文\n---\n", "---\nNote: this is text\n---\n", "---\ntitle: 题\n正文",
                           "---\n\ntitle: 题\n---\n", "正文\n---\ntitle: 题\n---\n", "----\ntitle: 题\n---\n",
                           "---\n---\n正文", "---\nhttp://a.b/c\ntitle: 题\n---\n"}) {
    INFO(text);
    const Read read(text);
    CHECK(read.front.body_begin == 0);
    CHECK(read.front.metadata.title.empty());
    CHECK(read.rules() == "");
  }
}

TEST_CASE("a block that never ends within the limit is text") {
  const Read read("---\ntitle: 题\n" + std::string(100000, 'x') + "\n---\n正文");
  CHECK(read.front.body_begin == 0);
}

TEST_CASE("a quotation mark too many loses neither the article nor its facts") {
  const Read read(
      "---\ntitle: \"他说\"不\"，it's so\"\ncategories: \n - 甲\n - '乙'\nauthor: '丙\ndate: 2022-05-18\ntags: [x, 'y "
      "z']\n"
      "comments: false\n---\n正文");
  const auto& data = read.front.metadata;
  CHECK(data.title == "他说\"不\"，it's so");
  CHECK(read.file->slice(data.title_span) == "\"他说\"不\"，it's so\"");
  CHECK(data.categories == List{"甲", "乙"});
  CHECK(data.author == "'丙");
  CHECK(data.date == "2022-05-18");
  CHECK(data.tags == List{"x", "y z"});
  CHECK(read.body() == "正文");
  CHECK(read.rendered() ==
        "文.md:2:12: warning: in the front matter: not valid YAML: invalid trailing content after double-quoted scalar "
        "[front-matter.syntax]\n"
        "    2 | title: \"他说\"不\"，it's so\"\n"
        "      |              ^^\n"
        "      hint: what could be read is used; correct it, or give title, author and date under `overrides` in "
        "book.yaml\n");
}

TEST_CASE("what YAML refuses in titles is kept as written") {
  CHECK(Read("---\ntitle: 评论: 关于某事\n---\n").front.metadata.title == "评论: 关于某事");
  CHECK(Read("---\ntitle: *星号*\n---\n").front.metadata.title == "*星号*");
  CHECK(Read("---\ntitle: @某人 说\n---\n").front.metadata.title == "@某人 说");
  CHECK(Read("---\ntitle: [转载] 某文\n---\n").front.metadata.title == "[转载] 某文");
  CHECK(Read("---\ntitle: [转载]\n---\n").front.metadata.title == "[转载]");
  CHECK(Read("---\ntitle: '上一行\n下一行'\nauthor: 甲\n---\n").front.metadata.title == "上一行 下一行");
  CHECK(Read("---\ntitle: '上一行\n下一行'\nauthor: 甲\n---\n").front.metadata.author == "甲");
}

TEST_CASE("of a key given twice the first counts") {
  const Read read("---\ntitle: 甲\ntitle: 乙\n---\n正文");
  CHECK(read.front.metadata.title == "甲");
  CHECK(read.rules() == "front-matter.syntax ");
}

TEST_CASE("a date that cannot be read is kept as written") {
  const Read read("---\ntitle: 题\ndate: 昨天&nbsp;上午\n---\n正文");
  CHECK(read.front.metadata.date.empty());
  CHECK(read.front.metadata.date_raw == "昨天 上午");
  CHECK(read.rendered() ==
        "文.md:3:7: warning: '昨天 上午' is no date that can be read [front-matter.date]\n"
        "    3 | date: 昨天&nbsp;上午\n"
        "      |       ^^^^^^^^^^^^^^\n"
        "      hint: write 2022-06-01, or give the date under `overrides` in book.yaml\n");
}

TEST_CASE("ill-formed bytes in front matter are a warning") {
  const Read read("---\ntitle: 甲\xFF乙\n---\n正文");
  CHECK(read.front.metadata.title == "甲\xEF\xBF\xBD乙");
  CHECK(read.rules() == "front-matter.syntax ");
}

TEST_CASE("every prefix and every single change of front matter can be read") {
  for (size_t length = 0; length <= kScraped.size(); ++length) {
    const Read read(kScraped.substr(0, length));
    CHECK(read.front.body_begin <= length);
    CHECK_FALSE(read.diagnostics.has_errors());
  }
  for (const char change : {'"', '\'', '\0', '\n', '-', ':', '[', '{', '\xE4'}) {
    for (size_t at = 0; at < 200; ++at) {
      std::string text = kScraped;
      text[at] = change;
      const Read read(text);
      CHECK(read.front.body_begin <= text.size());
      CHECK_FALSE(read.diagnostics.has_errors());
    }
  }
}
