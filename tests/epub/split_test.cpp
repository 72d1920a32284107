#include "epub/split.h"

#include <map>
#include <set>

#include "package_reader.h"
#include "sample_book.h"
#include "support/catch.h"

using huozi::epub::kMostFileBytes;
using huozi::epub::parts_of;
using huozi::epub::write_epub;

namespace {

using sample::Maker;
using namespace huozi::document;

std::string long_words(size_t bytes) {
  std::string words;
  while (words.size() < bytes) words += "园中有桥，";
  return words;
}

Section chapter_of(Blocks blocks) {
  Maker make(huozi::source::kNoFile);
  return sample::section(make, SectionRole::chapter, "chapter-001", "第一章", std::move(blocks));
}

// A chapter of about a megabyte: parts with sections, a note in each paragraph, a link from the first to the last.
Book megabyte() {
  Maker own(huozi::source::kNoFile);
  Maker make(1);
  Book book;
  book.metadata.title = "长书";
  Section chapter = sample::section(own, SectionRole::chapter, "chapter-001", "长章");
  Block last = make.block(Paragraph{{make.text("末段。")}}, make.info("mo"));
  chapter.blocks.push_back(make.block(Paragraph{{make.in(Link{"#mo", {make.text("见末段")}, last.info.id})}}));
  for (int part = 1; part <= 5; ++part) {
    chapter.blocks.push_back(make.heading(2, "部" + std::to_string(part)));
    for (int section = 1; section <= 4; ++section) {
      chapter.blocks.push_back(make.heading(3, "节" + std::to_string(part) + "." + std::to_string(section)));
      for (int i = 0; i < 25; ++i) {
        chapter.blocks.push_back(
            make.block(Paragraph{{make.text(long_words(1500)), make.note("注文。"), make.text("。")}}));
      }
    }
  }
  chapter.blocks.push_back(std::move(last));
  book.sections.push_back(std::move(chapter));
  book.sections.push_back(sample::section(own, SectionRole::chapter, "chapter-002", "短章", {make.paragraph("短。")}));
  number_notes(book);
  return book;
}

}  // namespace

TEST_CASE("a short section is one part") {
  Maker make(1);
  CHECK(parts_of(chapter_of({})).size() == 1);
  const auto parts = parts_of(chapter_of({make.paragraph("一"), make.heading(2, "节"), make.paragraph("二")}));
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].begin == 0);
  CHECK(parts[0].end == 3);
}

TEST_CASE("a long section is cut before headings of its highest level, lower ones where that does not help") {
  Maker make(1);
  Blocks blocks;
  const auto add = [&](int level, size_t bytes) {
    blocks.push_back(make.heading(level, "题"));
    blocks.push_back(make.paragraph(long_words(bytes)));
  };
  add(2, 4000);
  add(3, 4000);
  add(2, 4000);
  add(3, 4000);
  add(3, 4000);
  add(2, 100);
  const auto parts = parts_of(chapter_of(blocks), 2000 + 10000);
  std::string bounds;
  for (const auto& part : parts) bounds += std::to_string(part.begin) + "-" + std::to_string(part.end) + " ";
  CHECK(bounds == "0-4 4-8 8-10 10-12 ");
}

TEST_CASE("without headings it is cut between blocks, and no heading is left behind alone") {
  Maker make(1);
  Blocks blocks = {make.heading(2, "题")};
  for (int i = 0; i < 5; ++i) blocks.push_back(make.paragraph(long_words(6000)));
  const auto parts = parts_of(chapter_of(blocks), 2000 + 7000);
  REQUIRE(parts.size() == 5);
  CHECK(parts[0].end == 2);
  CHECK(parts[4].end == 6);
}

TEST_CASE("parts hold every block once, whatever the headings") {
  Maker make(1);
  for (uint32_t seed = 1; seed < 60; ++seed) {
    uint32_t state = seed * 2654435761u;
    const auto next = [&](uint32_t below) {
      state = state * 1664525u + 1013904223u;
      return (state >> 16) % below;
    };
    Blocks blocks;
    for (uint32_t i = next(40); i > 0; --i) {
      blocks.push_back(next(3) == 0 ? make.heading(2 + static_cast<int>(next(5)), "题")
                                    : make.paragraph(long_words(next(5000))));
    }
    const auto parts = parts_of(chapter_of(blocks), 2000 + 6000);
    size_t at = 0;
    for (const auto& part : parts) {
      CHECK(part.begin == at);
      CHECK((part.end > part.begin || blocks.empty()));
      at = part.end;
    }
    CHECK(at == blocks.size());
  }
}

