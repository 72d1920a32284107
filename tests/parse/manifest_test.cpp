#include "parse/manifest.h"

#include "support/catch.h"

using namespace huozi;
using document::SectionRole;
using parse::Chapter;
using parse::Citations;
using parse::Cleaning;
using parse::EpubProfile;
using parse::Imprint;
using parse::Manifest;
using parse::Override;
using parse::PdfProfile;
using parse::Selection;

namespace {

struct Read {
  source::SourceSet sources;
  const source::SourceFile* file;
  source::Diagnostics diagnostics;
  std::optional<Manifest> book;

  explicit Read(std::string text) : file(&sources.add("book.yaml", std::move(text))) {
    book = parse::read_manifest(*file, diagnostics);
  }
  std::string rendered() const {
    std::string out;
    for (const auto& item : diagnostics.items()) out += render(item, sources);
    return out;
  }
  // "rule 'what it stands at'" for every diagnostic
  std::string rules() const {
    std::string out;
    for (const auto& item : diagnostics.items()) {
      out += (out.empty() ? "" : "; ") + item.rule + " '" + std::string(file->slice(item.span)) + "'";
    }
    return out;
  }
};

using List = std::vector<std::string>;

List texts(const std::vector<parse::Located>& items) {
  List out;
  for (const auto& item : items) out.push_back(item.text);
  return out;
}

const std::string kSmall = "title: 读本\nchapters: [articles/a.md]\n";

const std::string kWhole = R"(title: 信访工作学习读本
subtitle: 重要论述摘编
language: zh-hans
creators:
  - {name: 本书编写组, role: com}
  - {name: 某人}
  - 又一人
publisher: 示例出版社
date: 2022-06-01
identifier: urn:uuid:12345678-1234-8234-9234-123456789abc
isbn: 978-7-101-00304-8
rights: 内部资料，免费交流
description: >
  一段
  简介
subjects: [信访, 学习读本]
series: {title: 学习丛书, position: 3}
cover: images/cover.jpg
stylesheet: [booklet, styles/mine.css]
imprint:
  kind: internal
  edition: 2022年6月第1版
  printing: 2022年6月第1次印刷
  print_run: 2000
  price: 免费
  cip: |
    第一行
      第二行
  extra: [责任编辑：某, 编印单位：某]
front: [half-title, title-page, imprint, preface.md, contents]
chapters:
  - articles/甲.md
  - title: 基层治理
    articles: [articles/a.md, articles/b.html]
  - part: 第二编 实践
    chapters:
      - articles/c.md
      - title: 节
        articles: [articles/d.md]
  - title: 选文
    select:
      from: [articles/]
      category: 观察者网
      since: 2022-01-01
      until: 2022-12-31
      exclude: [articles/old.md]
      sort: -date
      as: sections
overrides:
  articles/甲.md: {title: 题, author: 某, date: 2022-03-01, source: 观察者网, url: "https://a.b/c", headings: as-is}
  articles/a.md: {headings: [第一条, 第二条], rights: 已获授权}
back: [afterword.md, sources, index, colophon]
references: refs.bib
citations:
  style: gb-t-7714-2025
  attributions: inline
  article_source: note
  repeat: tongzhu
  access_date: 2022-06-01
clean:
  noise: [责任编辑, 点击查看]
  noise_rules: [shipped, noise.yaml]
  captions: off
  headings: off
  quotes: report
duplicates: [[articles/a.md, articles/b.html]]
assets:
  https://example.com/a.jpg: images/a.jpg
outputs:
  epub: {profile: duokan}
  pdf: [screen, x1a]
variants: {hant: {language: zh-Hant}}
)";

}  // namespace

TEST_CASE("noise rules: the shipped ones, none, or files below the book's folder") {
  const std::string small(kSmall);
  CHECK(texts(Read(small).book->clean.noise_rules) == List{"shipped"});
  CHECK(texts(Read(small + "clean: {noise_rules: off}\n").book->clean.noise_rules).empty());
  const Read outside(small + "clean: {noise_rules: ../../noise.yaml}\n");
  CHECK(texts(outside.book->clean.noise_rules).empty());
  CHECK(outside.rendered().find("file.outside") != std::string::npos);
}

