#include "layout/table_columns.h"
#include "layout/table_grid.h"

#include "support/catch.h"
#include "support/galley_dump.h"
#include "support/page_dump.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;

namespace {

using Alignment = document::TableCell::Alignment;

constexpr const char* kRuled = R"(
table { font-size: 10pt; line-height: 10pt; margin: 0; border-top: 1pt solid; border-bottom: 1pt solid }
thead { border-bottom: 1pt solid }
td, th { font-weight: 400 }
)";

document::Table& table_in(Block& block) {
  return std::get<document::Table>(block.content);
}

Block with_header(Block block) {
  for (document::TableCell& cell : table_in(block).rows.at(0)) cell.header = true;
  table_in(block).header_rows = 1;
  return block;
}

std::string galley(Blocks blocks, const std::string& css = {}) {
  return dump(Typeset({chapter("", std::move(blocks))}, kRuled + css).galleys.at(0));
}

std::vector<std::string> placed(const std::vector<std::vector<std::pair<uint32_t, uint32_t>>>& spans, uint32_t most) {
  document::Table table;
  for (const auto& row : spans) {
    table.rows.emplace_back();
    for (const auto& [columns, rows] : row) {
      document::TableCell cell;
      cell.column_span = columns;
      cell.row_span = rows;
      table.rows.back().push_back(cell);
    }
  }
  const auto grid = layout::place_cells(table, most);
  std::vector<std::string> out;
  if (!grid) return {"none"};
  for (const layout::PlacedCell& cell : grid->cells) {
    out.push_back(std::to_string(cell.row) + "," + std::to_string(cell.column) + " " + std::to_string(cell.rows) + "x" +
                  std::to_string(cell.columns));
  }
  return out;
}

Length pt(int64_t points) {
  return Length::points(points);
}

std::vector<int64_t> fitted(const std::vector<std::pair<int64_t, int64_t>>& needs, int64_t available,
                            bool fill = false) {
  std::vector<layout::ContentWidths> widths;
  for (const auto& [least, greatest] : needs) widths.push_back({pt(least), pt(greatest)});
  std::vector<int64_t> out;
  for (const Length width : layout::fit_columns(widths, pt(available), pt(5), fill))
    out.push_back((width + pt(1) / 2) / pt(1));
  return out;
}

}  // namespace

TEST_CASE("cells stand beside what reaches down from above") {
  CHECK(placed({{{1, 2}, {2, 1}}, {{1, 1}, {1, 1}}}, 9) ==
        std::vector<std::string>{"0,0 2x1", "0,1 1x2", "1,1 1x1", "1,2 1x1"});
}

TEST_CASE("spans are cut to the grid") {
  CHECK(placed({{{100, 60000}, {0, 0}}}, 9) == std::vector<std::string>{"none"});
  CHECK(placed({{{100, 60000}}, {{1, 1}}}, 9) == std::vector<std::string>{"none"});
  CHECK(placed({{{1, 1}, {4'000'000'000, 4'000'000'000}}}, 9) == std::vector<std::string>{"0,0 1x1", "0,1 1x1"});
  CHECK(placed({{{2, 1}, {2, 2}}, {{9, 1}}}, 9) == std::vector<std::string>{"0,0 1x2", "0,2 2x1", "1,0 1x2"});
}

TEST_CASE("columns get what they want, the widest share what is left") {
  CHECK(fitted({{10, 20}, {10, 30}}, 100) == std::vector<int64_t>{20, 30});
  CHECK(fitted({{10, 20}, {10, 30}}, 100, true) == std::vector<int64_t>{40, 60});
  CHECK(fitted({{10, 20}, {10, 300}}, 100) == std::vector<int64_t>{20, 80});
  const auto both = fitted({{10, 200}, {10, 600}}, 100);
  CHECK(both.at(0) + both.at(1) >= 99);
  CHECK(both.at(0) >= 25);
  CHECK(both.at(1) > both.at(0));
  CHECK(fitted({{90, 90}, {60, 60}}, 100) == std::vector<int64_t>{60, 40});
}

TEST_CASE("a spanning cell widens its columns by what they lack") {
  const auto needs =
      layout::column_needs({{0, 1, {pt(10), pt(10)}}, {1, 1, {pt(10), pt(30)}}, {0, 2, {pt(40), pt(80)}}}, 2);
  CHECK(needs.at(0).greatest == pt(20));
  CHECK(needs.at(1).greatest == pt(60));
  CHECK(needs.at(0).least + needs.at(1).least == pt(40));
}

TEST_CASE("a table stands in the middle between its rules, what follows on the grid") {
  CHECK(galley({p("一"), with_header(table({{"甲", "乙"}, {"一二三", "四"}})), p("二")}) ==
        "row 20\n"
        "  run 0 13.8 一\n"
        "row 4 blank\n"
        "row 16\n"
        "  rule 30 5 40x1\n"
        "  rule 30 15 40x1\n"
        "  run 30 14.8 甲\n"
        "  run 60 14.8 乙\n"
        "row 16 keep\n"
        "  rule 30 10 40x1\n"
        "  run 30..50 8.8 一二三\n"
        "  run 60 8.8 四\n"
        "row 0 blank\n"
        "row 20\n"
        "  run 0 13.8 二\n");
}

