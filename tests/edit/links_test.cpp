#include <algorithm>
#include <chrono>

#include "document/walk.h"
#include "edit/address_rules.h"
#include "edit/cleaned.h"

namespace huozi {
namespace {

using namespace test;

std::string target(std::string_view address) {
  return edit::redirect_target(address).value_or("-");
}

std::vector<std::string> targets(const Cleaned& result) {
  std::vector<std::string> out;
  document::for_each_inline(result.document.blocks, [&](const Inline& node) {
    if (const auto* link = std::get_if<document::Link>(&node.content)) out.push_back(link->target);
  });
  return out;
}

TEST_CASE("pages that pass on are told by their name and what they are given") {
  CHECK(target("https://www.example.com/action/GoToLink?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1%26c") ==
        "https://example.org/a?b=1&c");
  CHECK(target("https://link.zhihu.com/?target=https%3A//example.org/x") == "https://example.org/x");
  CHECK(target("https://example.com/jump.html?from=9&to=http%3a%2f%2fexample.org") == "http://example.org");
  CHECK(target("https://example.com/go/?u=http://example.org/?a=1&b=2") == "http://example.org/?a=1&b=2");
  CHECK(target("https://example.com/go/?u=http://example.org/x&b=2") == "http://example.org/x");
  CHECK(target("https://example.com/jump.php?https%3A%2F%2Fexample.org%2Fa") == "https://example.org/a");
  CHECK(target("https://example.com/jump.php?https://example.org/?a=1&b=2#c") == "https://example.org/?a=1&b=2#c");
  CHECK(target("https://example.com/go?url=https://example.org/x#y") == "https://example.org/x#y");
  CHECK(target("https://example.com/go?url=https%3A%2F%2Fexample.org%2Fx%23y#z") == "https://example.org/x#y");
  CHECK(target("https://href.li/?https://example.org/a") == "https://example.org/a");
  CHECK(target("/goto?url=https%3A%2F%2Fexample.org") == "https://example.org");
}

TEST_CASE("other pages, and what is no whole address, stay") {
  for (const char* address :
       {"https://example.com/share?url=https%3A%2F%2Fexample.org", "https://example.com/login?to=https%3A%2F%2Fa.org",
        "https://example.com/goto?url=%2Flocal", "https://example.com/goto?url=javascript%3Aalert",
        "https://example.com/goto?url=https%3A%2F%2Flocalhost", "https://example.com/goto?url=https%3A%2F%2Fa.org%0Ab",
        "https://example.com/goto?url=https%3A%2F%2Fa.org%FF", "https://example.com/goto?id=3",
        "https://example.com/goto", "goto?url=https%3A%2F%2Fexample.org", "mailto:goto?url=https%3A%2F%2Fexample.org",
        "https://", "//", "/", ""}) {
    INFO(address);
    CHECK(target(address) == "-");
  }
}

TEST_CASE("who is passed on again and again stays where he is") {
  const auto wrapped = [](int times) {
    std::string address = "https://example.org/end";
    for (int i = 0; i < times; ++i) address = "https://example.com/go?url=" + address;
    return address;
  };
  CHECK(target(wrapped(4)) == "https://example.org/end");
  CHECK(target(wrapped(5)) == "-");
  CHECK(target(wrapped(200)) == "-");
  CHECK(target("https://example.com/go?url=https%3A%2F%2Fexample.com%2Fgo%3Furl%3Dhttps%253A%252F%252Fexample.org") ==
        "https://example.org");
}

TEST_CASE("a link on part of two words is nobody's, one on a word is the author's") {
  const Cleaned result = cleaned({p({t("管理员可以远程访"), a("https://example.org/x", "问安"), t("全处理器。")}),
                                  p({t("管理员可以远程"), a("https://example.org/x", "访问"), t("安全处理器，也可以"),
                                     a("#x", "问安"), t("全。")})});
  CHECK(result.outline() == "p 管理员可以远程访问安全处理器。\np 管理员可以远程访问安全处理器，也可以问安全。\n");
  CHECK(targets(result) == std::vector<std::string>{"https://example.org/x", "#x"});
  REQUIRE(result.audit.entries.size() == 1);
  CHECK(result.audit.entries[0].rule == "address.injected-link");
  CHECK(result.audit.entries[0].removed == "https://example.org/x");
}

TEST_CASE("links that lead to advertisers or list their own words go, references stay") {
  const Cleaned result = cleaned(
      {p({a("https://c.duomai.com/track.php?t=https://example.org/", "茶具"), t("在"),
          a("https://example.org/tags/%E8%8C%B6%E5%9B%AD", "茶园"), t("里，"), a("https://example.org/tea", "茶经"),
          t("和"), a("https://example.org/tags/%E8%8C%B6%E5%9B%AD", "续编"), t("，"),
          a("https://notduomai.com/", "另一家"), t("。")})});
  CHECK(targets(result) == std::vector<std::string>{"https://example.org/tea",
                                                    "https://example.org/tags/%E8%8C%B6%E5%9B%AD",
                                                    "https://notduomai.com/"});
}

TEST_CASE("the same list each time a word comes is put there by a machine") {
  const auto link = [] { return a("https://example.org/topic/7", "红茶"); };
  CHECK(targets(cleaned({p({link(), t("和"), link(), t("两样。")})})).size() == 2);
  CHECK(targets(cleaned({p({link(), t("和"), link(), t("两样。")}), p({t("都是"), link()})})).empty());
  const auto reference = [] { return a("https://example.org/report", "年报"); };
  CHECK(targets(cleaned({p({reference(), t("，"), reference(), t("，"), reference(), t("，还有年报")})})).size() == 3);
  CHECK(targets(cleaned({p({reference(), t("，"), reference(), t("，"), reference()})})).empty());
}

TEST_CASE("an unwrapped link leaves its id, and pictures in it") {
  Block block = p({t("见"), a("https://x.pvxt.net/1", {t("此"), img("a.png", "图")})});
  std::get<document::Paragraph>(block.content).children[1].info.attributes.id = "here";
  const Cleaned result = cleaned({block});
  const auto& nodes = std::get<document::Paragraph>(result.document.blocks.at(0).content).children;
  REQUIRE(nodes.size() == 2);
  CHECK(nodes[1].info.attributes.id == "here");
  CHECK(result.outline() == "p 见此[a.png]\n");
}

TEST_CASE("an address without a scheme gets one") {
  CHECK(targets(cleaned({p({a("//example.org/x", "此处")})})) == std::vector<std::string>{"https://example.org/x"});
}

TEST_CASE("an address that is printed is the one that is led to") {
  const char* const written = "https://example.com/goto?url=https%3A%2F%2Fexample.org%2Fplan";
  const Cleaned result = cleaned({p({a(written, written)}), p({a(written, "平面图")})});
  CHECK(result.outline() == "p https://example.org/plan\np 平面图\n");
}

TEST_CASE("thousands of links are read in reasonable time") {
  Words words{};
  for (int i = 0; i < 20000; ++i) {
    words.push_back(t("访"));
    words.push_back(a("https://example.org/" + std::to_string(i % 50), "问安"));
  }
  const auto start = std::chrono::steady_clock::now();
  cleaned({p(words)});
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}

}  // namespace
}  // namespace huozi