TEST_CASE("proofreading: rules that are off, files of words below the book's folder") {
  const std::string small(kSmall);
  CHECK(Read(small).book->proofreading_words.empty());
  const Read two(small + "proofread: {off: [P10, c04], words: [words.yaml, lists/茶.yaml]}\n");
  CHECK(texts(two.book->proofreading_off) == List{"P10", "c04"});
  CHECK(texts(two.book->proofreading_words) == List{"words.yaml", "lists/茶.yaml"});
  CHECK(two.rendered().empty());
  CHECK(texts(Read(small + "proofread: {words: words.yaml}\n").book->proofreading_words) == List{"words.yaml"});
  const Read outside(small + "proofread: {words: [../words.yaml]}\n");
  CHECK(outside.book->proofreading_words.empty());
  CHECK(outside.rendered().find("file.outside") != std::string::npos);
}

TEST_CASE("the smallest book has all defaults") {
  const Read read(kSmall);
  REQUIRE(read.book);
  CHECK(read.rendered() == "");
  const Manifest& book = *read.book;
  CHECK(book.metadata.title == "读本");
  CHECK(read.file->slice(book.title_span) == "读本");
  CHECK(book.metadata.language == "zh-Hans");
  CHECK(book.metadata.date.empty());
  CHECK(book.metadata.identifier.empty());
  CHECK(texts(book.stylesheets) == List{"booklet"});
  REQUIRE(book.front.size() == 2);
  CHECK(book.front[0].role == SectionRole::title_page);
  CHECK(book.front[1].role == SectionRole::contents);
  REQUIRE(book.chapters.size() == 1);
  CHECK(book.chapters[0].kind == Chapter::Kind::article);
  CHECK(texts(book.chapters[0].articles) == List{"articles/a.md"});
  CHECK(read.file->slice(book.chapters[0].articles[0].span) == "articles/a.md");
  CHECK(book.citations.attributions == Citations::Attributions::note);
  CHECK(book.clean.quotes == Cleaning::Quotes::convert);
  CHECK(book.outputs.epub == EpubProfile::standard);
  REQUIRE(book.outputs.pdf.size() == 2);
  CHECK(book.outputs.pdf[0].profile == PdfProfile::print);
  CHECK(book.outputs.pdf[1].profile == PdfProfile::screen);
}

