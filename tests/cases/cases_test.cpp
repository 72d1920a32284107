// Golden cases: every INPUT.md or INPUT.html in a folder of tests/cases is read and dumped; INPUT.document.txt and
// INPUT.diagnostics.txt hold what is expected. Where there is an INPUT.css the article is also set as a chapter, with
// that stylesheet after typeset.h's and the test fonts, with an index where it has marks for one, and INPUT.pages.txt
// holds the pages. Articles of tests/cases/oddities are cleaned as a book's articles are by default, before they are
// dumped. No case may lose a character, as it is read or cleaned. UPDATE_EXPECTED=1 rewrites the expected files. A
// missing file stands for an empty one.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/file.h"
#include "document/walk.h"
#include "edit/clean.h"
#include "edit/conservation.h"
#include "index/index_section.h"
#include "layout/folios.h"
#include "parse/front_matter.h"
#include "support/catch.h"
#include "support/page_dump.h"
#include "support/reading.h"
#include "support/typeset.h"

namespace {

namespace fs = std::filesystem;

struct Dump {
  const char* name;  // the expected file's ending
  std::string (*make)(const huozi::test::Reading&);
};

std::string document_dump(const huozi::test::Reading& reading) {
  const std::string audit = huozi::test::dump(reading.audit);
  return huozi::test::dump(reading.document) + (audit.empty() ? "" : "\n" + audit);
}

std::string diagnostics_dump(const huozi::test::Reading& reading) {
  std::string out;
  for (const auto& item : reading.diagnostics.items()) out += huozi::source::render(item, reading.sources);
  return out;
}

constexpr Dump kDumps[] = {{".document.txt", document_dump}, {".diagnostics.txt", diagnostics_dump}};

// The index of the article's marks, if it has any.
void add_index(huozi::test::Typeset& book) {
  const auto marks = huozi::index::find_marks(book.book);
  if (marks.empty()) return;
  const auto groups = huozi::index::make_entries(marks, {}, "zh-Hans", book.diagnostics);
  const auto folios = huozi::layout::folios(book.book, book.galleys, book.plans, book.cascade);
  book.book.sections.push_back(huozi::index::empty_index_section());
  huozi::index::fill_index(book.book.sections.back(), groups, "zh-Hans", huozi::index::Medium::print, &folios);
  auto& fonts = huozi::test::test_library();
  book.galleys.push_back(huozi::layout::set_section(book.book, 1, book.cascade, fonts, book.diagnostics));
  book.plans.push_back(huozi::layout::break_pages(book.galleys.back(), book.cascade));
  book.pages = huozi::layout::make_pages(book.book, book.galleys, book.plans, book.cascade, fonts, book.diagnostics);
}

std::string pages_dump(const huozi::test::Reading& reading, const std::string& css) {
  const auto& document = reading.document;
  huozi::test::Typeset book({huozi::test::chapter(document.metadata.title.c_str(), document.blocks)}, css);
  add_index(book);
  return huozi::test::dump(book.pages);
}

std::vector<fs::path> inputs() {
  std::vector<fs::path> found;
  const fs::path cases = fs::path(HUOZI_SOURCE_DIR) / "tests/cases";
  for (const auto& entry : fs::recursive_directory_iterator(cases)) {
    if (entry.path().parent_path() == cases) continue;  // clreq.md, a list
    if (entry.path().extension() == ".md" || entry.path().extension() == ".html") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

// Nothing is lost on the way so far.
void check_conserved(const huozi::test::Reading& reading) {
  huozi::source::Diagnostics known;
  const huozi::source::SourceFile& file = *reading.sources.find(reading.document.file);
  const uint32_t body = huozi::parse::read_front_matter(file, known).body_begin;
  const auto& metadata = reading.document.metadata;
  const std::string title = metadata.title_span.end > body ? metadata.title : std::string();
  const auto found = huozi::edit::check_conservation(file.text().substr(body), title, reading.document, reading.audit);
  INFO(file.path());
  CHECK(found.lost_characters == "");
  CHECK(found.gained_characters == "");
}

// Of the text and of what pictures are called, which may become a caption.
size_t han_with_titles(const huozi::document::Document& document) {
  size_t count = huozi::test::han_text(document).size();
  huozi::document::for_each_inline(document.blocks, [&](const huozi::document::Inline& node) {
    const auto* image = std::get_if<huozi::document::Image>(&node.content);
    if (image) count += huozi::test::han_of(image->alternative + image->title).size();
  });
  return count;
}

void compare(const fs::path& expected_path, const std::string& actual) {
  if (std::getenv("UPDATE_EXPECTED")) {
    if (actual.empty()) {
      fs::remove(expected_path);
    } else {
      std::ofstream(expected_path, std::ios::binary) << actual;
    }
  }
  INFO(expected_path.string());
  CHECK(actual == huozi::base::read_file(expected_path).value_or(""));
}

}  // namespace

TEST_CASE("every case gives what is expected", "[cases]") {
  const std::vector<fs::path> all = inputs();
  REQUIRE_FALSE(all.empty());
  for (const fs::path& path : all) {
    huozi::test::Reading reading(path.filename().string(), huozi::base::read_file(path).value());
    if (path.parent_path().filename() == "oddities") {
      huozi::edit::clean(reading.document, {}, reading.diagnostics, reading.audit);
    }
    check_conserved(reading);
    for (const Dump& dump : kDumps) {
      fs::path expected = path;
      compare(expected.replace_extension(dump.name), dump.make(reading));
    }
    fs::path beside = path;
    if (const auto css = huozi::base::read_file(beside.replace_extension(".css"))) {
      compare(beside.replace_extension(".pages.txt"), pages_dump(reading, *css));
    }
    if (path.parent_path().filename() != "oddities") {
      huozi::edit::clean(reading.document, {}, reading.diagnostics, reading.audit);
      check_conserved(reading);
    }
  }
}

TEST_CASE("cleaning loses no Han character, wherever an article is cut off", "[cases]") {
  for (const fs::path& path : inputs()) {
    if (path.parent_path().filename() == "layout") continue;
    const std::string text = huozi::base::read_file(path).value();
    for (size_t length = text.size() % 13; length <= text.size(); length += 13) {
      huozi::test::Reading reading(path.filename().string(), text.substr(0, length));
      const size_t before = han_with_titles(reading.document);
      huozi::document::Audit audit;
      huozi::edit::clean(reading.document, {}, reading.diagnostics, audit);
      std::erase_if(audit.entries, [](const auto& entry) { return entry.rule.starts_with("address."); });
      INFO(path.string() << " cut at " << length);
      CHECK(han_with_titles(reading.document) + huozi::test::han_removed(audit) == before);
    }
  }
}