TEST_CASE("a chapter of a megabyte becomes files that small readers open, and nothing is torn") {
  const Book book = megabyte();
  huozi::epub::Input input;
  for (const Block& block : book.sections[0].blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block.content);
    if (paragraph == nullptr || paragraph->children.size() < 3) continue;
    input.page_marks.push_back({paragraph->children[0].info.id, 15, std::to_string(input.page_marks.size() + 1)});
  }
  const auto output = write_epub(book, input);
  CHECK(output.unplaced.empty());
  Package package(output.bytes);
  size_t files = 0, notes = 0, pages = 0, words = 0;
  std::map<std::string, std::set<std::string>> ids;
  for (const std::string& name : package.names()) {
    if (!name.starts_with("EPUB/text/chapter-001")) continue;
    ++files;
    CHECK(package.file(name).size() <= kMostFileBytes);
    CHECK(package.file(name).size() > kMostFileBytes / 4);
    size_t titles = 0;
    each_element(package.xml(name), [&](const tinyxml2::XMLElement& element) {
      ids[name].insert(attribute(element, "id"));
      titles += std::string(element.Name()) == "h1" ? 1 : 0;
      pages += attribute(element, "role") == "doc-pagebreak" ? 1 : 0;
      if (attribute(element, "role") != "doc-noteref") return;
      ++notes;
      CHECK(element_with(package.xml(name), "id", attribute(element, "href").substr(1)) != nullptr);
    });
    CHECK(titles == (name == "EPUB/text/chapter-001.xhtml" ? 1 : 0));
    words += text_below(package.xml(name)).size();
  }
  CHECK(files >= 4);
  CHECK(files <= 8);
  CHECK(notes == 500);
  CHECK(pages == 500);
  CHECK(words > 500 * 1500);

  // The second file begins with its own heading, one level below the chapter's, and says what it goes on with.
  const std::string& second = package.file("EPUB/text/chapter-001-2.xhtml");
  CHECK(second.find("<title>部2——长章（续）</title>") != std::string::npos);
  CHECK(second.find("role=\"doc-chapter\" aria-label=\"长章（续）\"><h2 id=\"n") != std::string::npos);

  // Entries and links lead into the right files.
  const std::string& first = package.file("EPUB/text/chapter-001.xhtml");
  CHECK(first.find("<a href=\"chapter-001-" + std::to_string(files) + ".xhtml#mo\">见末段</a>") != std::string::npos);
  for (const char* list : {"toc", "page-list"}) {
    const auto* nav = element_with(package.xml("EPUB/nav.xhtml"), "epub:type", list);
    REQUIRE(nav != nullptr);
    each_element(*nav, [&](const tinyxml2::XMLElement& element) {
      const std::string href = attribute(element, "href");
      const size_t hash = href.find('#');
      if (hash != std::string::npos && href.starts_with("text/chapter-001")) {
        CHECK(ids["EPUB/" + href.substr(0, hash)].count(href.substr(hash + 1)) == 1);
      }
    });
  }
  const std::string& opf = package.file("EPUB/package.opf");
  CHECK(opf.find("<itemref idref=\"text-chapter-001\"/><itemref idref=\"text-chapter-001-2\"/>") != std::string::npos);
}

TEST_CASE("an edit in one article changes no other file's name, id or byte") {
  const auto before = sample::everything();
  auto after = sample::everything();
  Maker make(1);
  Block added = make.paragraph("加的一段。");
  added.info.id.ordinal = 9000;
  auto& edited = after.book.sections[6].blocks;
  edited.insert(edited.begin() + 1, std::move(added));
  Package one(write_epub(before.book, before.input).bytes);
  Package other(write_epub(after.book, after.input).bytes);
  REQUIRE(one.names() == other.names());
  for (const std::string& name : one.names()) {
    INFO(name);
    CHECK((one.file(name) == other.file(name)) == (name != "EPUB/text/chapter-001.xhtml"));
  }
}