TEST_CASE("a manifest with every key is read whole") {
  const Read read(kWhole);
  REQUIRE(read.book);
  CHECK_FALSE(read.diagnostics.has_errors());
  for (const auto& item : read.diagnostics.items()) CHECK(item.rule == "manifest.not-supported");
  const Manifest& book = *read.book;
  const auto& data = book.metadata;
  CHECK(data.subtitle == "重要论述摘编");
  REQUIRE(data.creators.size() == 3);
  CHECK(data.creators[0].name == "本书编写组");
  CHECK(data.creators[0].role == "com");
  CHECK(data.creators[1].role == "aut");
  CHECK(data.creators[2].name == "又一人");
  CHECK(data.publisher == "示例出版社");
  CHECK(data.language == "zh-Hans");
  CHECK(data.date == "2022-06-01");
  CHECK(data.identifier == "urn:uuid:12345678-1234-8234-9234-123456789abc");
  CHECK(data.isbn == "978-7-101-00304-8");
  CHECK(data.rights == "内部资料，免费交流");
  CHECK(data.description == "一段 简介");
  CHECK(data.subjects == List{"信访", "学习读本"});
  CHECK(data.series_title == "学习丛书");
  CHECK(data.series_position == "3");
  CHECK(book.cover.text == "images/cover.jpg");
  CHECK(texts(book.stylesheets) == List{"booklet", "styles/mine.css"});
  CHECK(book.imprint.kind == Imprint::Kind::internal);
  CHECK(book.imprint.print_run == 2000u);
  CHECK(book.imprint.cip == "第一行\n  第二行");
  CHECK(book.imprint.extra == List{"责任编辑：某", "编印单位：某"});
  REQUIRE(book.front.size() == 5);
  CHECK(book.front[0].role == SectionRole::half_title);
  CHECK(book.front[3].role == SectionRole::front_article);
  CHECK(book.front[3].path == "preface.md");
  REQUIRE(book.chapters.size() == 4);
  CHECK(book.chapters[1].kind == Chapter::Kind::sections);
  CHECK(book.chapters[1].title.text == "基层治理");
  CHECK(texts(book.chapters[1].articles) == List{"articles/a.md", "articles/b.html"});
  CHECK(book.chapters[2].kind == Chapter::Kind::part);
  CHECK(book.chapters[2].title.text == "第二编 实践");
  REQUIRE(book.chapters[2].chapters.size() == 2);
  CHECK(book.chapters[2].chapters[1].kind == Chapter::Kind::sections);
  CHECK(book.chapters[3].kind == Chapter::Kind::selection);
  CHECK(book.chapters[3].title.text == "选文");
  const Selection& selection = book.chapters[3].selection;
  CHECK(texts(selection.from) == List{"articles/"});
  CHECK(selection.categories == List{"观察者网"});
  CHECK(selection.since == "2022-01-01");
  CHECK(selection.exclude == List{"articles/old.md"});
  CHECK(selection.sort == Selection::Sort::date_descending);
  CHECK(selection.as_sections);
  REQUIRE(book.overrides.size() == 2);
  CHECK(book.overrides[0].article.text == "articles/甲.md");
  CHECK(book.overrides[0].title == "题");
  CHECK(book.overrides[0].date == "2022-03-01");
  CHECK(book.overrides[0].url == "https://a.b/c");
  CHECK(book.overrides[0].headings == Override::Headings::as_is);
  CHECK(book.overrides[1].rights == "已获授权");
  CHECK(texts(book.overrides[1].heading_texts) == List{"第一条", "第二条"});
  REQUIRE(book.back.size() == 4);
  CHECK(book.back[0].role == SectionRole::back_article);
  CHECK(book.back[3].role == SectionRole::colophon);
  CHECK(book.references.text == "refs.bib");
  CHECK(book.citations.style == Citations::Style::gb_t_7714_2025);
  CHECK(book.citations.attributions == Citations::Attributions::inline_text);
  CHECK(book.citations.article_source_note);
  CHECK(book.citations.repeat == Citations::Repeat::tongzhu);
  CHECK(book.citations.access_date == "2022-06-01");
  CHECK(texts(book.clean.noise) == List{"责任编辑", "点击查看"});
  CHECK(texts(book.clean.noise_rules) == List{"shipped", "noise.yaml"});
  CHECK_FALSE(book.clean.captions);
  CHECK_FALSE(book.clean.headings);
  CHECK(book.clean.quotes == Cleaning::Quotes::report);
  REQUIRE(book.duplicates.size() == 1);
  CHECK(book.duplicates[0].second.text == "articles/b.html");
  REQUIRE(book.assets.size() == 1);
  CHECK(book.assets[0].url.text == "https://example.com/a.jpg");
  CHECK(book.assets[0].path.text == "images/a.jpg");
  CHECK(book.outputs.epub == EpubProfile::duokan);
  REQUIRE(book.outputs.pdf.size() == 2);
  CHECK(book.outputs.pdf[1].profile == PdfProfile::x1a);
  CHECK(texts(book.variants) == List{"hant"});
}

TEST_CASE("CRLF and a byte order mark give the same book") {
  std::string text = "\xEF\xBB\xBF";
  for (const char c : kWhole) text += c == '\n' ? "\r\n" : std::string(1, c);
  const Read read(text);
  REQUIRE(read.book);
  CHECK_FALSE(read.diagnostics.has_errors());
  CHECK(read.book->metadata.title == "信访工作学习读本");
  CHECK(read.book->imprint.cip == "第一行\n  第二行");
  CHECK(read.book->chapters.size() == 4);
}

TEST_CASE("an unknown key names the nearest known one") {
  CHECK(Read("title: 读本\nsubtitel: 副题\nchapters: [a.md]\n").rendered() ==
        "book.yaml:2:1: warning: unknown key 'subtitel' [manifest.unknown-key]\n"
        "    2 | subtitel: 副题\n"
        "      | ^^^^^^^^\n"
        "      hint: perhaps meant: subtitle\n");
  CHECK(Read(kSmall + "series: {title: 丛书, 卷: 3}\n").rendered() ==
        "book.yaml:3:21: warning: unknown key '卷' [manifest.unknown-key]\n"
        "    3 | series: {title: 丛书, 卷: 3}\n"
        "      |                       ^^\n"
        "      hint: perhaps meant: title, position\n");
}