TEST_CASE("an alignment written at the cell moves its text") {
  Block block = table({{"一二三", "四五六"}, {"一", "二"}});
  table_in(block).rows.at(1).at(0).alignment = Alignment::right;
  table_in(block).rows.at(1).at(1).alignment = Alignment::center;
  CHECK(galley({block}, "table { border: none }") ==
        "row 5 blank\n"
        "row 15\n"
        "  run 20..40 13.8 一二三\n"
        "  run 50..70 13.8 四五六\n"
        "row 15 widow\n"
        "  run 40 8.8 一\n"
        "  run 60 8.8 二\n");
}

TEST_CASE("cells wrap by the rules of lines, beside each other, in the middle of their row") {
  CHECK(galley({table({{"一二三四五六七八九，十", "甲"}})}, "table { border: none }") ==
        "row 5 blank\n"
        "row 30\n"
        "  run 0..70 13.8 一二三四五六七八\n"
        "  run 0..20 23.8 九，十\n"
        "  run 90 18.8 甲\n");
}

TEST_CASE("the header stands again where the table goes on") {
  std::vector<std::vector<std::string>> rows{{"头", "尾"}};
  for (int i = 0; i < 20; ++i) rows.push_back({"甲", "乙"});
  const Typeset book({chapter("", {with_header(table(rows)), p("完")})}, kRuled);
  REQUIRE(book.pages.size() == 2);
  CHECK(text_of(book.pages.at(0), layout::Region::margin) == "");
  CHECK(text_of(book.pages.at(1), layout::Region::margin) == "头尾");
  CHECK(text_of(book.pages.at(1)).find("头") == std::string::npos);
  std::string all;
  for (const layout::Page& page : book.pages) all += text_of(page);
  std::string expected = "头尾";
  for (int i = 0; i < 20; ++i) expected += "甲乙";
  CHECK(all == expected + "完");
}

TEST_CASE("a captioned table says where it goes on, above its header") {
  const auto heads = [](bool caption, bool header, const std::string& css, const std::string& lang = {}) {
    std::vector<std::vector<std::string>> rows{{"头", "尾"}};
    for (int i = 0; i < 20; ++i) rows.push_back({"甲", "乙"});
    Block block = header ? with_header(table(rows)) : table(rows);
    if (caption) table_in(block).caption = Words("题");
    block.info.attributes.lang = lang;
    const Typeset book({chapter("", {block, p("完")})}, kRuled + css);
    std::string out;
    for (const layout::Page& page : book.pages) {
      for (const layout::Item& item : page.items) {
        const auto* run = std::get_if<layout::GlyphRun>(&item.content);
        if (run) CHECK(run->origin.y < pt(175));
      }
      out += "|" + text_of(page, layout::Region::margin);
    }
    const auto words = layout::continuation_words(book.galleys, book.plans);
    return out + (words.empty() ? "" : " " + std::to_string(words.size()) + words[0]);
  };
  CHECK(heads(true, true, "") == "||（续表）头尾 1（续表）");
  CHECK(heads(true, false, "") == "||（续表） 1（续表）");
  CHECK(heads(false, true, "") == "||头尾");
  CHECK(heads(false, false, "") == "||");
  CHECK(heads(true, true, "", "zh-Hant-TW") == "||（續表）头尾 1（續表）");
  CHECK(heads(true, true, "table { -huozi-continued: none }") == "||头尾");
  CHECK(heads(true, true, "table { -huozi-continued: '接上' }") == "||接上头尾 1接上");
}

TEST_CASE("the words that say where a table goes on stand at its right edge, above the header") {
  std::vector<std::vector<std::string>> rows{{"头", "尾"}};
  for (int i = 0; i < 20; ++i) rows.push_back({"甲", "乙"});
  Block block = with_header(table(rows));
  table_in(block).caption = Words("题");
  const Typeset book({chapter("", {block})}, std::string(kRuled) +
                                                 "table { width: 80pt } caption { padding-bottom: 3pt } "
                                                 "table { -huozi-continued: '续表' }");
  REQUIRE(book.pages.size() == 2);
  std::vector<const layout::GlyphRun*> runs;
  for (const layout::Item& item : book.pages[1].items) {
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    if (run && (item.region == layout::Region::margin || runs.size() == 2)) runs.push_back(run);
  }
  REQUIRE(runs.size() >= 3);
  CHECK(runs[0]->text == "续表");
  CHECK(runs[0]->origin.x == pt(120 - 20));  // the table's right edge
  CHECK(runs[1]->text == "头");
  CHECK(runs[1]->origin.y >= runs[0]->origin.y + pt(13));
}

