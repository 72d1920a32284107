#include "source/diagnostic.h"

#include <chrono>
#include <set>
#include <stdexcept>

#include "base/utf8.h"
#include "support/catch.h"

using namespace huozi::source;

namespace {

// The message as a user sees it, for a span of a file with this text.
std::string shown(const std::string& text, size_t begin, size_t end, const std::string& argument = "x") {
  SourceSet sources;
  const SourceFile& file = sources.add("文/a.md", text);
  return render({"file.outside", file.span(begin, end), {argument}}, sources);
}

// The n-th line of a message, from 0.
std::string line_of(const std::string& message, int n) {
  size_t begin = 0;
  for (; n > 0; --n) begin = message.find('\n', begin) + 1;
  return message.substr(begin, message.find('\n', begin) - begin);
}

}  // namespace

TEST_CASE("a message names place, severity and rule, shows the line and ends with a hint", "[diagnostic]") {
  CHECK(shown("title: 新方\nimage: ../x.png\n", 21, 29, "../x.png") ==
        "文/a.md:2:8: error: '../x.png' leads out of the book's folder [file.outside]\n"
        "    2 | image: ../x.png\n"
        "      |        ^^^^^^^^\n"
        "      hint: copy the file into the folder of book.yaml and name it relative to that\n");
}

TEST_CASE("a message about no file stands under the program's name", "[diagnostic]") {
  const std::string message = render({"file.unreadable", {}, {"b.yaml", "64 MiB"}}, SourceSet());
  CHECK(message ==
        "huozi: error: cannot read 'b.yaml' [file.unreadable]\n"
        "      hint: check that the file exists and may be read; files may hold at most 64 MiB\n");
}

TEST_CASE("the caret row counts display columns", "[diagnostic]") {
  const std::string message = shown("王阳明a说", 9, 13);
  CHECK(line_of(message, 0).substr(0, 14) == "文/a.md:1:4: ");
  CHECK(line_of(message, 2) == "      |       ^^^");
  // A combining mark takes no column, a tab is shown as one blank.
  CHECK(line_of(shown("e\u0301\tx", 4, 5), 1) == "    1 | e\u0301 x");
  CHECK(line_of(shown("e\u0301\tx", 4, 5), 2) == "      |   ^");
}

TEST_CASE("a span of several lines is underlined to the end of its first", "[diagnostic]") {
  const std::string message = shown("ab\ncd\n", 1, 5);
  CHECK(line_of(message, 1) == "    1 | ab");
  CHECK(line_of(message, 2) == "      |  ^");
}

TEST_CASE("an empty span, and one beyond the end, have one caret", "[diagnostic]") {
  CHECK(line_of(shown("ab", 1, 1), 2) == "      |  ^");
  CHECK(line_of(shown("ab", 2, 2), 2) == "      |   ^");
  CHECK(line_of(shown("ab", 900, 950), 2) == "      |   ^");
  CHECK(line_of(shown("", 0, 0), 2) == "      | ^");
}

TEST_CASE("of a long line a window round the place is shown", "[diagnostic]") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "字";
  text.replace(4500, 3, "X");
  const std::string message = shown(text, 4500, 4501);
  CHECK(line_of(message, 0).substr(0, 17) == "文/a.md:1:1501: ");
  std::string expected = "    1 | …";
  for (int i = 0; i < 25; ++i) expected += "字";
  expected += "X";
  for (int i = 0; i < 24; ++i) expected += "字";
  CHECK(line_of(message, 1) == expected + "…");
  CHECK(line_of(message, 2) == "      | " + std::string(51, ' ') + "^");

  CHECK(line_of(shown(text, 0, 3), 1).substr(8, 3) == "字");
  const std::string at_end = line_of(shown(text, text.size() - 3, text.size()), 1);
  CHECK(at_end.substr(at_end.size() - 3) == "字");
}

