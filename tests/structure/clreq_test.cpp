// tests/cases/clreq.md: the tests it names exist, and no rule is called done without one.
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "support/catch.h"

namespace {

std::string read(const std::string& path) {
  std::ifstream in(std::string(HUOZI_SOURCE_DIR) + "/tests/" + path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// The parts between separators, without blanks round them.
std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> out;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(separator, at), text.size());
    std::string part = text.substr(at, end - at);
    part.erase(0, part.find_first_not_of(' '));
    while (part.ends_with(' ')) part.pop_back();
    out.push_back(part);
    at = end + separator.size();
  }
  return out;
}

}  // namespace

TEST_CASE("the list of rules names tests that are there", "[structure]") {
  int rows = 0;
  for (const std::string& line : split(read("cases/clreq.md"), "\n")) {
    const std::vector<std::string> cells = split(line, "|");
    if (cells.size() != 6 || cells[1].size() < 2 || cells[1] == "row" || cells[1][1] == '-') continue;
    INFO(line);
    ++rows;
    CHECK_FALSE((cells[4].starts_with("done") && cells[3].empty()));
    if (cells[3].empty()) continue;
    for (const std::string& test : split(cells[3], ";")) {
      const size_t colon = test.find(": ");
      REQUIRE(colon != std::string::npos);
      INFO(test);
      const std::string file = read(test.substr(0, colon) + "_test.cpp");
      CHECK(file.find("TEST_CASE(\"" + test.substr(colon + 2)) != std::string::npos);
    }
  }
  CHECK(rows > 80);
}
