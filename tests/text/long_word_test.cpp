#include "text/long_word.h"

#include <string>

#include "support/catch.h"
#include "support/test_library.h"

using namespace huozi;

namespace {

// The word with | at its joints, or elsewhere.
std::string jointed(std::string_view word, std::vector<size_t> text::LongWord::*which = &text::LongWord::joints) {
  const text::ShapedText set = test::shaped(word);
  std::string out;
  size_t begin = 0;
  const text::LongWord divided = text::divide_long_word(set.clusters, 0, set.clusters.size());
  for (const size_t k : divided.*which) {
    const size_t end = set.clusters[k].text_begin;
    out += std::string(word.substr(begin, end - begin)) + '|';
    begin = end;
  }
  return out + std::string(word.substr(begin));
}

void check_whole(std::initializer_list<std::string> words) {
  for (const std::string& word : words) CHECK(jointed(word) == word);
}

}  // namespace

TEST_CASE("addresses are divided after their marks, not within ://") {
  CHECK(jointed("https://www.example.org/a/b2024/x.html") == "https://|www.|example.|org/|a/|b2024/|x.|html");
  CHECK(jointed("http://a.example/q?page=3&lang=zh-Hans_CN#top") ==
        "http://|a.|example/|q?|page=|3&|lang=|zh-|Hans_|CN#|top");
  CHECK(jointed("www.publishing-house.cn") == "www.|publishing-|house.cn");
}

TEST_CASE("no less than three characters of an address stand alone after a division, four before") {
  CHECK(jointed("https://www.publishing.com") == "https://|www.|publishing.|com");
  CHECK(jointed("https://www.publishing.cn") == "https://|www.|publishing.cn");
  CHECK(jointed("https://www.publishing.cn.)") == "https://|www.|publishing.cn.)");
  CHECK(jointed("a/b/publishing-house") == "a/b/|publishing-|house");
}

TEST_CASE("numbers and escapes within an address keep together") {
  CHECK(jointed("https://example.org/v3.14/2024-05-01/") == "https://|example.|org/|v3.14/|2024-05-01/");
  CHECK(jointed("https://example.org/%E6%97%A5?q=100%") == "https://|example.|org/|%E6|%97|%A5?|q=|100%");
}

TEST_CASE("where all else fails an address is divided between letters, not within numbers or names of programs") {
  CHECK(jointed("https://abcde.fr/page24x/%E6abcd", &text::LongWord::elsewhere) ==
        "https://abc|de.fr/pa|g|e|24x/%E6a|bcd");
  CHECK(jointed("getElementsByClassName", &text::LongWord::elsewhere) == "getElementsByClassName");
}

TEST_CASE("file paths are addresses") {
  CHECK(jointed("/usr/local/share/booklet.css") == "/usr/|local/|share/|booklet.|css");
  CHECK(jointed("C:\\Windows\\system_files\\x.dll") == "C:\\Windows\\|system_|files\\|x.|dll");
}

TEST_CASE("mail addresses are divided after @ and dots only") {
  CHECK(jointed("editorial-dept_1@publishing-house.example.com") == "editorial-dept_1@|publishing-house.|example.|com");
  check_whole({"name@example.cn"});
}

TEST_CASE("long names of programs are divided at their joints") {
  CHECK(jointed("getElementsByClassName") == "getElements|By|Class|Name");
  CHECK(jointed("max_connection_errors_per_host") == "max_|connection_|errors_|per_|host");
  CHECK(jointed("std::filesystem::recursive_directory") == "std::|filesystem::|recursive_|directory");
  CHECK(jointed("document.body.firstChildElement") == "document.|body.|first|Child|Element");
  CHECK(jointed("node->parent->next_sibling()") == "node->|parent->|next_|sibling()");
}

TEST_CASE("short words, long words of letters alone and numbers have no joints") {
  check_whole({"and/or", "km/h", "C++", "T'Pol", "camelCaseShort", "under_score", "2024/05/01-2024/06/01",
               "antidisestablishmentarianism", "ANTIDISESTABLISHMENTARIANISM", "well-known-and-long-compound", ""});
}
