#include "pdf/destination_names.h"

#include "pages.h"
#include "support/builders.h"
#include "support/catch.h"
#include "unpacked.h"

using namespace huozi;
using base::Length;

namespace {

constexpr document::NodeId at(uint32_t file, uint32_t ordinal) {
  return {file, ordinal};
}

document::Block named(document::NodeId node, std::string id) {
  document::Block block = test::p({test::t("茶")});
  block.info.id = node;
  block.info.attributes.id = std::move(id);
  return block;
}

document::Section section(uint32_t file, std::string name, const std::vector<std::string>& ids) {
  document::Section made;
  made.info.id = at(file, 1);
  made.name = std::move(name);
  for (uint32_t i = 0; i < ids.size(); ++i) made.blocks.push_back(named(at(file, i + 2), ids[i]));
  return made;
}

// Every node of the book stands on the page, the nth at n points.
std::string written(const document::Book& book, pdf::Profile profile) {
  layout::Page page = test::page({});
  int64_t y = 0;
  for (const document::Section& each : book.sections) {
    page.anchors.push_back({each.info.id, Length::points(++y)});
    for (const document::Block& block : each.blocks) page.anchors.push_back({block.info.id, Length::points(++y)});
  }
  pdf::Options options = test::options();
  options.profile = profile;
  source::Diagnostics diagnostics;
  return pdf::write_pdf(book, {page}, test::fonts(), options, diagnostics);
}

// The names as they stand in the file, each with its distance from the head of the page.
std::string names_in(const std::string& file) {
  const std::string bytes = test::unpacked(file);
  const size_t begin = bytes.find("/Names[(");
  if (begin == std::string::npos) return {};
  std::string out;
  size_t key = bytes.find('(', begin);
  while (key != std::string::npos && bytes[key] == '(') {
    const size_t end = bytes.find(')', key), place = bytes.find("/XYZ null ", end) + 10;
    out += bytes.substr(key + 1, end - key - 1) + "=" + std::to_string(500 - std::stoi(bytes.substr(place))) + " ";
    key = bytes.find_first_not_of(" ", bytes.find(']', place) + 1);
  }
  return out;
}

}  // namespace

TEST_CASE("sections and ids have names, in the order of their bytes", "[pdf]") {
  document::Book book = test::book();
  book.sections = {section(1, "title-page", {}), section(2, "chapter-001", {"tea", "cup", "tea"}),
                   section(3, "chapter-002", {"cup", "chapter-001", "pot"})};
  const std::string expected =
      "chapter-001=2 chapter-001.cup=4 chapter-002=6 chapter-002.chapter-001=8 chapter-002.cup=7 pot=9 tea=3 "
      "title-page=1 ";
  CHECK(names_in(written(book, pdf::Profile::screen)) == expected);
  CHECK(names_in(written(book, pdf::Profile::plain)) == expected);
  CHECK(names_in(written(book, pdf::Profile::print)).empty());
  const std::string plain = test::unpacked(written(book, pdf::Profile::plain));
  CHECK(plain.find("/Limits[(chapter-001) (title-page)]") != std::string::npos);
}

TEST_CASE("names in Chinese are text strings and come last; many names make many leaves", "[pdf]") {
  document::Book book = test::book();
  std::vector<std::string> ids = {"茶"};
  for (int i = 0; i < 100; ++i) ids.push_back("n" + std::to_string(100 + i));
  book.sections = {section(1, "z", ids)};
  const std::string file = written(book, pdf::Profile::plain), bytes = test::unpacked(file);
  CHECK(bytes.find("(z) [") < bytes.find("(\xFE\xFF\x83\x36) ["));
  CHECK(bytes.find("(\xFE\xFF\x83\x36) [") != std::string::npos);
  CHECK(bytes.find("/Limits[(n100) (n163)]") != std::string::npos);
  CHECK(bytes.find("/Limits[(n164) (\xFE\xFF\x83\x36)]") != std::string::npos);
  if (const auto listed = test::run_on("pdfinfo -dests {}", file)) {
    INFO(*listed);
    CHECK(listed->find("\"n150\"") != std::string::npos);
  }
  if (const auto checked = test::run_on("qpdf --check {}", file)) {
    INFO(*checked);
    CHECK(checked->find("No syntax or stream encoding errors found") != std::string::npos);
  }
}

TEST_CASE("a book of which nothing stands on pages has no names", "[pdf]") {
  document::Book book = test::book();
  const std::string screen = test::unpacked(written(book, pdf::Profile::screen));
  CHECK(screen.find("/Type/Catalog") != std::string::npos);
  CHECK(screen.find("/Dests") == std::string::npos);
}