TEST_CASE("showing a place does not take the time of the whole line", "[diagnostic]") {
  SourceSet sources;
  const SourceFile& file = sources.add("a.md", std::string(8'000'000, 'x'));
  const auto begin = std::chrono::steady_clock::now();
  for (uint32_t i = 0; i < 200; ++i) render({"file.outside", file.span(i, file.text().size()), {"x"}}, sources);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}

TEST_CASE("strangers' texts reach the terminal without control characters and as UTF-8", "[diagnostic]") {
  const std::string message = shown("a\x1B[2Jb\xFF\u202Ec", 0, 1, "x\x1B]0;y\a\nz\xE6");
  CHECK(huozi::base::find_invalid_utf8(message) == std::string::npos);
  CHECK(message.find('\x1B') == std::string::npos);
  CHECK(message.find('\a') == std::string::npos);
  CHECK(line_of(message, 0) ==
        "文/a.md:1:1: error: 'x\uFFFD]0;y\uFFFD z\uFFFD' leads out of the book's folder [file.outside]");
  CHECK(line_of(message, 1) == "    1 | a\uFFFD[2Jb\uFFFD\uFFFDc");
}

TEST_CASE("an argument that is missing shows as its placeholder", "[diagnostic]") {
  CHECK(message_of({"file.outside", {}, {}}) == "'{0}' leads out of the book's folder");
  CHECK(message_of({"file.outside", {}, {"{1}"}}) == "'{1}' leads out of the book's folder");
}

TEST_CASE("a rule that is not in the catalogue is refused", "[diagnostic]") {
  Diagnostics diagnostics;
  CHECK_THROWS_AS(diagnostics.report("no.such-rule", {}), std::logic_error);
  CHECK(diagnostics.items().empty());
  CHECK(find_rule("no.such-rule") == nullptr);
}

TEST_CASE("sinks are joined in order and know their worst severity", "[diagnostic]") {
  Diagnostics first;
  CHECK_FALSE(first.has_errors());
  first.report("file.outside", {}, {"a"});
  Diagnostics second;
  second.report("file.outside", {}, {"b"});
  first.append(second);
  REQUIRE(first.items().size() == 2);
  CHECK(first.items()[0].arguments[0] == "a");
  CHECK(first.items()[1].arguments[0] == "b");
  CHECK(first.has_errors());
  CHECK_FALSE(first.has_warnings());
}

TEST_CASE("every rule of the catalogue has an id of its own and a sentence that can be printed", "[diagnostic]") {
  std::set<std::string_view> ids;
  for (const Rule& rule : all_rules()) {
    INFO(rule.id);
    CHECK(ids.insert(rule.id).second);
    CHECK(rule.id.find('.') != std::string_view::npos);
    CHECK(rule.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string_view::npos);
    CHECK(find_rule(rule.id) == &rule);
    const Diagnostic diagnostic{std::string(rule.id), {}, {}};
    CHECK_FALSE(message_of(diagnostic).empty());
    CHECK_NOTHROW(hint_of(diagnostic));
    CHECK(rule.message.back() != '.');
  }
}

TEST_CASE("the nearest word is the one that was probably meant", "[diagnostic]") {
  const std::vector<std::string_view> words = {"title", "subtitle", "style", "text-align", "page", "em"};
  CHECK(nearest("titel", words) == "title");
  CHECK(nearest("tilte", words) == "title");
  CHECK(nearest("stlye", words) == "style");
  CHECK(nearest("text-aling", words) == "text-align");
  CHECK(nearest("textalign", words) == "text-align");
  CHECK(nearest("title", words) == "title");
  CHECK(nearest("colour", words) == "");
  CHECK(nearest("x", words) == "");
  CHECK(nearest("", words) == "");
  CHECK(nearest("题目", {"标题", "题名"}) == "题名");
  CHECK(nearest("ab", {"ac", "ad"}) == "ac");
  CHECK(nearest(std::string(1'000'000, 'a'), words) == "");
}
