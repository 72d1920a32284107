#include "edit/cleaned.h"
#include "edit/item_number.h"

namespace huozi {
namespace {

using namespace test;

const char* const kParagraph = "印完以后要把铅字放回原来的格子，放错一个，下回就要多找半天，所以老师傅最看重还字。";

const document::List& list_at(const Cleaned& result, size_t i) {
  return std::get<document::List>(result.document.blocks.at(i).content);
}

std::string number_of(std::string_view text) {
  const auto number = edit::item_number(text);
  if (!number) return "none";
  return (number->is_bullet() ? "bullet" : std::to_string(number->number)) + "/" +
         std::string(text.substr(number->length));
}

TEST_CASE("what a line is numbered with") {
  CHECK(number_of("1. 拣字") == "1/拣字");
  CHECK(number_of("12．拣字") == "12/拣字");
  CHECK(number_of("３、拣字") == "3/拣字");
  CHECK(number_of("（4）拣字") == "4/拣字");
  CHECK(number_of("5) 拣字") == "5/拣字");
  CHECK(number_of("[6] 拣字") == "6/拣字");
  CHECK(number_of("㉑ 拣字") == "21/拣字");
  CHECK(number_of("•拣字") == "bullet/拣字");
  CHECK(number_of("- 拣字") == "bullet/拣字");
  for (const char* const none :
       {"3.6万字", "2021年", "2021、拣字", "1.", "（1", "(1、拣字", "-5度", "一、拣字", "", "①"}) {
    CHECK(number_of(none) == "none");
  }
}

TEST_CASE("numbers stay as they are typed, whatever their form") {
  const char* const form = GENERATE("1. ", "1．", "1、", "（1）", "(1)", "①", "1)");
  std::string second = form;
  second.replace(second.find(form[0] == '\xe2' ? "①" : "1"), form[0] == '\xe2' ? 3 : 1, form[0] == '\xe2' ? "②" : "2");
  const std::string first = std::string(form) + "拣字";
  second += "排版";
  const Cleaned result = cleaned({p(kParagraph), p(first.c_str()), p(second.c_str()), p(kParagraph)});
  CHECK(result.outline() ==
        std::string("p ") + kParagraph + "\nlist\n  p " + first + "\n  p " + second + "\np " + kParagraph + "\n");
  CHECK(result.document.blocks.at(1).info.attributes.has_class("numbered-items"));
  CHECK(list_at(result, 1).items.size() == 2);
  CHECK_FALSE(list_at(result, 1).ordered);
}

TEST_CASE("plain bullets become the list's own, others stay") {
  const Cleaned plain = cleaned({p("• 字架"), p("• 字盘")});
  CHECK(plain.outline() == "list\n  p 字架\n  p 字盘\n");
  CHECK(plain.audit.entries.at(0).removed == "• ");
  const Cleaned other = cleaned({p("◆ 字架"), p("◆ 字盘")});
  CHECK(other.outline() == "list\n  p ◆ 字架\n  p ◆ 字盘\n");
}

TEST_CASE("a number alone, out of sequence or of another form makes no list") {
  const Blocks blocks = GENERATE(Blocks{p("1. 拣字"), p(kParagraph), p("2. 排版")}, Blocks{p("1. 拣字"), p("3. 印刷")},
                                 Blocks{p("1. 拣字"), p("（2）排版")}, Blocks{p("• 拣字"), p("- 排版")},
                                 Blocks{p("1. 拣字"), p({img("a.jpg")}), p(kParagraph)});
  CHECK(cleaned(blocks).outline().find("list") == std::string::npos);
}

TEST_CASE("pictures between the items part no list, one after the last stands outside") {
  const Cleaned result = cleaned({p("1. 拣字"), p({img("a.jpg")}), p("2. 排版"), p({img("b.jpg")}), p({img("c.jpg")}),
                                  p("3. 印刷"), p({img("d.jpg")})});
  CHECK(result.outline() ==
        "list\n  p 1. 拣字\n  figure |\n    p [a.jpg]\n  p 2. 排版\n  figure |\n    p [b.jpg]\n  figure |\n    p "
        "[c.jpg]\n"
        "  p 3. 印刷\nfigure |\n  p [d.jpg]\n");
  CHECK(list_at(result, 0).items.size() == 3);
}

TEST_CASE("items that are lines of a paragraph are parted from what stands round them") {
  const Cleaned result = cleaned({p({t("要带的："), br(), t("• 字盘"), br(), t("• 镊子"), br(), t("别忘了。")})});
  CHECK(result.outline() == "p 要带的：\nlist\n  p 字盘\n  p 镊子\np 别忘了。\n");
  const Cleaned two = cleaned({p({t("1. 甲"), br(), t("2. 乙"), br(), t("① 丙"), br(), t("② 丁")})});
  CHECK(two.outline() == "list\n  p 1. 甲\n  p 2. 乙\nlist\n  p ① 丙\n  p ② 丁\n");
}

TEST_CASE("a paragraph that links lead to is not cut up") {
  Block block = p({t("1. 甲"), br(), t("2. 乙")});
  block.info.attributes.id = "a";
  CHECK(cleaned({block}).outline() == "p 1. 甲/2. 乙\n");
}

TEST_CASE("a list with typed numbers has no markers besides") {
  const Cleaned numbered = cleaned({list({{p("1、甲")}, {p("2、乙")}})});
  CHECK(numbered.document.blocks.at(0).info.attributes.has_class("numbered-items"));
  CHECK(numbered.outline() == "list\n  p 1、甲\n  p 2、乙\n");
  CHECK(cleaned({list({{p("· 甲")}, {p("· 乙")}})}).outline() == "list\n  p 甲\n  p 乙\n");
  const Cleaned some = cleaned({list({{p("1、甲")}, {p("乙")}})});
  CHECK_FALSE(some.document.blocks.at(0).info.attributes.has_class("numbered-items"));
}

TEST_CASE("headings win over lists") {
  const Cleaned result = cleaned(
      {p({strong("1. 拣字")}), p(kParagraph), p({strong("2. 排版")}), p(kParagraph), p("1、还字"), p(kParagraph)});
  CHECK(result.outline().find("h2 1. 拣字") != std::string::npos);
  CHECK(result.outline().find("list") == std::string::npos);
}

TEST_CASE("a long run of items, and of numbers with pictures, is read in reasonable time") {
  Blocks blocks;
  for (int i = 0; i < 20000; ++i) blocks.push_back(p("• 甲"));
  for (int i = 0; i < 20000; ++i) blocks.push_back(i % 2 == 0 ? p("1. 甲") : p({img("a.jpg")}));
  CHECK(list_at(cleaned(std::move(blocks)), 0).items.size() == 20000);
}

}  // namespace
}  // namespace huozi
