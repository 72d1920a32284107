#include "edit/cleaned.h"

namespace huozi {
namespace {

using namespace test;

std::string converted(Words nodes) {
  return cleaned({p(std::move(nodes))}).outline();
}

TEST_CASE("straight quotation marks beside Han become Chinese ones") {
  CHECK(converted("他说\"走吧。\"就走了。") == "p 他说“走吧。”就走了。\n");
  CHECK(converted("下一个\"补丁星期二\"和\"Patch\"更新") == "p 下一个“补丁星期二”和“Patch”更新\n");
  CHECK(converted("所谓'活字'") == "p 所谓‘活字’\n");
}

TEST_CASE("pairs reach across styling and links") {
  CHECK(converted({t("他说\""), strong({t("走吧"), a("x", "。\"")}), t("就走了。")}) == "p 他说“*走吧。”*就走了。\n");
}

TEST_CASE("marks inside quotations are single") {
  CHECK(converted("“他说\"走\"了”") == "p “他说‘走’了”\n");
  CHECK(converted("\"他说'走'了\"") == "p “他说‘走’了”\n");
}

TEST_CASE("Latin text keeps its marks") {
  CHECK(converted("It's \"fine\", don't worry.") == "p It's \"fine\", don't worry.\n");
  CHECK(converted("他说 don't 就走") == "p 他说 don't 就走\n");
  CHECK(converted({t("用"), code("\"x\""), t("表示")}) == "p 用\"x\"表示\n");
}

TEST_CASE("marks that do not pair are left and reported") {
  const Words text = GENERATE(Words("他说\"走吧。"), Words("长5\"宽3\"的\"纸\"和\"板"), Words("他说 \" 走吧\"。"));
  const Cleaned result = cleaned({p(text)});
  CHECK(result.outline() == outline({p(text)}));
  CHECK(result.reports("quotes.unpaired") == 1);
}

TEST_CASE("quotes: report and off change nothing") {
  edit::Options options;
  options.quotes = edit::Quotes::report;
  const Cleaned reported = cleaned({p("他说\"走吧\"，又说\"好\"。")}, options);
  CHECK(reported.outline() == "p 他说\"走吧\"，又说\"好\"。\n");
  CHECK(reported.reports("quotes.straight") == 2);
  CHECK(reported.diagnostics.items().at(1).span.begin == std::string_view("他说\"走吧\"，又说").size());
  options.quotes = edit::Quotes::off;
  CHECK(cleaned({p("他说\"走吧。")}, options).diagnostics.items().empty());
}

TEST_CASE("every changed mark stands in the audit at its place") {
  const Cleaned result = cleaned({p({note({p("注\"一\"")}), t("他说\"走\"")})});
  REQUIRE(result.audit.entries.size() == 4);
  CHECK(result.audit.entries[0].span.begin == 3);
  CHECK(result.audit.entries[0].removed == "\"");
  CHECK(result.audit.entries[0].replaced_by == "“");
}

}  // namespace
}  // namespace huozi
