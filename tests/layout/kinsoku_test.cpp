// The rules for a line's edges and for marks side by side, across the borders of elements and in every kind of block.
// Not here: the rules themselves (text/break_opportunity, text/spacing).
#include <set>
#include <utility>

#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;

namespace {

constexpr std::string_view kNoStart = "，。、；：！？”’）》〉」』】·—…℃％～々";
constexpr std::string_view kNoEnd = "“‘（《〈「『【";

struct Line {
  std::string text;
  Length x;
};

std::string first_of(const std::string& text) {
  size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
  return text.substr(0, size);
}
std::string last_of(const std::string& text) {
  size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return text.substr(at);
}

// The lines of all pages: a run that ends its line ends it, whatever the region. Notes' marks are left out: all are ①.
std::vector<Line> lines_of(const Typeset& set) {
  std::vector<Line> out;
  bool open = false;
  for (const layout::Page& page : set.pages) {
    for (const layout::Item& item : page.items) {
      const auto* run = std::get_if<layout::GlyphRun>(&item.content);
      if (!run || item.region == layout::Region::margin || run->text.starts_with("①")) continue;
      if (!open) out.push_back({{}, run->origin.x});
      out.back().text += run->text;
      open = !run->line_end;
    }
  }
  return out;
}

// Lines that break a rule, in one text.
std::string offences(const Typeset& set) {
  std::string out;
  for (const Line& line : lines_of(set)) {
    if (line.text.empty()) continue;
    const std::string last = last_of(line.text);
    if (kNoStart.find(first_of(line.text)) != std::string_view::npos) out += "starts: " + line.text + "\n";
    if (last != " " && kNoEnd.find(last) != std::string_view::npos) out += "ends: " + line.text + "\n";
  }
  return out;
}

// Sets `make(filler)` with fillers of 0 to 12 characters, so that every mark comes to the line's edge.
template <typename Make>
void sweep(const Make& make, const std::string& css = {}) {
  std::string filler;
  for (int i = 0; i < 13; ++i) {
    const Typeset set({chapter("题", make(filler))}, css + "::footnote-call, ::footnote-marker { content: \"①\" }");
    INFO(filler.size() / 3);
    CHECK(offences(set) == "");
    size_t lines = lines_of(set).size();
    CHECK(lines > 1);
    filler += "字";
  }
}

// The only paragraph's glyphs: text and place.
std::vector<std::pair<std::string, Length>> glyphs(Words words) {
  const Typeset set({chapter("", {p(std::move(words))})}, "code, strong, em { font-family: serif; font-size: 10pt }");
  std::vector<std::pair<std::string, Length>> out;
  for (const layout::Item& item : set.pages.at(0).items) {
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    if (!run || item.region != layout::Region::body) continue;
    for (const layout::Glyph& glyph : run->glyphs) {
      out.emplace_back(run->text.substr(glyph.text_begin, glyph.text_end - glyph.text_begin), run->origin.x + glyph.x);
    }
  }
  return out;
}

// Tenths of an em between the origins of two glyphs of the paragraph.
int64_t apart(Words words, size_t from, size_t to) {
  const auto placed = glyphs(std::move(words));
  return (placed.at(to).second - placed.at(from).second).raw() * 100 / Length::points(10).raw();
}

constexpr const char* kMarks = "《书》，“说：‘好。’”——甲·乙……25℃，（注）、丙～丁！？";

}  // namespace

TEST_CASE("no border of an element lets a mark begin or end a line") {
  // K11
  sweep([](const std::string& filler) -> Blocks {
    const auto fill = [&](const char* text) { return t(filler + text); };
    return {p({fill("汉"), strong("粗体"), t("，后文")}),
            p({fill("汉"), a("https://example.org/", "链接"), t("、后文")}),
            p({fill("见"), code("code"), t("，后文")}),
            p({fill("汉（"), strong("注"), t("）后文")}),
            p({fill("汉"), strong("《"), t("书名"), strong("》"), t("。后文")}),
            p({fill("汉"), note({p("注文")}), t("。后文")}),
            p({fill("“汉"), note({p("注文")}), t("”后文")}),
            p({fill("汉"), ruby("字", "zì"), t("，后文")}),
            p({fill("温"), strong("25"), t("℃后文")}),
            p({fill("甲"), strong("——"), t("乙")})};
  });
}

