#include "document/file_name.h"

#include "support/catch.h"

using huozi::document::file_stem;

TEST_CASE("a file is named by words that every system takes", "[file-name]") {
  CHECK(file_stem("桥头的茶亭") == "桥头的茶亭");
  CHECK(file_stem("“茶亭”：一座桥") == "“茶亭”：一座桥");
  CHECK(file_stem("a/b\\c:d*e?f\"g<h>i|j") == "a-b-c-d-e-f-g-h-i-j");
  CHECK(file_stem(" 茶 　亭\n") == "茶-亭");
  CHECK(file_stem("../../etc/passwd") == "etc-passwd");
  CHECK(file_stem(".hidden") == "hidden");
  CHECK(file_stem("e\u0301tude") == "\u00E9tude");
  CHECK(file_stem("") == "article");
  CHECK(file_stem("///") == "article");
  CHECK(file_stem("a\xFF"
                  "b") == "a-b");
}

TEST_CASE("names are cut between characters", "[file-name]") {
  std::string title;
  for (int i = 0; i < 100; ++i) title += "茶";
  CHECK(file_stem(title).size() == 78);
  CHECK(file_stem(std::string(500, 'a')).size() == 80);
}