TEST_CASE("what is not there yet is read with a warning") {
  CHECK(Read(kSmall + "variants: {繁体: {}}\n").rendered() ==
        "book.yaml:3:11: warning: 'variants' is not yet supported; it has no effect [manifest.not-supported]\n"
        "    3 | variants: {繁体: {}}\n"
        "      |           ^^^^^^^^^^\n"
        "      hint: it may stay in book.yaml\n");
  CHECK(Read(kSmall + "outputs: {pdf: [screen, x1a], print: {icc: press.icc, ink_limit: 280}}\n").rules() == "");
  const auto intent = [](const std::string& print) {
    return Read(kSmall + "outputs: {print: {" + print + "}}\n").book->outputs.print.intent;
  };
  CHECK(intent("ink_limit: 280") == parse::RenderingIntent::relative);
  CHECK(intent("intent: relative") == parse::RenderingIntent::relative);
  CHECK(intent("intent: perceptual") == parse::RenderingIntent::perceptual);
  CHECK(intent("intent: vivid") == parse::RenderingIntent::relative);
  CHECK(Read(kSmall + "outputs: {print: {intent: vivid}}\n").rules() == "manifest.unknown-value 'vivid'");
  CHECK(Read(kSmall + "references: refs.bib\nback: [references]\n").rules() == "");
  CHECK(Read(kSmall + "citations: {style: gb-t-7714-2015, access_date: 2022-06-01}\n").rules() == "");
  CHECK(Read(kSmall + "references:\nback: []\nvariants: {}\ncitations: {style: humanities}\n").rules() == "");
}

TEST_CASE("subjects may stand in a scheme, names may be filed by hand, accessibility may be certified") {
  const Read read(
      kSmall +
      "file_as: yuan yu qiao\n"
      "creators: [{name: 重阳, file_as: Chong Yang}]\n"
      "subjects: [园林, {name: 桥梁, authority: CLC, term: U44}]\n"
      "accessibility: {certified_by: 某中心, credential: 二级, report: 'https://example.com/r', summary: 说明}\n");
  CHECK(read.rules() == "");
  const auto& said = read.book->publication;
  CHECK(read.book->metadata.subjects == List{"园林", "桥梁"});
  REQUIRE(said.subjects.size() == 2);
  CHECK(said.subjects[0].authority.empty());
  CHECK(said.subjects[1].authority == "CLC");
  CHECK(said.subjects[1].term == "U44");
  CHECK(said.file_as.at("重阳") == "Chong Yang");
  CHECK(said.file_as.at(read.book->metadata.title) == "yuan yu qiao");
  CHECK(said.accessibility.certified_by == "某中心");
  CHECK(said.accessibility.credential == "二级");
  CHECK(said.accessibility.report == "https://example.com/r");
  CHECK(said.accessibility.summary == "说明");
  CHECK(Read(kSmall + "subjects: 园林\n").book->metadata.subjects == List{"园林"});
  CHECK(Read(kSmall + "subjects: [{authority: CLC, term: U44}]\n").rules().starts_with("manifest.missing-key"));
  CHECK(Read(kSmall + "subjects: [{name: 桥, authority: CLC}]\n").rules().starts_with("manifest.missing-key"));
  CHECK(Read(kSmall + "accessibility: {report: ../r.html, certified_by: 甲}\n").rules() ==
        "manifest.not-address '../r.html'");
  CHECK(Read(kSmall + "accessibility: {credential: 二级}\n").rules().starts_with("manifest.missing-key"));
}

TEST_CASE("every profile of the e-book is there") {
  for (const char* profile : {"standard", "duokan", "legacy-zh"}) {
    CHECK(Read(kSmall + "outputs: {epub: {profile: " + profile + "}}\n").rules() == "");
  }
}

TEST_CASE("what a book cannot be without") {
  CHECK(Read("chapters: [a.md]\n").rules() == "manifest.missing-key 'chapters'");
  CHECK(Read("title:\nchapters: [a.md]\n").rules() == "manifest.missing-key ''");
  CHECK(Read("title: ''\nchapters: [a.md]\n").rules() == "manifest.missing-key ''''");
  CHECK(Read("title: 读本\n").rules() == "manifest.missing-key 'title'");
  CHECK(Read("title: 读本\nchapters: []\n").rules() == "manifest.missing-key '[]'");
  const Read empty("");
  CHECK_FALSE(empty.book);
  CHECK(empty.rules() == "manifest.empty ''");
  CHECK_FALSE(Read("- 读本\n").book);
  CHECK(Read("title: 读本\nchapters:\n").rendered() ==
        "book.yaml:2:9: error: 'chapters' is missing or empty [manifest.missing-key]\n"
        "    2 | chapters:\n"
        "      |         ^\n"
        "      hint: add it; without it there is no book\n");
}