TEST_CASE("the rules hold in every kind of block") {
  // K14
  sweep([&](const std::string& filler) -> Blocks { return {h(2, Words{t(filler + kMarks)}), p("文")}; });
  sweep(
      [&](const std::string& filler) -> Blocks {
        return {h(2, Words{t(filler + kMarks)}), p("文")};
      },
      "h2 { text-wrap: balance }");
  sweep([&](const std::string& filler) -> Blocks {
    return {list({{p(Words{t(filler + kMarks)})}}), quote({p(Words{t(filler + kMarks)})})};
  });
  sweep([&](const std::string& filler) -> Blocks {
    return {p({t("汉"), note({p(Words{t(filler + kMarks)})}), t("字")})};
  });
  sweep([&](const std::string& filler) -> Blocks {
    return {figure({p({img("a.png", "图")})}, Words{t(filler + kMarks)})};
  });
  sweep([&](const std::string& filler) -> Blocks { return {table({{"甲", filler + kMarks}})}; });
  sweep([&](const std::string& filler) -> Blocks { return {with_class(p(Words{t(filler + kMarks)}), "toc-entry")}; },
        "p.toc-entry { text-indent: -2em; margin-left: 2em; text-align: start }");
}

TEST_CASE("marks side by side are trimmed across elements and note marks") {
  // A9, F6; the plain text's widths in text/spacing_test
  CHECK(apart({t("《"), strong("书"), t("》，后")}, 2, 3) == 50);
  CHECK(apart({t("《"), strong("书》"), t("，后")}, 3, 4) == 100);
  CHECK(apart({t("书"), a("https://example.org/", "》"), t("，后")}, 1, 3) == 150);
  CHECK(apart({t("说：“是”"), note({p("注")}), t("。后")}, 4, 6) ==
        100);  // half of ” and the raised mark of half an em
  CHECK(apart({t("《书》"), code("x"), t("后")}, 2, 3) == 100);
}

TEST_CASE("the gap between Han and Latin stands beside every element, typed or not") {
  // L2, L4
  for (const char* blank : {"", " ", "  ", "\u00A0"}) {
    const std::string before = std::string("汉") + blank, after = std::string(blank) + "字";
    INFO("blank: [" << blank << "]");
    CHECK(apart({t(before), code("code"), t(after)}, 0, 1) == 125);
    CHECK(apart({t(before), code("code"), t(after)}, 4, 5) == 75);
    CHECK(apart({t(before), a("https://example.org/", "link"), t(after)}, 0, 1) == 125);
    CHECK(apart({t(before), strong("A"), t(after)}, 1, 2) == 75);
    CHECK(apart({t(before + "H"), strong("2"), t("O" + after)}, 3, 4) == 75);
    CHECK(apart({t(before), t("50%" + after)}, 3, 4) == 75);
  }
  CHECK(apart({t("汉，"), code("x")}, 0, 2) == 200);
  CHECK(apart({t("（"), code("x"), t("）")}, 0, 1) == 100);
}

TEST_CASE("an opening mark keeps its blank where any block begins") {
  // A6: one way throughout, in the text, lists, notes and cells.
  const Typeset set({chapter("", {p("“甲”"), list({{p("“乙”")}}), quote({p("“丙”")}), p({t("丁"), note({p("“戊”")})}),
                                  table({{"“己”"}})})},
                    "ul { list-style-type: none; padding-left: 0 } blockquote { margin: 0 }"
                    "td { padding: 0; text-align: start } table { text-align: start }");
  std::set<std::string> seen;
  for (const Line& line : lines_of(set)) {
    if (line.text.find("“") == std::string::npos) continue;
    INFO(line.text);
    seen.insert(line.text);
    if (line.text.find("戊") == std::string::npos) CHECK(line.x >= Length::points(30));
  }
  CHECK(seen.size() == 5);
}
