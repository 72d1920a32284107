#include "document/plain_text.h"

#include "support/builders.h"
#include "support/catch.h"

using namespace huozi;
using namespace huozi::test;

TEST_CASE("the plain text of inlines is that of their words") {
  CHECK(document::plain_text(Words{t("一"), strong(Words{t("二")}), t("三")}) == "一二三");
}

TEST_CASE("soft hyphens can be taken out") {
  CHECK(document::without_soft_hyphens("\u00ADty\u00AD\u00ADpo，字\u00AD") == "typo，字");
  CHECK(document::without_soft_hyphens("well-known") == "well-known");
}
