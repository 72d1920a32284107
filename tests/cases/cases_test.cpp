// Golden cases: every INPUT.md or INPUT.html in a folder of tests/cases is read and dumped; INPUT.document.txt and
// INPUT.diagnostics.txt hold what is expected. Where there is an INPUT.css the article is also set as a chapter, with
// that stylesheet after typeset.h's and the test fonts, and INPUT.pages.txt holds its pages. UPDATE_EXPECTED=1 rewrites
// them. A missing file stands for an empty one.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/file.h"
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

std::string pages_dump(const huozi::test::Reading& reading, const std::string& css) {
  const auto& document = reading.document;
  const huozi::test::Typeset book({huozi::test::chapter(document.metadata.title.c_str(), document.blocks)}, css);
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
    const huozi::test::Reading reading(path.filename().string(), huozi::base::read_file(path).value());
    for (const Dump& dump : kDumps) {
      fs::path expected = path;
      compare(expected.replace_extension(dump.name), dump.make(reading));
    }
    fs::path beside = path;
    if (const auto css = huozi::base::read_file(beside.replace_extension(".css"))) {
      compare(beside.replace_extension(".pages.txt"), pages_dump(reading, *css));
    }
  }
}
