#include "support/catch.h"
#include "support/galley_dump.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;

namespace {

std::string galley(document::Blocks blocks, const std::string& css = {}) {
  return dump(Typeset({chapter("", std::move(blocks))}, css).galleys.at(0));
}

}  // namespace

TEST_CASE("an item that begins with a list, a picture or nothing keeps its marker") {
  CHECK(
      galley({list({{list({{p("一")}})}, {}, {figure({p({img("a.png")})})}})}).find("run 10 13.8 •\n  run 30 13.8 •") !=
      std::string::npos);
  const std::string out = galley({list({{}, {figure({p({img("a.png")})})}, {h(2, "节")}})});
  size_t markers = 0;
  for (size_t at = out.find("•"); at != std::string::npos; at = out.find("•", at + 1)) ++markers;
  CHECK(markers == 3);
}

TEST_CASE("a circled marker that is no character is drawn, and stands where the others do") {
  Block numbered = list({{p("一")}, {p("二")}});
  auto& content = std::get<document::List>(numbered.content);
  content.ordered = true;
  content.start = 50;
  const std::string out = galley({numbered}, "ol { padding-left: 2em; list-style-type: circled-decimal }");
  CHECK(out.find("  run 5 13.8 ㊿\n  run 20 13.8 一\n") != std::string::npos);
  const size_t drawn = out.find("  path 10 10 ");
  REQUIRE(drawn != std::string::npos);
  CHECK(out.find(" 51\n", drawn) != std::string::npos);
  CHECK(out.find("  run 20 13.8 二\n", drawn) != std::string::npos);
}

TEST_CASE("a marker wider than the indent sets the whole list further in") {
  const std::string css =
      "ul { list-style-type: wide; padding-left: 1em } @counter-style wide { system: cyclic; symbols: \"一二三\"; "
      "suffix: "
      "\"\" }";
  CHECK(galley({list({{p("甲乙丙丁戊己庚")}})}, css) ==
        "row 20\n"
        "  run 0..20 13.8 一二三\n"
        "  run 35..90 13.8 甲乙丙丁戊己\n"
        "row 20 widow\n"
        "  run 35 13.8 庚\n");
}

TEST_CASE("a marker wider than half the measure pushes its first line in") {
  const std::string css =
      "ul { list-style-type: wide; padding-left: 0 } @counter-style wide { system: cyclic; symbols: \"一二三四五六\"; "
      "suffix: \"\" }";
  CHECK(galley({list({{p("甲乙丙丁戊己")}})}, css) ==
        "row 20\n"
        "  run 0..50 13.8 一二三四五六\n"
        "  run 65..90 13.8 甲乙丙\n"
        "row 20 widow\n"
        "  run 50..70 13.8 丁戊己\n");
}

TEST_CASE("an item's turned lines hang, and each level has its own numbers") {
  // B1: 一、 （一） 1.
  const std::string css =
      "ol { padding-left: 2em; list-style-type: simp-chinese-informal } ol ol { list-style-type: bracketed } "
      "ol ol ol { list-style-type: decimal } "
      "@counter-style bracketed { system: extends simp-chinese-informal; prefix: \"（\"; suffix: \"）\" }";
  const auto ordered = [](std::vector<Blocks> items) {
    Block out = list(std::move(items));
    std::get<document::List>(out.content).ordered = true;
    return out;
  };
  CHECK(galley({ordered({{p("甲乙丙丁戊己庚辛壬")}, {p("子"), ordered({{p("丑"), ordered({{p("寅")}})}})}})}, css) ==
        "row 20\n"
        "  run 0..10 13.8 一、\n"
        "  run 20..90 13.8 甲乙丙丁戊己庚\n"
        "row 20 widow\n"
        "  run 20..30 13.8 辛壬\n"
        "row 20\n"
        "  run 0..10 13.8 二、\n"
        "  run 20 13.8 子\n"
        "row 20\n"
        "  run 20..40 13.8 （一）\n"
        "  run 50 13.8 丑\n"
        "row 20\n"
        "  run 45..50 13.8 1.\n"
        "  run 60 13.8 寅\n");
}

namespace {

// The costs of breaks before the rows, "- w - 100000": none, a widow's, others.
std::string costs(Blocks blocks, const std::string& css = {}) {
  std::string out;
  const Typeset book({chapter("", std::move(blocks))}, css);
  for (const layout::Row& row : book.galleys.at(0).rows) {
    out += out.empty() ? "" : " ";
    if (row.break_cost >= layout::kCostKeep) out += "k";
    if (row.break_cost % layout::kCostKeep >= layout::kCostWidow) out += "w";
    const int64_t rest = row.break_cost % layout::kCostWidow;
    out += row.break_cost == 0 ? "-" : rest > 0 ? std::to_string(rest) : "";
  }
  return out;
}

}  // namespace

TEST_CASE("a list's first and last item of one line do not like to stand alone") {
  CHECK(costs({list({{p("一")}, {p("二")}, {p("三")}, {p("四")}})}) == "- 100000 - 100000");
  CHECK(costs({list({{p("一")}, {p("二")}})}) == "- -");
  CHECK(costs({list({{p("一")}, {p("二")}, {}, {p("三"), p("四")}})}) == "- 100000 - - -");
  CHECK(costs({list({{p("一"), p("二")}, {p("三")}, {p("四")}})}) == "- - - 100000");
}

TEST_CASE("a paragraph that ends with a colon stays with what it announces") {
  CHECK(costs({p("如下："), list({{p("一")}, {p("二")}})}) == "- w -");
  CHECK(costs({p("他说："), quote({p("一")})}) == "- w");
  CHECK(costs({p({t("如下："), note({p("注")})}), table({{"甲"}})}) == "- w w");  // white space and table
  CHECK(costs({p("如下："), p("一")}) == "- -");
  CHECK(costs({p("如下。"), list({{p("一")}})}) == "- -");
}

TEST_CASE("break-before: avoid keeps a block with the one before it") {
  CHECK(costs({p("一"), with_class(p("二"), "attribution")}, ".attribution { break-before: avoid }") == "- k");
}
