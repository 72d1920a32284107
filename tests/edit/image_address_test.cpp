#include "edit/image_address.h"

#include "document/walk.h"
#include "edit/cleaned.h"

namespace huozi {
namespace {

using namespace test;
using edit::ImageFault;

std::vector<std::string> sources(const Cleaned& result) {
  std::vector<std::string> out;
  document::for_each_inline(result.document.blocks, [&](const Inline& node) {
    if (const auto* image = std::get_if<document::Image>(&node.content)) out.push_back(image->source);
  });
  return out;
}

TEST_CASE("wrappers that only fetch are taken off") {
  using edit::direct_image;
  CHECK(direct_image("https://proxy.example.com/?http://a.org/x.jpg") == "http://a.org/x.jpg");
  CHECK(direct_image("https://proxy.example.com/?https%3A%2F%2Fa.org%2Fx.jpg") == "https://a.org/x.jpg");
  CHECK(direct_image("https://images.weserv.nl/?url=a.org/x.jpg&w=3") == "https://a.org/x.jpg");
  CHECK(direct_image("https://a.example/?https://b.example/?https://c.example/x.png") == "https://c.example/x.png");
  const std::string deep = "https://a.a/?https://b.b/?https://c.c/?https://d.d/?https://e.e/x.jpg";
  CHECK(direct_image(deep) == deep);
  for (const char* address : {"https://a.org/x.jpg?v=1", "https://a.org/show?url=https%3A%2F%2Fb.org%2Fx.jpg", "a.jpg",
                              "https://proxy.example.com/?http://", "https://proxy.example.com/?http://a b", ""}) {
    CHECK(direct_image(address) == address);
  }
}

TEST_CASE("one picture under several addresses") {
  const std::string one = edit::image_identity("https://a.org/x.jpg");
  for (const char* address :
       {"http://a.org/x.jpg", "//A.org/x.jpg", "https://a.org/x.jpg?v=16527", "https://a.org/x.jpg?w=300&h=20",
        "https://a.org/x.jpg?imageView2/2/w/600", "https://a.org/x.jpg?x-oss-process=image/resize,w_9",
        "https://a.org/x.jpg!cmspl", "https://a.org/x.jpg@100w_1l", "https://p.example/?http://a.org/x.jpg?v=1",
        "https://a.org/x.jpg#top"}) {
    INFO(address);
    CHECK(edit::image_identity(address) == one);
  }
  for (const char* address : {"https://a.org/y.jpg", "https://b.org/x.jpg", "https://a.org/x.jpg?id=2",
                              "https://a.org/x", "https://a.org/x.jpg/1?v=1", "https://a.org/show?w=2", "x.jpg"}) {
    INFO(address);
    CHECK(edit::image_identity(address) != one);
  }
}

TEST_CASE("addresses that cannot be pictures") {
  const auto fault = [](const char* address) { return edit::check_image_address(address).fault; };
  CHECK(fault("https://a.org/b/c.html?x=.jpg") == ImageFault::other_kind);
  CHECK(fault("https://a.org/") == ImageFault::other_kind);
  CHECK(fault("https://a.org") == ImageFault::other_kind);
  CHECK(fault("https://a.org/film.mp4") == ImageFault::other_kind);
  CHECK(fault("https://a.org/2022/20220525abcjpg?x=1") == ImageFault::no_dot);
  CHECK(edit::check_image_address("https://a.org/2022/20220525abcjpg?x=1").better ==
        "https://a.org/2022/20220525abc.jpg?x=1");
  for (const char* address : {"https://a.org/x.jpg", "https://a.org/640?fmt=jpeg", "https://a.org/img.php?id=3",
                              "x.html", "https://a.org/jpg", "data:image/png;base64,xx"}) {
    INFO(address);
    CHECK(fault(address) == ImageFault::none);
  }
}

TEST_CASE("a picture wanted under several addresses has one, and is missed once") {
  const Cleaned result = cleaned({p({img("https://a.org/x.jpg?w=300", "甲")}), p({img("https://a.org/x.jpg", "甲")}),
                                  p({img("https://p.example/?https://a.org/x.jpg!s", "甲")})});
  CHECK(sources(result) == std::vector<std::string>(3, "https://a.org/x.jpg"));
  CHECK(result.reports("image.remote-missing") == 1);
}

TEST_CASE("an address that the book has a copy of is kept") {
  edit::Options options;
  options.has_local_copy = [](std::string_view url) { return url == "https://p.example/?https://a.org/x.jpg"; };
  const Cleaned result = cleaned(
      {p({img("https://p.example/?https://a.org/x.jpg", "甲")}), p({img("https://a.org/x.jpg", "甲")})}, options);
  CHECK(sources(result) == std::vector<std::string>(2, "https://p.example/?https://a.org/x.jpg"));
  CHECK(result.reports("image.remote-missing") == 0);
}

TEST_CASE("the head image: fillers go, wrappers too, and what cannot be one is told") {
  const auto head = [](const char* address, size_t reports) {
    document::ArticleMetadata metadata;
    metadata.head_image = address;
    const Cleaned result = cleaned({p("茶")}, {}, metadata);
    CHECK(result.reports("image.head-address") == reports);
    return result.document.metadata.head_image;
  };
  CHECK(head("https://picsum.photos/400/300?random=7", 0).empty());
  CHECK(head("https://p.example/?http://a.org/x.jpg", 0) == "http://a.org/x.jpg");
  CHECK(head("https://a.org/page.html", 1) == "https://a.org/page.html");
  CHECK(head("https://a.org/2022/xyzwjpg", 1) == "https://a.org/2022/xyzwjpg");
  CHECK(head("pictures/a.jpg", 0) == "pictures/a.jpg");
}

TEST_CASE("what web pages write for want of words is not printed") {
  const auto left = [](const char* alternative) {
    const Cleaned result = cleaned({p({img("a.png", alternative)})});
    std::string out;
    document::for_each_inline(result.document.blocks, [&](const Inline& node) {
      if (const auto* image = std::get_if<document::Image>(&node.content)) out = image->alternative;
    });
    return out;
  };
  for (const char* text : {"点击查看大图", "（点击查看大图）", "[image]", "IMG_2021.JPG", "微信图片_20210804170321",
                           "在这里插入图片描述", " Image "}) {
    INFO(text);
    CHECK(left(text).empty());
  }
  for (const char* text : {"石桥", "点击查看大图的人", "图一 石桥", "微信图片里的石桥", "DSC", "image of a bridge"}) {
    CHECK(left(text) == text);
  }
}

TEST_CASE("a picture without words is told once") {
  const Cleaned result = cleaned({p({img("a.png")}), p({img("a.png", "image")}), p({img("b.png", "石桥")})});
  CHECK(result.reports("image.no-alternative") == 1);
}

}  // namespace
}  // namespace huozi