TEST_CASE("wrong types are errors where they stand") {
  CHECK(Read("title: [读本]\nchapters: [a.md]\n").rules() == "manifest.not-text '[读本]'");
  CHECK(Read("title: 读本\nchapters: a.md\n").rules() == "manifest.not-list 'a.md'");
  CHECK(Read(kSmall + "clean: 全部\n").rules() == "manifest.not-mapping '全部'");
  CHECK(Read(kSmall + "creators: 某人\n").rules() == "manifest.not-list '某人'");
  CHECK(Read(kSmall + "overrides: {a.md: 题}\n").rules() == "manifest.not-mapping '题'");
  CHECK(Read(kSmall + "imprint: {print_run: 两千}\n").rules() == "manifest.not-number '两千'");
  CHECK(Read(kSmall + "imprint: {print_run: -1}\n").rules() == "manifest.not-number '-1'");
  CHECK(Read(kSmall + "subjects: [甲, [乙]]\n").rules() == "manifest.not-text '[乙]'");
}

TEST_CASE("rules of proofreading that are turned off") {
  const auto off = [](const char* written) {
    const Read read(kSmall + written);
    CHECK(read.rules() == "");
    std::string out;
    for (const parse::Located& each : read.book->proofreading_off) {
      CHECK(read.file->slice(each.span) == each.text);
      out += (out.empty() ? "" : " ") + each.text;
    }
    return out;
  };
  CHECK(off("") == "");
  CHECK(off("proofread:\n") == "");
  CHECK(off("proofread: {off: }\n") == "");
  CHECK(off("proofread: {off: []}\n") == "");
  // Either case, one or a list; whether there is such a rule is asked later.
  CHECK(off("proofread: {off: p02}\n") == "p02");
  CHECK(off("proofread:\n  off: [P02, n01, X99]\n") == "P02 n01 X99");
  CHECK(Read(kSmall + "proofread: [P02]\n").rules() == "manifest.not-mapping '[P02]'");
  CHECK(Read(kSmall + "proofread: off\n").rules() == "manifest.not-mapping 'off'");
  CHECK(Read(kSmall + "proofread: {off: {P02: true}}\n").rules() == "manifest.not-text '{P02: true}'");
  CHECK(Read(kSmall + "proofread: {off: [P02, [N01]]}\n").rules() == "manifest.not-text '[N01]'");
  CHECK(Read(kSmall + "proofread: {of: [P02]}\n").rendered() ==
        "book.yaml:3:13: warning: unknown key 'of' [manifest.unknown-key]\n"
        "    3 | proofread: {of: [P02]}\n"
        "      |             ^^\n"
        "      hint: perhaps meant: off\n");
}

TEST_CASE("wrong values are errors where they stand") {
  CHECK(Read(kSmall + "clean:\n  quotes: 转换\n").rendered() ==
        "book.yaml:4:11: error: '转换' is no value of 'clean.quotes' [manifest.unknown-value]\n"
        "    4 |   quotes: 转换\n"
        "      |           ^^^^\n"
        "      hint: write one of: convert, report, off\n");
  CHECK(Read(kSmall + "date: 2022-02-29\n").rules() == "manifest.date '2022-02-29'");
  CHECK(Read(kSmall + "language: 中文\n").rules() == "manifest.language '中文'");
  CHECK(Read(kSmall + "creators: [{name: 某, role: 编者}]\n").rules() == "manifest.role '编者'");
  CHECK(Read(kSmall + "creators: [{role: edt}]\n").rules() == "manifest.missing-key 'role'");
  CHECK(Read(kSmall + "front: [title-page, preface]\n").rules() == "manifest.unknown-value 'preface'");
  CHECK(Read(kSmall + "outputs: {pdf: [screen, web]}\n").rules() == "manifest.unknown-value 'web'");
  CHECK(Read(kSmall + "overrides: {a.md: {headings: 无}}\n").rules() == "manifest.unknown-value '无'");
}

TEST_CASE("an ISBN that cannot be is never used") {
  const Read wrong(kSmall + "isbn: 978-7-101-00304-9\n");
  CHECK(wrong.book->metadata.isbn.empty());
  CHECK(wrong.rendered() ==
        "book.yaml:3:7: error: the last digit of the ISBN '978-7-101-00304-9' is wrong [manifest.isbn-check-digit]\n"
        "    3 | isbn: 978-7-101-00304-9\n"
        "      |       ^^^^^^^^^^^^^^^^^\n"
        "      hint: for these first twelve it would be 8; compare all of them with the number that was given out\n");
  CHECK(Read(kSmall + "isbn: 7-101-00304-2\n").rules() == "manifest.isbn '7-101-00304-2'");
}

