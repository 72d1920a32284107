#include "compare/sentences.h"

#include <string>

#include "support/catch.h"

using namespace huozi::compare;

namespace {

std::string cut(std::string_view text, std::string_view element = "p") {
  std::string out;
  for (const Range range : sentences(text, element)) {
    out += (out.empty() ? "" : "|") + std::string(text.substr(range.begin, range.end - range.begin));
  }
  return out;
}

}  // namespace

TEST_CASE("sentences end with their marks and what closes after them") {
  CHECK(cut("茶园在山上。雨后最忙！谁来？") == "茶园在山上。|雨后最忙！|谁来？");
  CHECK(cut("“走吧。”他说：「来了！」然后走了……") == "“走吧。”|他说：「来了！」|然后走了……");
  CHECK(cut("真的？！是的") == "真的？！|是的");
  CHECK(cut("（桥很旧。）人很多。") == "（桥很旧。）|人很多。");
}

TEST_CASE("a Latin stop ends before a blank and no small letter") {
  CHECK(cut("It is 3.14 wide. Is it? Yes.") == "It is 3.14 wide.|Is it?|Yes.");
  CHECK(cut("see e.g. the note") == "see e.g. the note");
  CHECK(cut("版本 1.2.3 已出.新的也好.") == "版本 1.2.3 已出.|新的也好.");
}

TEST_CASE("lines end sentences, blanks belong to none") {
  CHECK(cut("山前一条路\n  水后两座桥  \n\n") == "山前一条路|水后两座桥");
  CHECK(cut("　甲。　乙。") == "甲。|乙。");
  CHECK(cut("").empty());
  CHECK(cut(" \n ").empty());
}

TEST_CASE("headings and cells are whole") {
  CHECK(cut("为什么？因为雨。", "h2") == "为什么？因为雨。");
  CHECK(cut("是。否。", "td") == "是。否。");
}

TEST_CASE("ill-formed text is cut too") {
  CHECK(cut("\xE8\x8C\xFF。\xE3\x80") == "\xE8\x8C\xFF。|\xE3\x80");
}
