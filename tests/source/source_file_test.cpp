#include "source/source_file.h"

#include <cstdlib>
#include <thread>
#include <utility>
#include <vector>

#include "support/catch.h"

using namespace huozi::source;

namespace {

std::pair<uint32_t, uint32_t> at(const SourceFile& file, uint32_t offset) {
  const Position position = file.position(offset);
  return {position.line, position.column};
}

using Pair = std::pair<uint32_t, uint32_t>;

}  // namespace

TEST_CASE("columns count characters and lines count from one", "[source_file]") {
  const SourceFile file(0, "a.md", "王阳明\n说x𠮷y\n");
  CHECK(at(file, 0) == Pair{1, 1});
  CHECK(at(file, 3) == Pair{1, 2});
  CHECK(at(file, 9) == Pair{1, 4});  // the line end itself
  CHECK(at(file, 10) == Pair{2, 1});
  CHECK(at(file, 13) == Pair{2, 2});
  CHECK(at(file, 14) == Pair{2, 3});
  CHECK(at(file, 18) == Pair{2, 4});
  CHECK(at(file, 20) == Pair{3, 1});
}

TEST_CASE("an offset inside a character has that character's column", "[source_file]") {
  const SourceFile file(0, "a.md", "王阳明");
  CHECK(at(file, 4) == Pair{1, 2});
  CHECK(at(file, 5) == Pair{1, 2});
}

TEST_CASE("an offset beyond the end counts as the end", "[source_file]") {
  CHECK(at(SourceFile(0, "a.md", "一二"), 1000) == Pair{1, 3});
  CHECK(at(SourceFile(0, "a.md", ""), 1000) == Pair{1, 1});
}

TEST_CASE("ill-formed bytes are columns of one byte", "[source_file]") {
  CHECK(at(SourceFile(0, "a.md", "\xFF\x80z"), 2) == Pair{1, 3});
}

TEST_CASE("a line comes without its line end, of either kind", "[source_file]") {
  const SourceFile file(0, "a.md", "一\r\n\n三");
  CHECK(file.line(1) == "一");
  CHECK(file.line(2) == "");
  CHECK(file.line(3) == "三");
  CHECK(file.line(0) == "");
  CHECK(file.line(4) == "");
}

TEST_CASE("a slice stays inside the text", "[source_file]") {
  const SourceFile file(7, "a.md", "0123456789");
  CHECK(file.slice(file.span(2, 5)) == "234");
  CHECK(file.slice(file.span(8, 99)) == "89");
  CHECK(file.slice(file.span(99, 100)) == "");
  CHECK(file.slice(file.span(5, 2)) == "");
  CHECK(file.span(2, 5) == Span{7, 2, 5});
}

TEST_CASE("files are numbered in the order of adding and lose a byte order mark", "[source_file]") {
  SourceSet sources;
  const SourceFile& first = sources.add("a.md", "\xEF\xBB\xBF甲");
  const SourceFile& second = sources.add("b.md", "乙\xEF\xBB\xBF");
  CHECK(first.id() == 0);
  CHECK(second.id() == 1);
  CHECK(first.text() == "甲");
  CHECK(second.text() == "乙\xEF\xBB\xBF");
  CHECK(sources.find(1) == &second);
  CHECK(sources.find(2) == nullptr);
  CHECK(sources.find(kNoFile) == nullptr);
}

TEST_CASE("files may be added from several threads; references stay valid", "[source_file]") {
  SourceSet sources;
  const SourceFile& first = sources.add("first", "first");
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) {
        const SourceFile& added = sources.add("x", "text");
        if (sources.find(added.id()) != &added) std::abort();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(first.text() == "first");
  CHECK(sources.find(800) != nullptr);
  CHECK(sources.find(801) == nullptr);
}

TEST_CASE("columns of a long line count its characters, wherever one begins to count", "[source_file]") {
  std::string text = "短\n";
  for (int i = 0; i < 5000; ++i) text += i % 7 == 0 ? "长" : i % 11 == 0 ? "\xFF" : "x";
  text += "\n末";
  const SourceFile file(0, "a.md", text);
  uint32_t column = 1;
  for (uint32_t i = 4; text[i] != '\n'; ++column) {
    const uint32_t length = text[i] == '\xE9' ? 3 : 1;  // 长
    for (uint32_t inside = 0; inside < length; ++inside) REQUIRE(at(file, i + inside) == Pair{2, column});
    i += length;
  }
  CHECK(at(file, static_cast<uint32_t>(text.size()) - 3) == Pair{3, 1});
}