TEST_CASE("paths that leave the book's folder are errors") {
  const Read read(
      "title: 读本\nstylesheet: ../s.css\nfront: [/etc/a.md]\nchapters: [../a.md, b.md, {title: 章, articles: "
      "[c/../../d.md, e.md]}]\n"
      "overrides: {../f.md: {title: 题}}\nassets: {http://a.b/c.jpg: ../c.jpg}\n");
  CHECK(read.rules() ==
        "file.outside '../s.css'; file.outside '/etc/a.md'; file.outside '../a.md'; file.outside 'c/../../d.md'; "
        "file.outside '../f.md'; file.outside '../c.jpg'");
  CHECK(read.book->chapters.size() == 2);
  CHECK(texts(read.book->chapters[1].articles) == List{"e.md"});
}

TEST_CASE("chapters that are none") {
  CHECK(Read("title: 读本\nchapters: [a.md, {title: 章}]\n").rules() == "manifest.chapter '{title: 章}'");
  CHECK(Read("title: 读本\nchapters: [a.md, [b.md]]\n").rules() == "manifest.chapter '[b.md]'");
  CHECK(Read("title: 读本\nchapters: [a.md, ]\n").rules() == "");
  CHECK(Read("title: 读本\nchapters: [{articles: [a.md]}]\n").rules() == "manifest.missing-key 'articles'");
  CHECK(Read("title: 读本\nchapters: [{part: 编, chapters: [{part: 内, chapters: [a.md]}, b.md]}]\n").rules() ==
        "manifest.nested-part '{part: 内, chapters: [a.md]}'");
  CHECK(Read("title: 读本\nchapters: [{part: 编}, a.md]\n").rules() == "manifest.missing-key 'part'");
  CHECK(Read("title: 读本\nchapters: [a.md, b.md, a.md]\n").rules() == "manifest.repeated 'a.md'");
}

TEST_CASE("what the stylesheet must not number") {
  const Read read(
      "title: 书\nchapters:\n  - {part: 甲, numbered: false, chapters: [a.md]}\n"
      "  - {title: 乙, numbered: false, articles: [b.md]}\n  - {title: 丙, articles: [c.md]}\n"
      "overrides: {a.md: {numbered: false}, b.md: {title: 乙}}\n");
  CHECK(read.rules().empty());
  const Manifest& book = *read.book;
  CHECK_FALSE(book.chapters[0].numbered);
  CHECK_FALSE(book.chapters[1].numbered);
  CHECK(book.chapters[2].numbered);
  CHECK(book.overrides[0].numbered == false);
  CHECK_FALSE(book.overrides[1].numbered.has_value());
  CHECK(Read(kSmall + "overrides: {a.md: {numbered: 否}}\n").rules() == "manifest.unknown-value '否'");
}

TEST_CASE("an e-book's fonts") {
  const Read plain(kSmall);
  REQUIRE(plain.book);
  CHECK(plain.book->outputs.epub_fonts == huozi::parse::EpubFonts::rare);
  CHECK_FALSE(plain.book->outputs.obfuscate_fonts);
  const Read asked(kSmall + "outputs: {epub: {fonts: all, obfuscate_fonts: true}}\n");
  REQUIRE(asked.book);
  CHECK(asked.rules().empty());
  CHECK(asked.book->outputs.epub_fonts == huozi::parse::EpubFonts::all);
  CHECK(asked.book->outputs.obfuscate_fonts);
  CHECK(Read(kSmall + "outputs: {epub: {fonts: some}}\n").rules() == "manifest.unknown-value 'some'");
}

TEST_CASE("outputs can be left out") {
  const Read read(kSmall + "outputs: {epub: false, pdf: screen}\n");
  CHECK(read.rules() == "");
  CHECK_FALSE(read.book->outputs.epub);
  REQUIRE(read.book->outputs.pdf.size() == 1);
  CHECK(read.book->outputs.pdf[0].profile == PdfProfile::screen);
  CHECK(Read(kSmall + "outputs: {pdf: []}\n").book->outputs.pdf.empty());
}

TEST_CASE("control characters never reach the model") {
  const Read read("title: \"读\\0本\\n二\"\nchapters: [\"a\\0.md\"]\n");
  CHECK(read.book->metadata.title == "读本 二");
}