TEST_CASE("words without end are left out where a table goes on") {
  std::vector<std::vector<std::string>> rows(21, {"甲", "乙"});
  Block block = table(rows);
  table_in(block).caption = Words("题");
  std::string words;
  for (int i = 0; i < 200; ++i) words += "续";
  const Typeset book({chapter("", {block})}, std::string(kRuled) + "table { -huozi-continued: '" + words + "' }");
  CHECK(layout::continuation_words(book.galleys, book.plans).empty());
  CHECK(book.diagnostics.items().at(0).rule == "layout.continued-too-long");
}

TEST_CASE("a row taller than a third of the page breaks between its lines, losing nothing") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "一二三四五";
  const Typeset book({chapter("", {table({{"问", text}})})}, kRuled);
  CHECK(book.pages.size() > 2);
  std::string all;
  for (const layout::Page& page : book.pages) {
    for (const layout::Item& item : page.items) {
      const auto* run = std::get_if<layout::GlyphRun>(&item.content);
      if (run) CHECK(run->origin.y < page.height - pt(40));
    }
    all += text_of(page);
  }
  CHECK(all.size() == text.size() + std::string("问").size());
}

TEST_CASE("notes called in cells are numbered in the order of the rows") {
  Block block = table({{"甲", "乙"}, {"丙", "丁"}});
  auto& rows = table_in(block).rows;
  rows.at(0).at(1).children = {p({t("乙"), note({p("第一")})})};
  rows.at(1).at(0).children = {p({t("丙"), note({p("第二")})})};
  const Typeset book({chapter("", {block})}, kRuled);
  REQUIRE(book.galleys.at(0).notes.size() == 2);
  CHECK(text_of(book.pages.at(0)) == "甲乙①丙②丁");
  CHECK(text_of(book.pages.at(0), layout::Region::note) == "①第一②第二");
}

TEST_CASE("a column is wide enough for the marks of its notes") {
  Block block = table({{"甲", "乙"}});
  table_in(block).rows.at(0).at(1).children = {p({t("正文"), note({p("注")})})};
  const Typeset book({chapter("", {block})}, kRuled);
  std::vector<base::Length> baselines;
  for (const layout::Item& item : book.pages.at(0).items) {
    const auto* run = std::get_if<layout::GlyphRun>(&item.content);
    if (run && item.region == layout::Region::body && run->text != "①") baselines.push_back(run->origin.y);
  }
  REQUIRE(baselines.size() == 2);
  CHECK(baselines[0] == baselines[1]);  // one line
}

TEST_CASE("more columns than fit are set one under another, with a warning") {
  std::vector<std::string> cells(20, "字");
  const Typeset book({chapter("", {table({cells})})}, kRuled);
  std::string all;
  for (const layout::Page& page : book.pages) all += text_of(page);
  CHECK(all.size() == 20 * std::string("字").size());
  REQUIRE(book.diagnostics.items().size() == 1);
  CHECK(book.diagnostics.items().at(0).rule == "layout.table-too-wide");
}

TEST_CASE("tables within tables, quotations and notes are set") {
  Block outer = table({{"外", ""}});
  table_in(outer).rows.at(0).at(1).children = {table({{"内", "里"}})};
  const Typeset book({chapter("", {quote({outer}), p({t("注"), note({table({{"子", "丑"}})})})})}, kRuled);
  CHECK(text_of(book.pages.at(0)) == "外内里注①");
  CHECK(text_of(book.pages.at(0), layout::Region::note).find("子丑") != std::string::npos);
}

TEST_CASE("columns too narrow to read are reported, with the way out") {
  const auto reported = [](Block block, const std::string& css) {
    const Typeset book({chapter("", {p("甲"), std::move(block)})}, kRuled + css);
    std::string out;
    for (const source::Diagnostic& each : book.diagnostics.items()) out += each.rule;
    return out;
  };
  const std::vector<std::string> wide(4, "一二三四五六七");
  CHECK(reported(table({wide}), "") == "layout.table-narrow");
  CHECK(reported(table({wide}), "table { -huozi-turn: left }").empty());
  // Narrow as they are, they hold what stands in them.
  CHECK(reported(table({std::vector<std::string>(5, "一二")}), "").empty());
  CHECK(reported(table({{"一", "一二三四五六七八九十"}}), "").empty());
  CHECK(reported(table({std::vector<std::string>(3, "一二三四五六七")}), "").empty());
}

TEST_CASE("a table without rows is its caption, or nothing") {
  Block bare = table({});
  CHECK(Typeset({chapter("", {p("甲"), bare})}, kRuled).pages.size() == 1);
  table_in(bare).caption = Words("题");
  const Typeset book({chapter("", {p("甲"), bare})}, kRuled);
  CHECK(text_of(book.pages.front()) == "甲题");
}
