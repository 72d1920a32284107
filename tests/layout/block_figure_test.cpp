#include "support/catch.h"
#include "support/typeset.h"

using namespace huozi;
using namespace huozi::test;
using base::Length;

namespace {

constexpr const char* kAddress = "https://example.com/a";

// 80 x 40 pixels: 60 x 30 pt.
Inline picture() {
  Inline node = img("a.png", "图");
  auto& image = std::get<document::Image>(node.content);
  image.file = "a.png";
  image.pixel_width = 80;
  image.pixel_height = 40;
  return node;
}

Inline linked(Inline node, const std::string& address = kAddress) {
  return {{}, document::Link{address, {std::move(node)}}};
}

// The active areas and images of a chapter in order, "image 45,25 60x30" or "link 45,25 60x30 https://…".
std::string areas(Blocks blocks, const std::string& sheet = "") {
  const Typeset book({chapter("", std::move(blocks))}, kPlainSheet + sheet);
  std::string out;
  const auto show = [&](const layout::Rect& rect) {
    const auto points = [](Length length) {
      return std::to_string((length + Length::ratio(1, 2)) / Length::points(1));
    };
    return points(rect.x) + "," + points(rect.y) + " " + points(rect.width) + "x" + points(rect.height);
  };
  for (const layout::Page& page : book.pages) {
    for (const layout::Item& item : page.items) {
      if (const auto* image = std::get_if<layout::ImageItem>(&item.content)) out += "image " + show(image->rect) + "\n";
      if (const auto* link = std::get_if<layout::LinkItem>(&item.content)) {
        CHECK(link->kind == layout::LinkItem::Kind::uri);
        out += "link " + show(link->rect) + " " + link->uri + "\n";
      }
    }
  }
  return out;
}

const std::string kBoth = "image 50,25 60x30\nlink 50,25 60x30 https://example.com/a\n";

}  // namespace

TEST_CASE("a figure's image is the active area of the link round it") {
  CHECK(areas({figure({p({picture()})})}) == "image 50,25 60x30\n");
  CHECK(areas({figure({p({linked(picture())})})}) == kBoth);
  CHECK(areas({figure({p({strong({linked(picture())})})})}) == kBoth);
  CHECK(areas({figure({p({linked(strong({picture()}))})}, Words("说"))}) == kBoth);
  // It leads nowhere.
  CHECK(areas({figure({p({linked(picture(), "missing.md")})})}) == "image 50,25 60x30\n");
}

TEST_CASE("the frame for a missing picture is an active area too") {
  const std::string framed = areas({figure({p({linked(img("a.png"))})})});
  CHECK(framed.starts_with("link "));
  CHECK(framed.ends_with(" 67x50 https://example.com/a\n"));
}

TEST_CASE("an image among words is the active area of its link") {
  CHECK(areas({p({t("一"), linked(picture())})}) == "image 40,24 60x30\nlink 40,24 60x30 https://example.com/a\n");
  CHECK(areas({figure({p({linked(picture()), linked(picture(), "https://example.com/b")})})}).find("example.com/b") !=
        std::string::npos);
}

TEST_CASE("a picture in a figure is as wide as its style says") {
  const auto set = [](const std::string& sheet) { return areas({figure({p({picture()})}, Words("说"))}, sheet); };
  CHECK(set("figure img { width: 20pt }") == "image 70,25 20x10\n");
  CHECK(set("figure img { width: 3em }") == "image 65,23 30x15\n");
  CHECK(set("img { width: 50% }") == "image 55,28 50x25\n");
  CHECK(set("img { width: 40% } figure { width: 50pt }") == "image 70,25 20x10\n");  // of the figure's width
  CHECK(set("figure { width: 40pt }") == "image 60,20 40x20\n");
  CHECK(set("figure { width: 40% }") == "image 60,20 40x20\n");
  CHECK(set("figure img { width: 20pt } figure { width: 40pt }") == "image 70,25 20x10\n");
  CHECK(set("figure img { height: 10pt }") == "image 70,25 20x10\n");
  CHECK(set("img { max-width: 40pt }") == "image 60,20 40x20\n");
  CHECK(set("img { max-width: 40% }") == "image 60,20 40x20\n");
  CHECK(set("img { max-width: 90pt }") == "image 50,25 60x30\n");
  CHECK(set("img { width: 500pt }").find(" 100x50") != std::string::npos);
}