TEST_CASE("the default identifier depends on title, creators and date alone") {
  document::BookMetadata book;
  book.title = "读本";
  book.creators = {{"甲", "aut"}, {"乙", "edt"}};
  book.date = "2022-06-01";
  const std::string id = parse::default_identifier(book);
  CHECK(id.starts_with("urn:uuid:"));
  auto other = book;
  other.publisher = "某社";
  CHECK(parse::default_identifier(other) == id);
  other.date = "2022-06-02";
  CHECK(parse::default_identifier(other) != id);
  other = book;
  other.creators[1].role = "aut";
  CHECK(parse::default_identifier(other) != id);
  book.isbn = "978-7-101-00304-8";
  CHECK(parse::default_identifier(book) == "urn:isbn:9787101003048");
}

TEST_CASE("every prefix and every dropped line of a manifest can be read") {
  for (size_t length = 0; length <= kWhole.size(); ++length) {
    const Read read(kWhole.substr(0, length));
    CHECK((read.book || read.diagnostics.has_errors()));
    CHECK_FALSE(read.rendered().starts_with("huozi:"));
  }
  for (size_t at = 0; at < kWhole.size();) {
    const size_t next = kWhole.find('\n', at) + 1;
    const Read read(kWhole.substr(0, at) + kWhole.substr(next));
    CHECK((read.book || read.diagnostics.has_errors()));
    at = next;
  }
}

TEST_CASE("a chapter without a path is refused") {
  CHECK(Read("title: 书\nchapters: [\"\"]\n").rules() == "manifest.chapter '\"\"'");
}

TEST_CASE("the index is sorted as asked, and its terms say how they are entered") {
  const Read read(kSmall + R"(back: [index]
index:
  sort: stroke
  terms:
    - 信访
    - {term: 长征, reading: chang zheng, match: first}
    - {term: 上访, entry: 信访!上访, see: 信访}
)");
  REQUIRE(read.book);
  CHECK(read.rendered() == "");
  const document::IndexSettings& index = read.book->index;
  CHECK(index.sort == document::IndexSort::stroke);
  REQUIRE(index.terms.size() == 3);
  CHECK(index.terms[0].term == "信访");
  CHECK(read.file->slice(index.terms[0].span) == "信访");
  CHECK(index.terms[1].reading == "chang zheng");
  CHECK(index.terms[1].first_only);
  CHECK_FALSE(index.terms[2].first_only);
  CHECK(index.terms[2].entry == "信访!上访");
  CHECK(index.terms[2].see == "信访");
  CHECK(Read(kSmall).book->index.sort == document::IndexSort::by_language);
}

TEST_CASE("what is wrong with the index is said where it stands") {
  const auto rules = [](std::string index) { return Read(kSmall + "back: [index]\n" + std::move(index)).rules(); };
  CHECK(rules("index: {sort: radical}\n") == "manifest.unknown-value 'radical'");
  CHECK(rules("index: {terms: 信访}\n") == "manifest.not-list '信访'");
  CHECK(rules("index: {term: [信访]}\n") == "manifest.unknown-key 'term'");
  CHECK(rules("index: {terms: [{reading: xin fang}]}\n") == "manifest.missing-key 'reading'");
  CHECK(rules("index: {terms: [{term: 信访, match: some}]}\n") == "manifest.unknown-value 'some'");
  CHECK(rules("index: {terms: [信访, 信访]}\n") == "manifest.repeated '信访'");
  CHECK(rules("index: {terms: [[信访]]}\n") == "manifest.not-text '[信访]'");
  CHECK(rules("index: {terms: [" + std::string(300, 'x') + "]}\n").starts_with("index.long-term"));
  CHECK(Read(kSmall + "index: {sort: pinyin}\n").rules().starts_with("manifest.index-not-placed"));
}

TEST_CASE("facts of the edition, and those that are to come") {
  const Read read(R"(title: 书
isbn: 978-7-…
publisher: 某社
imprint:
  kind: isbn
  edition: 2022年X月第1版
  permit: 某准字第1号
  compiled_by: 某室
  printed_by: 某厂
  recipients: 学员
  format: 850×1168 1/32
  outside: {covers: 2, spine: true}
  cip: |
    图书在版编目（CIP）数据
    书/某著.--北京：某社，2022.…
  extra: [责任编辑：待定, 责任校对：某]
chapters: [a.md]
)");
  CHECK(read.rules() ==
        "manifest.placeholder '978-7-…'; manifest.placeholder '2022年X月第1版'; manifest.placeholder '" +
            std::string(read.file->slice(read.book->placeholders[2].span)) +
            "'; manifest.placeholder '责任编辑：待定'");
  REQUIRE(read.book);
  CHECK(read.book->metadata.isbn == "978-7-…");
  const Imprint& imprint = read.book->imprint;
  CHECK(imprint.permit == "某准字第1号");
  CHECK(imprint.compiled_by == "某室");
  CHECK(imprint.printed_by == "某厂");
  CHECK(imprint.recipients == "学员");
  REQUIRE(imprint.format);
  CHECK(imprint.format->leaves == 32);
  CHECK(imprint.outside.covers == 2);
  CHECK(imprint.outside.flaps == 0);
  CHECK(imprint.outside.spine);
  CHECK(read.book->extra_spans.size() == 2);
  REQUIRE(read.book->placeholders.size() == 4);
  CHECK(read.book->placeholders[2].text == "书/某著.--北京：某社，2022.…");
}

TEST_CASE("what an imprint cannot be") {
  CHECK(Read("title: 书\nimprint: {kind: internal, format: 16开}\nchapters: [a.md]\n").rules() ==
        "manifest.sheet-format '16开'");
  CHECK(Read("title: 书\nisbn: 978-7-302-12260-1\nchapters: [a.md]\n").rules() ==
        "manifest.isbn-check-digit '978-7-302-12260-1'");
}

TEST_CASE("the print shop is told papers, binding and inks") {
  const Read usual(kSmall);
  const parse::Press& press = usual.book->outputs.print;
  CHECK(press.paper.name.text == "80g胶版");
  CHECK(press.cover_paper.name.text == "250g铜版");
  CHECK_FALSE(press.binding);
  CHECK(press.cover_colours == "4+0");
  const Read read(kSmall +
                  "outputs: {print: {paper: {name: 某纸, caliper: 0.105}, cover_paper: 300克铜版纸, binding: sewn, "
                  "colours: 2+1}}\n");
  CHECK(read.rules() == "");
  const parse::Press& own = read.book->outputs.print;
  CHECK(own.paper.name.text == "某纸");
  CHECK(own.paper.caliper == 105u);
  CHECK(own.cover_paper.name.text == "300克铜版纸");
  CHECK_FALSE(own.cover_paper.caliper);
  CHECK(own.binding == print::Binding::sewn);
  CHECK(own.colours.text == "2+1");
}

TEST_CASE("the cover spread has flaps, spine and texts of its own") {
  const Read read(kSmall +
                  "outputs:\n  cover:\n    flaps: 80mm\n    spine: 12.5mm\n    glue: 0.3\n    price: off\n"
                  "    back: |\n      第一段\n\n      第二段\n    front_flap: 作者\n");
  CHECK(read.rules() == "");
  const parse::CoverSpread& cover = read.book->outputs.cover;
  CHECK(cover.flaps == 80'000u);
  CHECK(cover.spine == 12'500u);
  CHECK(cover.glue == 300u);
  CHECK(cover.back == "第一段\n第二段");
  CHECK(cover.front_flap == "作者");
  CHECK_FALSE(cover.price);
  CHECK(cover.barcode);
}

TEST_CASE("what the print shop cannot be told is reported") {
  const auto rules = [](const std::string& outputs) { return Read(kSmall + "outputs: " + outputs + "\n").rules(); };
  CHECK(rules("{print: {binding: glue}}") == "manifest.unknown-value 'glue'");
  CHECK(rules("{print: {paper: [a]}}") == "manifest.not-text '[a]'");
  CHECK(rules("{print: {paper: {name: a, caliper: 9}}}") == "manifest.not-length '9'");
  CHECK(rules("{print: {paper: {weight: 80}}}").starts_with("manifest.missing-key"));
  CHECK(rules("{print: {colours: many}}") == "manifest.colours 'many'");
  CHECK(rules("{cover: {flaps: broad}}") == "manifest.not-length 'broad'");
  CHECK(rules("{cover: {flaps: 500mm}}") == "manifest.not-length '500mm'");
  CHECK(rules("{cover: {barcode: maybe}}") == "manifest.unknown-value 'maybe'");
  CHECK(rules("{cover: {flap: 80mm}}") == "manifest.unknown-key 'flap'");
  CHECK(rules("{cover: 80mm}") == "manifest.not-mapping '80mm'");
}
